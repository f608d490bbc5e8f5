// What people do at the screen, in the words of the office. Each act fails when the page does not
// show that it happened.

import assert from "node:assert/strict";
import { account, account_menu, fields, forms, language, lookupChoice, paths, send, theme, words } from "./screen.mjs";

export async function signIn(who, role, code) {
  const { name, password } = account(role);
  assert.ok(name && password, `no account of a ${role} in the environment`);
  await who.page.goto(paths.signIn);
  await who.page.fill(fields.name, name);
  await who.page.fill(fields.password, password);
  await press(who, forms.signIn);
  assert.ok(!new URL(who.page.url()).pathname.startsWith(paths.signIn), `the ${role} is still at the sign-in page`);
  await speak(who, code);
}

/** The same page in another language; the page says itself which it is in. */
export async function speak(who, code) {
  const spoken = () => who.page.getAttribute("html", "lang");
  if ((await spoken()) !== code) {
    const before = new URL(who.page.url()).pathname;
    await arrive(who, () => who.page.locator(language(code)).first().click());
    assert.equal(new URL(who.page.url()).pathname, before, "the switch of language left the page");
  }
  assert.equal(await spoken(), code);
}

/** Light, dark, or as the machine is set; the switch lies in the menu under the name. */
export async function dress(who, code) {
  await who.page.locator(account_menu).click();
  await arrive(who, () => who.page.locator(theme(code)).click());
}

/** Types into a field that looks people or devices up, and takes what it offers first. */
export async function lookUp(who, field, typed) {
  await who.page.locator(field).fill(typed);
  await who.page.locator(lookupChoice).filter({ hasText: typed }).first().click();
}

/** Opens a request; answers with its address. */
export async function openRequest(who, subject, description) {
  await who.page.goto(paths.newRequest);
  await who.page.fill(fields.subject, subject);
  await who.page.fill(fields.description, description);
  await press(who, forms.open);
  const { pathname } = new URL(who.page.url());
  assert.match(pathname, /^\/request\/(?!new$)[^/]+$/, "the new request is not shown");
  await shows(who, subject);
  return pathname;
}

/** Does an act of a record: fills its text, if it has one, and sends its form. */
export async function act(who, name, text) {
  const form = who.page.locator(forms[name]).first();
  await form.waitFor({ state: "attached" });
  // A form may lie folded; its summary opens it, without scripts too.
  if (!(await form.isVisible())) await who.page.locator("details", { has: form }).locator("summary").first().click();
  if (text) await form.locator(words).first().fill(text);
  for (const choice of await form.locator("select[required]").all()) {
    if (!(await choice.inputValue())) await choice.selectOption({ index: 1 });
  }
  await arrive(who, () => form.locator(send).first().click());
  if (text) await shows(who, text);
}

export const may = async (who, name) => (await who.page.locator(forms[name]).count()) > 0;

export async function shows(who, text) {
  await who.page.getByText(text).first().waitFor();
}

export async function signOut(who) {
  await press(who, forms.signOut);
  await who.page.goto(paths.requests);
  assert.ok(await who.page.locator(fields.password).count(), "signed out, but the list is shown");
}

// Signing out stands twice in a page: in sight, and folded into a menu.
export const press = (who, form) => arrive(who, () => who.page.locator(form).locator(send).filter({ visible: true }).first().click());

/** Does something that leads to a page or renews this one, and waits for it. */
export async function arrive(who, doing) {
  const isPage = (answer) => answer.request().resourceType() === "document" && (answer.status() < 300 || answer.status() >= 400);
  const [answer] = await Promise.all([who.page.waitForResponse(isPage), doing()]);
  assert.ok(answer.status() < 400, `${answer.status()} from ${answer.url()}`);
  await who.page.waitForLoadState("load");
}
