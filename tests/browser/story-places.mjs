// Somebody new goes round: every place on the rail, for each of the five who sign in. No place is
// broken, wider than the screen, without words in this language, or closed to readers' tools.

import assert from "node:assert/strict";
import { signIn } from "./acts.mjs";
import { person, read } from "./browser.mjs";
import { firstLink, rail } from "./screen.mjs";

export const title = "every place on the rail";
const ROLES = ["staff", "officer", "head", "director", "auditor"];
const FEWEST_PLACES = 4;

export async function tell(browser, code) {
  for (const role of ROLES) {
    const who = await person(browser);
    const { page } = who;
    await signIn(who, role, code);
    const places = await page.locator(rail).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.ok(places.length >= FEWEST_PLACES, `the rail of the ${role} has ${places.length} places`);
    for (const place of places) {
      await page.goto(place);
      await read(who, `${role} ${place}`);
      const first = page.locator(firstLink).first();
      if (!(await first.count())) continue;
      const record = await first.getAttribute("href");
      await page.goto(record);
      await read(who, `${role} ${record}`);
    }
    await who.close();
  }
}
