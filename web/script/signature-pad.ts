// Signing with finger, pen or mouse. The drawing goes with the form as a PNG in a hidden field; without script people sign on paper.
class SignaturePad extends HTMLElement {
  private canvas!: HTMLCanvasElement;
  private field!: HTMLInputElement;
  private isDrawing = false;

  connectedCallback() {
    this.canvas = this.querySelector("canvas")!;
    this.field = this.querySelector("input")!;
    this.setAttribute("ready", "");
    this.fit();
    this.canvas.addEventListener("pointerdown", this.onDown);
    this.canvas.addEventListener("pointermove", this.onMove);
    this.canvas.addEventListener("pointerup", this.onUp);
    this.canvas.addEventListener("pointercancel", this.onUp);
    this.querySelector("button")?.addEventListener("click", () => this.clear());
  }

  /** Canvas pixels follow the screen's, so the ink is sharp on paper too. */
  private fit() {
    const { width, height } = this.canvas.getBoundingClientRect();
    const scale = Math.max(2, devicePixelRatio);
    this.canvas.width = width * scale;
    this.canvas.height = height * scale;
    const pen = this.canvas.getContext("2d")!;
    pen.scale(scale, scale);
    pen.lineWidth = 2;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#111";
  }

  private onDown = (event: PointerEvent) => {
    event.preventDefault();
    this.isDrawing = true;
    this.canvas.setPointerCapture(event.pointerId);
    const pen = this.canvas.getContext("2d")!;
    pen.beginPath();
    pen.moveTo(event.offsetX, event.offsetY);
    pen.lineTo(event.offsetX + 0.1, event.offsetY);
    pen.stroke();
  };

  private onMove = (event: PointerEvent) => {
    if (!this.isDrawing) return;
    const pen = this.canvas.getContext("2d")!;
    pen.lineTo(event.offsetX, event.offsetY);
    pen.stroke();
  };

  private onUp = () => {
    if (!this.isDrawing) return;
    this.isDrawing = false;
    this.keep(this.canvas.toDataURL("image/png"));
  };

  private clear() {
    this.canvas.getContext("2d")!.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.keep("");
  }

  private keep(drawing: string) {
    this.field.value = drawing;
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("signature-pad", SignaturePad);
