// The thin bar at the top while the server is asked. The style shows it only after 300 ms.
const root = document.documentElement;
let asked = 0;

export function startWaiting() {
  asked += 1;
  root.dataset.waiting = "";
}

export function stopWaiting() {
  asked = Math.max(0, asked - 1);
  if (asked === 0) delete root.dataset.waiting;
}

addEventListener("beforeunload", startWaiting);
// A page that comes back from the browser's memory waits for nothing.
addEventListener("pageshow", () => {
  asked = 0;
  delete root.dataset.waiting;
});
// A download leaves no new page behind, so its bar would stay.
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("a[download]")) setTimeout(stopWaiting, 2000);
});
