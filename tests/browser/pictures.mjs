// The few pictures that docs/ shows, made anew from a demo: `cargo xtask browser --pictures`. Each is
// to be looked at by a person before it is kept.

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { signIn, speak } from "./acts.mjs";
import { open, person, pictures } from "./browser.mjs";
import { firstLink, paths } from "./screen.mjs";

const SCREEN = { width: 1280, height: 800 };
const TELEPHONE = { width: 360, height: 740 };
const OF_TODAY = `${paths.requests}?assignee=me&state=new,assigned&sort=due_at`;
const HELD_LAPTOPS = `${paths.devices}?kind=laptop&state=in_use`;
// Dots an inch of a printed page, so that it can be read and stays small.
const DOTS = "75";

mkdirSync(pictures, { recursive: true });
const browser = await open();
const officer = await person(browser);
const { page } = officer;

await page.goto(paths.signIn);
await speak(officer, "sw");
await keep("sign-in", SCREEN);
await signIn(officer, "officer", "sw");
await keep("today", SCREEN);
await page.goto(`${paths.requests}?state=new,assigned,waiting`);
await keep("list", SCREEN);
await openFirst(OF_TODAY);
await keep("request", SCREEN);
await keep("request-360", TELEPHONE);
await speak(officer, "en");
await keep("request-dark", SCREEN, "dark");
await openFirst(HELD_LAPTOPS);
await keep("device", SCREEN);
await openFirst("/handover?direction=out");
await slip(page.url());

await officer.close();
await browser.close();

async function openFirst(list) {
  await page.goto(list);
  await page.goto(await page.locator(firstLink).first().getAttribute("href"));
}

async function keep(name, viewport, colorScheme = "light") {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize(viewport);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** The printed slip as paper shows it, by poppler. */
async function slip(handover) {
  const answer = await page.request.get(`${new URL(handover).pathname}/slip.pdf`);
  const paper = join(pictures, "slip.pdf");
  writeFileSync(paper, await answer.body());
  execFileSync("pdftoppm", ["-png", "-gray", "-r", DOTS, "-f", "1", "-singlefile", paper, join(pictures, "slip")]);
  rmSync(paper);
}
