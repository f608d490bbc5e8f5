// Coming in: a wrong password is refused in the reader's own words and keeps the name that was
// typed. The language is switched on a page with a query and comes back to the very same page.

import assert from "node:assert/strict";
import { press, signIn, signOut, speak } from "./acts.mjs";
import { look, noProblems, person } from "./browser.mjs";
import { account, fields, forms, paths, problems } from "./screen.mjs";

export const title = "signing in, and the other language";

export async function tell(browser, code) {
  const staff = await person(browser);
  const { page } = staff;
  await page.goto(paths.signIn);
  await speak(staff, code);
  await page.fill(fields.name, account("staff").name);
  await page.fill(fields.password, "si neno lenyewe hata kidogo");
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click(`${forms.signIn} >> button`)]);
  await page.locator(problems).first().waitFor();
  assert.equal(new URL(page.url()).pathname, paths.signIn);
  assert.equal(await page.inputValue(fields.name), account("staff").name, "the name is lost");
  assert.equal(await page.inputValue(fields.password), "", "the password was sent back");
  // The refusal itself, and nothing else, is an answer of 400 or more.
  assert.ok(staff.problems.every((told) => told.startsWith("4") && told.endsWith(paths.signIn)), staff.problems.join("; "));
  staff.problems.length = 0;
  await look(staff, `sign-in-refused-${code}`);

  await signIn(staff, "staff", code);
  await page.goto(`${paths.requests}?state=closed`);
  const other = code === "sw" ? "en" : "sw";
  const title = await page.title();
  for (const language of [other, code]) {
    await speak(staff, language);
    assert.equal(new URL(page.url()).search, "?state=closed", "the switch of language forgot the view");
  }
  assert.equal(await page.title(), title);
  noProblems(staff, "the other language");
  await signOut(staff);
  await staff.close();
}
