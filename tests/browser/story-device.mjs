// An officer looks for a device: the list, a search that becomes part of the address, the device's
// page. The same search from the address alone shows the same list.

import assert from "node:assert/strict";
import { signIn } from "./acts.mjs";
import { look, person } from "./browser.mjs";
import { fields, firstLink, firstNumber, pageNumber, paths } from "./screen.mjs";

export const title = "a device found and read";

export async function tell(browser, code) {
  const officer = await person(browser);
  const { page } = officer;
  await signIn(officer, "officer", code);
  await page.goto(paths.devices);
  await look(officer, `device-list-${code}`);
  const first = async () => (await page.locator(firstNumber).first().innerText()).trim();
  const number = await first();

  await page.locator(fields.search).first().fill(number);
  await page.locator(fields.search).first().press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === number);
  await page.locator(firstNumber, { hasText: number }).waitFor();
  assert.equal(await first(), number);
  const view = page.url();
  await page.goto(paths.devices);
  await page.goto(view);
  assert.equal(await first(), number, "a view is not a link");

  await page.locator(firstLink).first().click();
  await page.waitForURL((url) => /^\/device\/[^/]+$/.test(url.pathname));
  assert.equal((await page.locator(pageNumber).innerText()).trim(), number, "the device's page does not name it");
  await look(officer, `device-${code}`);
  await officer.close();
}
