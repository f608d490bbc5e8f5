// Tells each story in both languages and counts how they went. Called by `cargo xtask browser`,
// which opens an office and puts its address and accounts into the environment.

import { open } from "./browser.mjs";
import * as device from "./story-device.mjs";
import * as handover from "./story-handover.mjs";
import * as noscript from "./story-noscript.mjs";
import * as palette from "./story-palette.mjs";
import * as places from "./story-places.mjs";
import * as request from "./story-request.mjs";
import * as signIn from "./story-sign-in.mjs";
import * as small from "./story-small.mjs";

const only = process.argv[2];
const browser = await open();
let passed = 0;
let failed = 0;

for (const story of [signIn, request, noscript, small, device, handover, palette, places]) {
  for (const code of ["sw", "en"]) {
    if (only && !story.title.includes(only)) continue;
    const begun = Date.now();
    try {
      await story.tell(browser, code);
      passed += 1;
      console.log(`ok      ${story.title} (${code}), ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${story.title} (${code})\n${error.stack}`);
      for (const context of browser.contexts()) {
        for (const page of context.pages()) console.log(`  a page stood at ${page.url()}`);
        await context.close();
      }
    }
  }
}

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
