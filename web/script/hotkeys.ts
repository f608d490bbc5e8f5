// Single keys and pairs such as "g d", as printed beside the names: data-key on a link or button. None work while someone types.
const PAIR_MS = 1200;
let first = "";
let firstAt = 0;

export function isTyping(target: EventTarget | null): boolean {
  // A dialog that has just closed keeps the focus until the next frame; nobody types there.
  if (!(target instanceof HTMLElement) || target.closest("dialog:not([open])")) return false;
  return target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}

export function isFloating(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

function press(keys: string): boolean {
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(keys)}"]`);
  if (!target || target.matches(":disabled, [aria-disabled=true]")) return false;
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target) || isFloating()) return;
  if (event.key === "?") {
    event.preventDefault();
    showKeys();
    return;
  }
  const key = event.key.toLowerCase();
  const pair = first && event.timeStamp - firstAt < PAIR_MS ? `${first} ${key}` : "";
  first = key;
  firstAt = event.timeStamp;
  if ((pair && press(pair)) || press(key)) {
    event.preventDefault();
    first = "";
  }
});

/** The list of keys is gathered from the page itself, so it is never out of date. */
function showKeys() {
  const dialog = document.querySelector<HTMLDialogElement>("dialog.keys");
  const list = dialog?.querySelector(".keys-list");
  if (!dialog || !list) return;
  for (const old of list.querySelectorAll("[data-found]")) old.remove();
  for (const target of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const row = document.createElement("div");
    row.dataset.found = "";
    const name = document.createElement("dt");
    name.textContent = target.dataset.label ?? target.getAttribute("aria-label") ?? target.querySelector("span")?.textContent ?? "";
    const keys = document.createElement("dd");
    for (const key of (target.dataset.key ?? "").split(" ")) {
      const cap = document.createElement("kbd");
      cap.textContent = key;
      keys.append(cap);
    }
    row.append(name, keys);
    list.append(row);
  }
  dialog.showModal();
}
