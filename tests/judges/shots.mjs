// Not a judge: pictures of pages, for people to look at.
//
//   node shots.mjs SITE OUT [--print] PAGE…
//
// writes OUT/<page>.<width>.<scheme>.png for every PAGE such as `zh/cases/heat.html` and, with --print,
// OUT/<page>.pdf as well: the paper itself.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { forEachInTabs, launch, settle } from "./chromium.mjs";
import { addressOf, serve, siteFolder } from "./site.mjs";

const folder = await siteFolder();
const [out, ...rest] = process.argv.slice(3);
const pages = rest.filter((argument) => argument !== "--print");
if (!out || pages.length === 0) {
  console.error(`usage: node ${process.argv[1]} SITE OUT [--print] PAGE…`);
  process.exit(2);
}
await mkdir(out, { recursive: true });

const server = await serve(folder);
const browser = await launch();
await forEachInTabs(browser, pages, { reducedMotion: "reduce" }, async (tab, page) => {
  const response = await tab.goto(addressOf(server.home, page));
  if (!response.ok()) throw new Error(`no such page: \`${page}\``);
  const name = join(out, page.replace(/\.html$/, "").replaceAll("/", "-"));
  for (const width of [390, 768, 1280]) {
    for (const scheme of ["light", "dark"]) {
      await tab.setViewportSize({ width, height: 900 });
      await tab.emulateMedia({ colorScheme: scheme });
      await settle(tab);
      await tab.screenshot({ path: `${name}.${width}.${scheme}.png`, fullPage: true });
    }
  }
  if (rest.includes("--print")) await tab.pdf({ path: `${name}.pdf`, format: "A4", preferCSSPageSize: true });
});
await browser.close();
await server.close();
console.log(`shots: ${pages.length} pages into ${out}`);
