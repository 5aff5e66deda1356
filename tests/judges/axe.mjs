// axe over pages of every kind, light and dark, at 320 and 1280 pixels.

import axe from "axe-core";
import { forEachInTabs, launch, openPublished, settle } from "./chromium.mjs";
import { addressOf, isEmbedded, isLost, onePageOfEachKind, pagesOf, serve, siteFolder, someOfEachKind } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [1280, 320].flatMap((width) => ["light", "dark"].map((scheme) => ({ width, scheme })));

const folder = await siteFolder();
const all = await pagesOf(folder);
// Of the many alike some tell as much as all, in half the time. A chart by itself has been looked at on the page of its case.
const OF_EACH_KIND = 12;
const pages = [
  ...someOfEachKind(all.filter((page) => !isEmbedded(page)), OF_EACH_KIND),
  ...onePageOfEachKind(all.filter(isEmbedded)),
];
const server = await serve(folder);
const browser = await launch();
const findings = new Map(pages.map((page) => [page, []]));

// Without motion a change of scheme is there at once, and no colour is caught half way.
await forEachInTabs(browser, pages, { reducedMotion: "reduce" }, async (tab, page) => {
  if (isLost(page)) await openPublished(tab, folder, page);
  else await tab.goto(addressOf(server.home, page));
  // What a reader can open is read too: the tables behind the charts.
  await tab.evaluate(() => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
  // Evaluated through the debugger, since the page's own policy rightly refuses a script tag.
  await tab.evaluate(axe.source);
  // One load, four views: what the page is made of is the same, only size and scheme change.
  for (const { width, scheme } of VIEWS) {
    await tab.setViewportSize({ width, height: 800 });
    await tab.emulateMedia({ colorScheme: scheme });
    await settle(tab);
    for (const { rule, help, selectors } of await tab.evaluate(violations, TAGS)) {
      for (const selector of selectors) {
        findings.get(page).push(`${page} ${scheme} ${width} ${rule} \`${selector}\` ${help}`);
      }
    }
  }
});

await browser.close();
await server.close();
verdict("axe", { seen: pages.length, scope: `${pages.length} pages × ${VIEWS.length} views` }, [...findings.values()].flat());

async function violations(tags) {
  const { violations } = await globalThis.axe.run(document, {
    runOnly: { type: "tag", values: tags },
    resultTypes: ["violations"],
  });
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    selectors: nodes.map((node) => node.target.flat().join(" ")),
  }));
}
