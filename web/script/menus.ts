// <details class="menu"> opens without script; this closes it on Escape or a click elsewhere, and closes the flash message.
const openMenus = () => document.querySelectorAll<HTMLDetailsElement>("details.menu[open]");

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  for (const menu of openMenus()) if (!target || !menu.contains(target)) menu.open = false;
  if (target?.closest(".flash-close")) target.closest(".flash > div")?.remove();
  const closer = target?.closest("dialog.keys .dialog-close");
  if (closer) closer.closest("dialog")?.close();
  if (target instanceof HTMLDialogElement) target.close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
  if (location.hash === "#menu") location.hash = "";
});
