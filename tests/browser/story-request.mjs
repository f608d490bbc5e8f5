// The desk's main day: a member of staff asks, an officer takes it, answers and resolves it, and
// the one who asked confirms. Asking takes less than a minute, counted from the Today page.

import assert from "node:assert/strict";
import { act, may, openRequest, shows, signIn, signOut } from "./acts.mjs";
import { look, person } from "./browser.mjs";
import { paths } from "./screen.mjs";

export const title = "a request from open to confirmed";
const MOST_MS = 60_000;

const said = {
  sw: {
    subject: "Printa ya masjala haichapishi",
    description: "Tangu asubuhi inaonyesha taa nyekundu.",
    comment: "Ninakuja baada ya dakika kumi.",
    outcome: "Roli imebadilishwa; inachapisha.",
  },
  en: {
    subject: "The registry's printer does not print",
    description: "It has shown a red light since the morning.",
    comment: "I am coming in ten minutes.",
    outcome: "The roller has been changed; it prints.",
  },
};

export async function tell(browser, code) {
  const { subject, description, comment, outcome } = said[code];
  const unique = `${subject} ${Date.now() % 100_000}`;
  const staff = await person(browser);
  const officer = await person(browser);

  await staff.page.goto(paths.signIn);
  await look(staff, `sign-in-${code}`);
  await signIn(staff, "staff", code);
  await look(staff, `today-staff-${code}`);

  const begun = Date.now();
  await staff.page.goto(paths.newRequest);
  await look(staff, `request-new-${code}`);
  const looking = Date.now() - begun;
  const address = await openRequest(staff, unique, description);
  assert.ok(Date.now() - begun - looking < MOST_MS, "asking takes more than a minute");
  assert.ok(!(await may(staff, "resolve")), "staff may resolve a request");

  await signIn(officer, "officer", code);
  await look(officer, `today-officer-${code}`);
  await officer.page.goto(paths.requests);
  await shows(officer, unique);
  await look(officer, `request-list-${code}`);
  await officer.page.goto(address);
  await act(officer, "take");
  await act(officer, "comment", comment);
  await look(officer, `request-${code}`);
  await act(officer, "resolve", outcome);

  await staff.page.goto(address);
  await shows(staff, comment);
  await shows(staff, outcome);
  await act(staff, "confirm");
  assert.ok(!(await may(staff, "confirm")), "a confirmed request can be confirmed again");
  await look(staff, `request-confirmed-${code}`);
  await signOut(staff);
  await staff.close();
  await officer.close();
}
