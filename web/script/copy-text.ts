// A small button beside a serial number or a hash. The clipboard exists only on HTTPS and on this machine; elsewhere the button stays away.
class CopyText extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) return;
    this.setAttribute("ready", "");
    const button = this.querySelector("button");
    button?.addEventListener("click", async () => {
      await navigator.clipboard.writeText(this.dataset.text ?? "");
      const use = button.querySelector("use");
      const href = use?.getAttribute("href") ?? "";
      use?.setAttribute("href", href.replace("#copy", "#check"));
      setTimeout(() => use?.setAttribute("href", href), 1500);
    });
  }
}

customElements.define("copy-text", CopyText);
