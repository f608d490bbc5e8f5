// Two laptops leave the store together: chosen in the list, handed to a person, signed on the
// screen. The slip is a PDF. Afterwards both come back, so that the store is as it was.

import assert from "node:assert/strict";
import { arrive, lookUp, press, shows, signIn } from "./acts.mjs";
import { look, person } from "./browser.mjs";
import { fields, forms, pad, pageNumber, paths } from "./screen.mjs";

export const title = "two devices handed over with a slip";
const RECEIVER = "Fatma Haji Ussi";

export async function tell(browser, code) {
  const officer = await person(browser);
  const { page } = officer;
  await signIn(officer, "officer", code);
  await page.goto(paths.inStore);
  const boxes = page.locator(fields.choice);
  const devices = [];
  for (const at of [0, 1]) {
    await boxes.nth(at).check();
    devices.push(await boxes.nth(at).inputValue());
  }
  await look(officer, `device-chosen-${code}`);
  await arrive(officer, () => page.locator(forms.toHandOver).click());
  assert.equal(new URL(page.url()).pathname, paths.handOver);
  await lookUp(officer, fields.person, RECEIVER);
  await sign(page);
  await look(officer, `handover-new-${code}`);
  await press(officer, forms.handOver);

  const number = (await page.locator(pageNumber).innerText()).trim();
  assert.equal(new URL(page.url()).pathname, `/handover/${number}`);
  await shows(officer, RECEIVER);
  assert.equal(await page.locator("main img.signature-drawn").count(), 1, "the signature is not shown");
  await look(officer, `handover-${code}`);
  const slip = await page.request.get(`/handover/${number}/slip.pdf`);
  assert.equal(slip.status(), 200);
  assert.equal(slip.headers()["content-type"], "application/pdf");
  assert.equal((await slip.body()).subarray(0, 5).toString(), "%PDF-");

  await page.goto(`${paths.handOver}?direction=back${devices.map((id) => `&device=${id}`).join("")}`);
  await press(officer, forms.handOver);
  assert.match(new URL(page.url()).pathname, /^\/handover\/[^/]+$/);
  await officer.close();
}

/** A stroke with the mouse, as people sign. */
async function sign(page) {
  await page.locator(pad).scrollIntoViewIfNeeded();
  const { x, y, width, height } = await page.locator(pad).boundingBox();
  await page.mouse.move(x + width * 0.2, y + height * 0.6);
  await page.mouse.down();
  for (const at of [0.3, 0.4, 0.5, 0.6]) await page.mouse.move(x + width * at, y + height * (at % 0.2 ? 0.3 : 0.7));
  await page.mouse.up();
}
