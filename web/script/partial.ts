// Updates of a part of the page, by htmx. Markup says `hx-boost="select:#list target:#list swap:outerHTML"` and nothing else;
// an answer that lacks the part (an error, an ended sign-in) is opened as a page, so nobody looks at an empty hole.
import htmx from "htmx.org/dist/htmx.esm.js";
import { startWaiting, stopWaiting } from "./waiting";

type Context = {
  select?: string;
  text?: string;
  request: { action: string; method: string };
  response?: { status: number; raw: Response };
};

const context = (event: Event) => (event as CustomEvent<{ ctx: Context }>).detail.ctx;

// Back and forward load the page anew: a shared computer must not show what the last person saw.
htmx.config.history = "reload";

document.addEventListener("htmx:before:request", startWaiting);
document.addEventListener("htmx:finally:request", stopWaiting);
document.addEventListener("htmx:before:swap", (event) => {
  const ctx = context(event);
  const id = ctx.select?.startsWith("#") ? ctx.select.slice(1) : undefined;
  if (id === undefined || ctx.text?.includes(`id="${id}"`)) return;
  event.preventDefault();
  location.assign(ctx.response?.raw.url || ctx.request.action);
});
document.addEventListener("htmx:error", (event) => {
  // The line is down: let the browser say so in the person's own words.
  const ctx = context(event);
  if (ctx?.request && !ctx.response && ctx.request.method === "GET") location.assign(ctx.request.action);
});
