// Builds style/, script/ and the icons into one folder, with the hash of its bytes in each name:
//   node build.mjs <folder>
// pages/build.rs runs it and embeds what it finds there.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { bundle } from "lightningcss";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? join(here, "dist");

// The oldest browsers the office's PCs run: the last Chrome and Firefox for Windows 7 and 8.
const version = (major) => major << 16;
const floor = { chrome: version(109), firefox: version(115) };

function styles() {
  return bundle({ filename: join(here, "style/app.css"), minify: true, targets: floor }).code;
}

async function script() {
  const built = await build({
    entryPoints: [join(here, "script/app.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome109", "firefox115"],
    legalComments: "none",
    logLevel: "warning",
  });
  return built.outputFiles[0].contents;
}

/** One sprite of the icons named in icons.txt: its `<symbol>`s are drawn by `<use href="…#name">`. */
function icons() {
  const names = readFileSync(join(here, "icons.txt"), "utf8").split("\n").filter((line) => /^[a-z]/.test(line));
  const symbols = names.map((name) => {
    const svg = readFileSync(join(here, `node_modules/lucide-static/icons/${name}.svg`), "utf8");
    const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s+/g, " ").replaceAll(" />", "/>").replaceAll("> <", "><").trim()}</symbol>`;
  });
  const notice = "<!-- Icons: Lucide, ISC licence -->";
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${notice}${symbols.join("")}</svg>`);
}

function keep(name, bytes) {
  const [stem, extension] = name.split(".");
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const file = `${stem}-${hash}.${extension}`;
  writeFileSync(join(folder, file), bytes);
  writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
keep("app.css", styles());
keep("app.js", await script());
keep("icons.svg", icons());
keep("mark.svg", readFileSync(join(here, "mark.svg")));
