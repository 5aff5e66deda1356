// The explorer of cases, held against a scan of its own data: what it counts, what it finds, what stands in the address,
// over http and from disk, and that nothing of it shows without JavaScript.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { forEachInTabs, launch } from "./chromium.mjs";
import { addressOf, isLost, onDisk, pagesOf, serve, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const PHONE = { reducedMotion: "reduce", viewport: { width: 320, height: 800 } };
const SHOWN_AT_ONCE = 24;

const folder = await siteFolder();
const pages = (await pagesOf(folder)).filter((page) => !isLost(page));
const texts = await Promise.all(pages.map((page) => readFile(join(folder, page), "utf8")));
const explored = pages.filter((_, index) => texts[index].includes("data-src="));
const server = await serve(folder);
const browser = await launch();

const findings = [];
const find = (page, message) => findings.push(`${page} ${message}`);

await forEachInTabs(browser, explored, PHONE, async (tab, page) => {
  tab.setDefaultTimeout(5000);
  await explore(tab, page).catch((error) => find(page, `the explorer fails: ${error.message}`));
});
await forEachInTabs(browser, explored, { ...PHONE, javaScriptEnabled: false }, async (tab, page) => {
  await tab.goto(addressOf(onDisk(folder), page));
  if (await tab.locator("[data-src]").isVisible()) find(page, "shows the explorer without JavaScript");
});

await browser.close();
await server.close();
verdict("explorer", { seen: pages.length, scope: `${pages.length} pages, ${explored.length} with an explorer` }, findings.sort());

async function explore(tab, page) {
  const explorer = tab.locator("[data-src]");
  await tab.goto(addressOf(server.home, page));
  await tab.waitForLoadState("load");
  if (!(await explorer.isVisible())) return find(page, "the explorer is not shown");

  const data = await read(join(folder, dirname(page), await explorer.getAttribute("data-src")));
  await explorer.locator("input[type=search]").focus();
  await explorer.locator("summary").click();
  await explorer.locator("input[type=checkbox]").first().waitFor();

  // Nothing, one term, two of a kind, and one of each of two kinds.
  const [first, second] = [...data.facets.keys()].filter((facet) => data.facets[facet].length > 1);
  const choices = [new Map(), new Map([[first, [0]]]), new Map([[first, [0, 1]]]), new Map([[first, [0]], [second, [1]]])];
  for (const chosen of choices) {
    await choose(explorer, chosen);
    await compare(tab, page, data, chosen);
  }

  const said = await explorer.locator("[role=status]").textContent();
  const { search } = new URL(tab.url());
  for (const home of [server.home, onDisk(folder)]) {
    await tab.goto(addressOf(home, page) + search);
    await tab.locator("[role=status]:not(:empty)").waitFor({ state: "attached" });
    if (await explorer.locator("[role=status]").textContent() !== said) find(page, `finds something else under its own address at ${home}`);
  }

  // From disk, where the address may only change behind the `#`.
  const word = data.cases[0][1].slice(0, 4);
  await explorer.locator(".explorer-clear").click();
  if (await tab.locator("#page\\.found").isVisible()) find(page, "still shows what was found after it was cleared");
  if (!(await tab.locator("[data-paged]").isVisible())) find(page, "does not show the list again after it was cleared");
  await explorer.locator("input[type=search]").fill(word);
  const titles = await tab.locator("#page\\.found h3").allTextContents();
  if (!titles.includes(data.cases[0][1])) find(page, `does not find \`${word}\``);
  await tab.reload();
  await tab.locator("[role=status]:not(:empty)").waitFor({ state: "attached" });
  if (await explorer.locator("input[type=search]").inputValue() !== word) find(page, "forgets from disk what was asked");
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) find(page, "scrolls sideways with what was found");
}

/** The explorer's data, handed over as a browser would. */
async function read(file) {
  let data;
  new Function("casebookExplorer", await readFile(file, "utf8"))((given) => { data = given; });
  return data;
}

async function choose(explorer, chosen) {
  const sets = explorer.locator("fieldset");
  for (let facet = 0; facet < await sets.count(); facet++) {
    const boxes = sets.nth(facet).locator("input");
    for (let place = 0; place < await boxes.count(); place++) {
      const wanted = chosen.get(facet)?.includes(place) ?? false;
      if (await boxes.nth(place).isChecked() !== wanted) await boxes.nth(place).setChecked(wanted);
    }
  }
}

async function compare(tab, page, data, chosen) {
  const { hits, counts } = scan(data, chosen);
  const what = JSON.stringify([...chosen]);
  const shown = await tab.locator("[data-src] fieldset").evaluateAll((sets) =>
    sets.map((set) => [...set.querySelectorAll(".explorer-number")].map((number) => Number(number.textContent))));
  if (JSON.stringify(shown) !== JSON.stringify(counts)) find(page, `counts ${JSON.stringify(shown)} for ${what}, not ${JSON.stringify(counts)}`);
  if (chosen.size === 0) return;
  const titles = await tab.locator("#page\\.found h3").allTextContents();
  const wanted = hits.slice(0, SHOWN_AT_ONCE).map((it) => it[1]);
  if (JSON.stringify(titles) !== JSON.stringify(wanted)) find(page, `shows ${titles.length} cases for ${what}, not ${wanted.length}`);
  const said = await tab.locator("[data-src] [role=status]").textContent();
  if (!new RegExp(`(^|\\D)${hits.length}(\\D|$)`).test(said)) find(page, `says \`${said}\` of ${hits.length} cases`);
}

/** What should be found, case by case and term by term: a term has the cases of those below it. */
function scan({ facets, enterprises, cases }, chosen) {
  const termsOf = ([, , , by, [areas, kind, stage, year, tags]]) =>
    [[enterprises[by][2]], areas, [kind], [enterprises[by][3]], [stage], [year], tags];
  const isWithin = (facet, place, above) => place != null && (place === above || isWithin(facet, facets[facet][place][2], above));
  const has = (it, facet, place) => termsOf(it)[facet].some((own) => isWithin(facet, own, place));
  const passes = (it, but) => [...chosen].every(([facet, places]) => facet === but || places.some((place) => has(it, facet, place)));
  return {
    hits: cases.filter((it) => passes(it)),
    counts: facets.map((terms, facet) => terms.map((_, place) => cases.filter((it) => passes(it, facet) && has(it, facet, place)).length)),
  };
}
