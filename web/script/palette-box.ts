// The command palette: Ctrl K or / opens it, the server answers what matches (records, verbs, places), arrows and Enter choose.
import { isFloating, isTyping } from "./hotkeys";

const PAUSE_MS = 120;

class PaletteBox extends HTMLElement {
  private dialog!: HTMLDialogElement;
  private input!: HTMLInputElement;
  private results!: HTMLElement;
  private pause = 0;
  private asking?: AbortController;

  connectedCallback() {
    this.dialog = this.querySelector("dialog")!;
    this.input = this.querySelector("input")!;
    this.results = this.querySelector(".palette-results")!;
    document.addEventListener("keydown", this.onKeyAnywhere);
    // Where the box in the top line is an ordinary search form, it now opens the palette.
    document.querySelector(".top-search input")?.addEventListener("pointerdown", this.onTrigger);
    this.dialog.addEventListener("keydown", this.onKey);
    this.input.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = window.setTimeout(() => this.ask(), PAUSE_MS);
    });
    this.results.addEventListener("pointermove", (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
      if (option) this.choose(option, false);
    });
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKeyAnywhere);
    this.asking?.abort();
  }

  private onTrigger = (event: Event) => {
    event.preventDefault();
    this.open();
  };

  private onKeyAnywhere = (event: KeyboardEvent) => {
    const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!(isCommand || isSlash) || isFloating()) return;
    event.preventDefault();
    this.open();
  };

  private open() {
    this.input.value = "";
    this.dialog.showModal();
    this.input.focus();
    this.ask();
  }

  private async ask() {
    this.asking?.abort();
    this.asking = new AbortController();
    const query = new URLSearchParams({ q: this.input.value, here: location.pathname });
    try {
      const answer = await fetch(`${this.dataset.url}?${query}`, { signal: this.asking.signal, headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected) {
        location.reload();
        return;
      }
      this.results.innerHTML = await answer.text();
    } catch {
      return;
    }
    this.addActionsOfThisPage();
    this.options().forEach((option, at) => { option.id = `palette-${at}`; option.tabIndex = -1; });
    this.choose(this.options()[0]);
  }

  /** The buttons of the page itself, found by their own words, stand first. */
  private addActionsOfThisPage() {
    const slot = this.results.querySelector<HTMLElement>("[data-here]") ?? null;
    if (!slot) return;
    const words = fold(this.input.value).split(/\s+/).filter(Boolean);
    for (const action of document.querySelectorAll<HTMLElement>(".heading .actions [data-verb]")) {
      const label = action.dataset.verb ?? "";
      if (!words.every((word) => fold(label).includes(word))) continue;
      const option = document.createElement("button");
      option.type = "button";
      option.className = "palette-item";
      option.setAttribute("role", "option");
      const icon = action.querySelector("svg")?.cloneNode(true);
      const text = document.createElement("span");
      text.className = "palette-label";
      text.textContent = label;
      option.append(...(icon ? [icon, text] : [text]));
      option.addEventListener("click", () => {
        this.dialog.close();
        action.click();
      });
      slot.append(option);
    }
    slot.hidden = slot.querySelector("[role=option]") === null;
  }

  private options = () => [...this.results.querySelectorAll<HTMLElement>("[role=option]")];

  private choose(option: HTMLElement | undefined, scroll = true) {
    for (const other of this.options()) other.setAttribute("aria-selected", String(other === option));
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    this.input.setAttribute("aria-activedescendant", option.id);
    if (scroll) option.scrollIntoView({ block: "nearest" });
  }

  private onKey = (event: KeyboardEvent) => {
    const options = this.options();
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") this.choose(options[(at + 1) % options.length]);
    else if (event.key === "ArrowUp") this.choose(options[(at - 1 + options.length) % options.length]);
    else if (event.key === "Enter") options[at]?.click();
    else return;
    event.preventDefault();
  };
}

const fold = (text: string) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "");

customElements.define("palette-box", PaletteBox);
