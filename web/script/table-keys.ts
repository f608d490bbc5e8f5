// A list by keyboard: j and k walk the rows, x chooses, o or Enter opens; and the selection bar that appears when something is chosen.
import { isFloating, isTyping } from "./hotkeys";

class TableKeys extends HTMLElement {
  private lastBox?: HTMLInputElement;

  connectedCallback() {
    this.setAttribute("ready", "");
    document.addEventListener("keydown", this.onKey);
    this.addEventListener("click", this.onClick);
    this.addEventListener("change", () => this.show());
    this.querySelector(".selection-clear")?.addEventListener("click", () => {
      for (const box of this.boxes()) box.checked = false;
      this.show();
    });
    this.show();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
  }

  private rows = () => [...this.querySelectorAll<HTMLTableRowElement>("tbody tr")];
  private boxes = () => [...this.querySelectorAll<HTMLInputElement>("tbody .check")];

  private onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target) || isFloating()) return;
    const rows = this.rows();
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    if (event.key === "j") this.goTo(rows[Math.min(at + 1, rows.length - 1)]);
    else if (event.key === "k") this.goTo(rows[Math.max(at - 1, 0)]);
    else if (event.key === "x" && at >= 0) this.toggle(rows[at]);
    else if (event.key === "o" && at >= 0) rows[at]?.querySelector<HTMLElement>("a.lead")?.click();
    else if (event.key === "Escape" && this.hasAttribute("chosen")) this.querySelector<HTMLElement>(".selection-clear")?.click();
    else return;
    event.preventDefault();
  };

  private goTo(row: HTMLTableRowElement | undefined) {
    const link = row?.querySelector<HTMLElement>("a.lead") ?? row?.querySelector<HTMLElement>("a, input");
    link?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }

  private toggle(row: HTMLTableRowElement | undefined) {
    const box = row?.querySelector<HTMLInputElement>(".check");
    if (!box) return;
    box.checked = !box.checked;
    this.show();
  }

  private onClick = (event: MouseEvent) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement)) return;
    const boxes = this.boxes();
    if (box.matches(".check-all")) for (const each of boxes) each.checked = box.checked;
    else if (event.shiftKey && this.lastBox) {
      const [from = 0, to = 0] = [boxes.indexOf(this.lastBox), boxes.indexOf(box)].sort((a, b) => a - b);
      for (const each of boxes.slice(from, to + 1)) each.checked = box.checked;
    }
    if (box.matches(".check")) this.lastBox = box;
  };

  private show() {
    const boxes = this.boxes();
    const chosen = boxes.filter((box) => box.checked).length;
    for (const box of boxes) box.closest("tr")?.classList.toggle("is-chosen", box.checked);
    this.toggleAttribute("chosen", chosen > 0);
    const all = this.querySelector<HTMLInputElement>(".check-all");
    if (all) {
      all.checked = chosen > 0 && chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    }
    const told = this.querySelector("output");
    if (told) told.textContent = String(chosen);
  }
}

customElements.define("table-keys", TableKeys);
