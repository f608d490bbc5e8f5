// One browser for all stories: Debian's Chromium, a fresh profile a person, accessibility by axe,
// pictures of each page in light, dark and on a telephone.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const pictures = process.env.TEHAMA_PICTURES ?? "pictures";
const address = process.env.TEHAMA_ADDRESS;

// Without the last ones Chromium keeps asking for hosts of its maker.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const looks = [
  { name: "light", scheme: "light", viewport: { width: 1280, height: 800 } },
  { name: "dark", scheme: "dark", viewport: { width: 1280, height: 800 } },
  { name: "360", scheme: "light", viewport: { width: 360, height: 740 } },
];

export const open = () => chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });

/** A person at a screen of their own; a story closes it by ending. */
export async function person(browser, { scripts = true, viewport = looks[0].viewport } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: scripts,
    viewport,
    // axe is put in from outside; the page's own policy would rightly refuse it.
    bypassCSP: scripts,
    // The people of the office type Swahili into browsers made in English.
    locale: "en-GB",
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
  page.on("response", (answer) => answer.status() >= 400 && problems.push(`${answer.status()} ${answer.url()}`));
  // An answer of 400 or more is told above, with its address.
  const told = (line) => line.type() !== "error" || line.text().startsWith("Failed to load resource");
  page.on("console", (line) => told(line) || problems.push(`console: ${line.text()}`));
  return { page, scripts, problems, viewport, close: () => context.close() };
}

/** Looks at the page as it stands: axe finds nothing serious, nothing sticks out, a picture is kept. */
export async function look(who, name) {
  const { page, scripts, problems } = who;
  noProblems(who, name);
  for (const { name: look, scheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize(viewport);
    if (scripts) await findFaults(page, `${name} (${look})`);
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}-${look}.png`) });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(who.viewport);
}

/** Nothing went wrong since the last time somebody asked. */
export function noProblems({ problems }, where) {
  if (problems.length) throw new Error(`${where}: ${problems.join("; ")}`);
}

/** Reads a page at the widths people have, without keeping pictures. */
export async function read(who, where) {
  noProblems(who, where);
  for (const width of [1280, 1024, 360]) {
    await who.page.setViewportSize({ width, height: 800 });
    await fits(who.page, `${where} (${width} px)`);
  }
  await who.page.setViewportSize(who.viewport);
  await findFaults(who.page, where);
}

async function fits(page, where) {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) throw new Error(`${where}: the page is ${wider} px wider than the screen`);
}

async function findFaults(page, where) {
  await fits(page, where);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }),
  );
  const grave = violations.filter((one) => ["serious", "critical"].includes(one.impact));
  const told = grave.map((one) => `${one.id}: ${one.help} at ${one.nodes.map((node) => node.target).slice(0, 3).join(", ")}`);
  // A word that no file has stands in these brackets.
  const wordless = (await page.locator("body").innerText()).match(/⟦[^⟧]*⟧/g);
  if (wordless) told.push(`no words for ${wordless.join(" ")}`);
  if (told.length) throw new Error(`${where}:\n  ${told.join("\n  ")}`);
}
