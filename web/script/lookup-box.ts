// Turns a <select> into a field that asks the server as one types: GET <url>?q=… answers `<div role="option" data-value="…">`.
const PAUSE_MS = 150;

class LookupBox extends HTMLElement {
  private select!: HTMLSelectElement;
  private input!: HTMLInputElement;
  private list!: HTMLElement;
  private pause = 0;
  private asking?: AbortController;

  connectedCallback() {
    if (this.input) return;
    this.select = this.querySelector("select")!;
    this.input = document.createElement("input");
    this.list = document.createElement("div");
    this.build();
    this.input.addEventListener("focus", () => { this.input.select(); this.askSoon(0); });
    this.input.addEventListener("input", () => this.askSoon(PAUSE_MS));
    this.input.addEventListener("keydown", this.onKey);
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
      if (option) this.take(option);
    });
  }

  /** The text field takes the select's place and name for readers; the select goes on carrying the value. */
  private build() {
    const { select, input, list } = this;
    input.className = "input";
    input.type = "text";
    input.id = select.id;
    input.autocomplete = "off";
    input.placeholder = this.dataset.hint ?? "";
    input.value = select.value ? (select.selectedOptions[0]?.text ?? "") : "";
    input.required = select.required;
    for (const name of ["aria-describedby", "aria-invalid"]) {
      const value = select.getAttribute(name);
      if (value) input.setAttribute(name, value);
    }
    list.id = `${select.id}-list`;
    list.className = "lookup-list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.dataset.label ?? "");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]] as const) input.setAttribute(name, value);
    select.removeAttribute("id");
    select.required = false;
    select.hidden = true;
    this.querySelector(".select > .icon")?.remove();
    this.append(input, list);
  }

  private askSoon(wait: number) {
    clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.ask(), wait);
  }

  private async ask() {
    this.asking?.abort();
    this.asking = new AbortController();
    const same = this.input.value === this.select.selectedOptions[0]?.text;
    const query = new URLSearchParams({ q: same ? "" : this.input.value });
    try {
      const answer = await fetch(`${this.dataset.url}?${query}`, { signal: this.asking.signal, headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected) return;
      this.list.innerHTML = await answer.text();
    } catch {
      return;
    }
    if (document.activeElement !== this.input) return;
    this.options().forEach((option, at) => { option.id = `${this.list.id}-${at}`; });
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.mark(this.options()[0]);
  }

  private options = () => [...this.list.querySelectorAll<HTMLElement>("[role=option]")];

  private mark(option: HTMLElement | undefined) {
    for (const other of this.options()) other.setAttribute("aria-selected", String(other === option));
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    option?.scrollIntoView({ block: "nearest" });
  }

  private onKey = (event: KeyboardEvent) => {
    const options = this.options();
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (this.list.hidden) {
      if (event.key === "ArrowDown") this.askSoon(0);
      return;
    }
    if (event.key === "ArrowDown") this.mark(options[Math.min(at + 1, options.length - 1)]);
    else if (event.key === "ArrowUp") this.mark(options[Math.max(at - 1, 0)]);
    else if (event.key === "Enter" && options[at]) this.take(options[at]);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private take(option: HTMLElement) {
    const value = option.dataset.value ?? "";
    const text = option.dataset.text ?? option.textContent?.trim() ?? "";
    this.select.replaceChildren(new Option(text, value, true, true));
    this.input.value = text;
    this.close();
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Leaving with an emptied field clears the value; leaving with half a name gives the last whole one back. */
  private close() {
    clearTimeout(this.pause);
    this.asking?.abort();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    if (this.input.value.trim() === "") this.select.replaceChildren(new Option("", "", true, true));
    else this.input.value = this.select.value ? (this.select.selectedOptions[0]?.text ?? "") : "";
  }
}

customElements.define("lookup-box", LookupBox);
