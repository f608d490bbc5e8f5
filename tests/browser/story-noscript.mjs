// The same acts where scripts do not run: an old or locked-down browser must do the core work.

import assert from "node:assert/strict";
import { act, may, openRequest, shows, signIn, signOut } from "./acts.mjs";
import { look, person } from "./browser.mjs";
import { paths } from "./screen.mjs";

export const title = "the core acts without scripts";

export async function tell(browser, code) {
  const staff = await person(browser, { scripts: false });
  const officer = await person(browser, { scripts: false });
  const subject = (code === "sw" ? "Bila skripti" : "Without scripts") + ` ${Date.now() % 100_000}`;

  await signIn(staff, "staff", code);
  const address = await openRequest(staff, subject, subject);

  await signIn(officer, "officer", code);
  await officer.page.goto(`${paths.requests}?q=${encodeURIComponent(subject)}`);
  await shows(officer, subject);
  await officer.page.goto(address);
  await act(officer, "take");
  await act(officer, "comment", code === "sw" ? "Nimelipokea ombi." : "I have the request.");
  await act(officer, "resolve", code === "sw" ? "Imekamilika." : "It is done.");
  await look(officer, `noscript-request-${code}`);

  await staff.page.goto(address);
  await act(staff, "confirm");
  assert.ok(!(await may(staff, "confirm")), "a confirmed request can be confirmed again");
  await signOut(staff);
  await staff.close();
  await officer.close();
}
