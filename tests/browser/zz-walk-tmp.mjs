import { open, person } from "./browser.mjs";
import { signIn } from "./acts.mjs";
import { readFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const roles = (process.argv[2] ?? "staff,officer,head,director,auditor").split(",");
const langs = (process.argv[3] ?? "sw,en").split(",");
const extra = (process.argv[4] ?? "").split(",").filter(Boolean);
const shots = process.env.SHOTS !== "0";
const dir = "/tmp/stories/walk"; mkdirSync(dir, { recursive: true });
const browser = await open();
for (const role of roles) for (const lang of langs) {
  const who = await person(browser); const { page } = who;
  await signIn(who, role, lang);
  const rail = await page.$$eval(".rail a[href^='/']", (as) => as.map((a) => a.getAttribute("href")));
  let places = extra.length ? extra : ["/", ...rail, "/search?q=hp", "/me", "/settings", "/request/new", "/request", "/device"];
  if (!extra.length) {
    for (const list of ["/request", "/device", "/program", "/handover", "/sighting", "/person", "/unit"]) {
      const r = await page.goto(list); if (r.status() >= 400) { who.problems.length = 0; continue; }
      const a = await page.$$eval("main table a.lead[href]", (as) => as.slice(0, 2).map((a) => a.getAttribute("href")));
      places.push(...a.slice(0, 1));
    }
    if (["officer", "head"].includes(role)) places.push("/handover/new?direction=out", "/handover/new?direction=back", "/device/new", "/device/import", "/device/silent", "/enrolment/new", "/person/new");
  }
  places = [...new Set(places)];
  for (const place of places) {
    who.problems.length = 0;
    const answer = await page.goto(place);
    const name = `${role}-${lang}-${place.replace(/[^a-zA-Z0-9]+/g, "_")}`;
    const told = [];
    if (answer.status() >= 400) told.push(`status ${answer.status()}`);
    const text = await page.locator("body").innerText();
    if (text.includes("⟦")) told.push("untranslated " + text.match(/⟦[^⟧]*⟧/g).join(" "));
    for (const [w, h] of [[1280, 800], [1024, 768], [360, 740]]) {
      await page.setViewportSize({ width: w, height: h });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wider > 0) {
        const who2 = await page.evaluate(() => { const W = document.documentElement.clientWidth; return [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > W + 1).slice(0, 3).map((e) => e.tagName + "." + e.className).join(" "); });
        told.push(`${w}: ${wider}px wider ${who2}`);
      }
      if (w === 360 && shots) await page.screenshot({ path: `${dir}/${name}-360.png`, fullPage: false });
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
    for (const v of violations.filter((v) => ["serious", "critical", "moderate"].includes(v.impact))) told.push(`axe ${v.impact} ${v.id}: ${v.nodes.slice(0, 2).map((n) => n.target).join(" | ")}`);
    if (shots) await page.screenshot({ path: `${dir}/${name}.png`, fullPage: true });
    if (who.problems.length) told.push(who.problems.join("; "));
    console.log(`${told.length ? "BAD" : "ok "} ${role} ${lang} ${place} ${told.join(" ;; ")}`);
  }
  await who.close();
}
await browser.close();
