// A form that knows what is not saved: a stripe beside each changed field, a question before leaving, Ctrl Enter to send, one send at a time.
class FormKeeper extends HTMLElement {
  private first = new Map<string, string>();
  private sent = false;

  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    this.first = this.values(form);
    form.addEventListener("input", () => this.show(form));
    form.addEventListener("change", () => this.show(form));
    form.addEventListener("submit", (event) => {
      if (this.sent) event.preventDefault();
      this.sent = true;
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form.requestSubmit();
    });
    addEventListener("beforeunload", this.onLeave);
    addEventListener("pageshow", this.onShow);
    this.querySelector<HTMLElement>(".problems")?.focus();
  }

  disconnectedCallback() {
    removeEventListener("beforeunload", this.onLeave);
    removeEventListener("pageshow", this.onShow);
  }

  private onShow = () => { this.sent = false; };

  private onLeave = (event: BeforeUnloadEvent) => {
    if (!this.sent && this.querySelector("[data-changed]")) event.preventDefault();
  };

  private values(form: HTMLFormElement): Map<string, string> {
    const values = new Map<string, string>();
    for (const [name, value] of new FormData(form)) {
      const text = typeof value === "string" ? value : value.name;
      values.set(name, `${values.get(name) ?? ""}\n${text}`);
    }
    return values;
  }

  private show(form: HTMLFormElement) {
    const now = this.values(form);
    for (const field of form.querySelectorAll<HTMLElement>("[data-field]")) {
      const name = field.dataset.field ?? "";
      field.toggleAttribute("data-changed", (now.get(name) ?? "") !== (this.first.get(name) ?? ""));
    }
  }
}

customElements.define("form-keeper", FormKeeper);
