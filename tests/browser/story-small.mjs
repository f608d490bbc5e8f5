// A telephone in a corridor: the same request from asking to confirming on a screen of 360 px, in
// the dark look, with the menu that opens by a link.

import assert from "node:assert/strict";
import { act, dress, may, openRequest, shows, signIn } from "./acts.mjs";
import { look, person } from "./browser.mjs";
import { paths, rail } from "./screen.mjs";

export const title = "a request on a telephone";
const TELEPHONE = { width: 360, height: 740 };

export async function tell(browser, code) {
  const staff = await person(browser, { viewport: TELEPHONE });
  const officer = await person(browser, { viewport: TELEPHONE });
  const subject = (code === "sw" ? "Simu yangu haipati mtandao" : "My telephone has no network") + ` ${Date.now() % 100_000}`;

  await signIn(staff, "staff", code);
  await dress(staff, "dark");
  const address = await openRequest(staff, subject, subject);

  await signIn(officer, "officer", code);
  await officer.page.locator(".menu-open").click();
  await officer.page.locator(`${rail}[href^="${paths.requests}"]`).click();
  await shows(officer, subject);
  await officer.page.locator("main table a", { hasText: subject }).first().click();
  await officer.page.waitForURL((url) => url.pathname === address);
  await act(officer, "take");
  await act(officer, "resolve", code === "sw" ? "Nenosiri la Wi-Fi limewekwa upya." : "The Wi-Fi password is set again.");
  await look(officer, `small-request-${code}`);

  await staff.page.goto(address);
  await act(staff, "confirm");
  assert.ok(!(await may(staff, "confirm")), "a confirmed request can be confirmed again");
  await look(staff, `small-confirmed-${code}`);
  await staff.close();
  await officer.close();
}
