// The keyboard alone: Ctrl K finds a device by the serial number on its back, an act and a place by
// their names in either language, and opens what is chosen. The dark look is kept from page to page.

import assert from "node:assert/strict";
import { dress, signIn } from "./acts.mjs";
import { look, noProblems, person } from "./browser.mjs";
import { firstLink, palette, paths } from "./screen.mjs";

export const title = "the palette, and the dark look";

export async function tell(browser, code) {
  const officer = await person(browser);
  const { page } = officer;
  await signIn(officer, "officer", code);
  await page.goto(`${paths.devices}?state=in_use`);
  const device = await page.locator(firstLink).first().getAttribute("href");
  await page.goto(device);
  const serial = await page.locator("main copy-text").nth(1).getAttribute("data-text");

  await page.goto(paths.today);
  await page.keyboard.press("Control+k");
  await page.locator(palette.field).fill(serial);
  await page.locator(`${palette.results}[href="${device}"]`).waitFor();
  await look(officer, `palette-${code}`);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === device);

  for (const [typed, place] of [["watumishi", "/person"], ["people", "/person"]]) {
    await page.keyboard.press("/");
    await page.locator(palette.field).fill(typed);
    await page.locator(`${palette.results}[href="${place}"]`).waitFor();
    await page.keyboard.press("Escape");
    await page.locator(palette.box).waitFor({ state: "hidden" });
  }

  await dress(officer, "dark");
  await page.goto(paths.requests);
  assert.equal(await page.getAttribute("html", "data-theme"), "dark", "the dark look is forgotten");
  const paper = await page.locator("main").evaluate((main) => getComputedStyle(main).backgroundColor);
  assert.notEqual(paper, "rgb(255, 255, 255)");
  noProblems(officer, "the dark look");
  await dress(officer, "system");
  assert.equal(await page.getAttribute("html", "data-theme"), null);
  await officer.close();
}
