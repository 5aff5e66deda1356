// Search as its reader meets it: what it finds against a full scan of the texts, then the page itself, over http and
// from disk, typed into and read with the keyboard alone.

import axe from "axe-core";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { forEachInTabs, launch, settle } from "./chromium.mjs";
import { addressOf, filesOf, onDisk, pagesOf, serve, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const QUERIES = 200;
/** What one query may load, texts of the first results included. */
const MOST_BYTES = 300_000;
/** What it may take once that is there. */
const MOST_MILLISECONDS = 100;
const HAN = "\\p{Script=Han}";

const folder = await siteFolder();
const all = await pagesOf(folder);
const searches = await Promise.all(all.map(async (page) => (await readFile(join(folder, page), "utf8")).includes('id="search.form"')));
const pages = all.filter((_, index) => searches[index]);
const server = await serve(folder);
const browser = await launch();
const findings = [];
const find = (page, message) => findings.push(`${page} ${message}`);
let asked = 0;

await forEachInTabs(browser, pages, {}, async (tab, page) => {
  const documents = await documentsOf(join(folder, dirname(page), "search", "texts"));
  const queries = queriesFrom(documents);
  if (queries.length === 0) return find(page, "has no texts to search");
  await recall(tab, page, documents, queries);
  await cost(tab, page, queries);
  for (const base of [server.home, onDisk(folder)]) await listening(tab, page, base, () => read(tab, page, base, queries[0]));
});

await browser.close();
await server.close();
verdict("search", { seen: all.length, scope: `${all.length} pages, ${asked} queries` }, findings.sort());

/** What can be found in a language, each with its texts as they are compared. */
async function documentsOf(texts) {
  const documents = [];
  for (const file of await filesOf(texts, ".js").catch(() => [])) {
    const script = await readFile(join(texts, file), "utf8");
    const data = JSON.parse(script.slice(script.indexOf(",") + 1, script.lastIndexOf(")")));
    for (const [, href, title, by, parts] of data) {
      const texts = [title, by, ...parts.flatMap(([, , heading, text]) => [heading, text])];
      documents.push({ href, texts: texts.map((text) => text.normalize("NFKC").toLowerCase()) });
    }
  }
  return documents;
}

/** Stretches of two to six Han characters and whole words, drawn from all texts by a die that always falls alike. */
function queriesFrom(documents) {
  const texts = documents.flatMap((document) => document.texts);
  const rows = texts.flatMap((text) => text.match(new RegExp(`${HAN}{2,}`, "gu")) ?? []);
  const words = texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}.])[a-z]{2,}(?![\p{L}\p{N}])/gu) ?? []);
  const numbers = texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}.,])\d+\.\d+(?![\d.,\p{L}])/gu) ?? []);
  let seed = 1;
  const die = (sides) => {
    seed = (seed * 48271) % 2147483647;
    return seed % sides;
  };
  const draw = (from, count, cut) => Array.from({ length: from.length > 0 ? count : 0 }, () => cut([...from[die(from.length)]]));
  const stretches = draw(rows, QUERIES, (row) => {
    const length = Math.min(row.length, 2 + die(5));
    const start = die(row.length - length + 1);
    return row.slice(start, start + length).join("");
  });
  const whole = (word) => word.join("");
  return [...stretches, ...draw(words, QUERIES, whole), ...draw(numbers, QUERIES / 10, whole)];
}

/** A term stands anywhere; a Latin word or number only where one begins. */
function scan(documents, query) {
  const escaped = query.replace(/[.]/g, "\\$&");
  const isWord = /^[a-z0-9]/.test(query);
  const before = isWord ? `(?<!(?!${HAN})[\\p{L}\\p{N}])${/^\d/.test(query) ? "(?<!\\d\\.)" : ""}` : "";
  const pattern = new RegExp(before + escaped, "u");
  return documents.filter((document) => document.texts.some((text) => pattern.test(text))).map((document) => document.href);
}

/** What search finds, all of it, is what a scan finds. */
async function recall(tab, page, documents, queries) {
  await tab.goto(addressOf(onDisk(folder), page));
  for (const query of queries) {
    asked += 1;
    const found = await tab.evaluate(async (query) => {
      const search = await window.casebookSearch.search(query);
      return (await search.next(Infinity)).map((result) => result.href);
    }, query);
    const expected = new Set(scan(documents, query));
    const missing = [...expected].filter((href) => !found.includes(href));
    const wrong = found.filter((href) => !expected.has(href));
    if (missing.length > 0) find(page, `does not find \`${query}\` in ${missing.length} of ${expected.size}: ${missing[0]}`);
    if (wrong.length > 0) find(page, `finds \`${query}\` where it is not: ${wrong[0]}`);
    if (new Set(found).size < found.length) find(page, `finds a page twice for \`${query}\``);
  }
}

/** A query from a fresh page: the bytes of its data, and its time when they are there. */
async function cost(tab, page, queries) {
  for (const query of [queries[0], queries[1], queries.at(-1)]) {
    let bytes = 0;
    const weigh = async (response) => {
      if (!new URL(response.url()).pathname.includes("/search/")) return;
      const body = await response.body();
      bytes += body.length;
    };
    tab.on("response", weigh);
    await tab.goto("about:blank");
    await tab.goto(`${addressOf(server.home, page)}?q=${encodeURIComponent(query)}`);
    await tab.locator("#search\\.results li").first().waitFor({ timeout: 5000 }).catch(() => {});
    await tab.waitForLoadState("networkidle");
    tab.off("response", weigh);
    if (bytes === 0 || bytes > MOST_BYTES) find(page, `loads ${bytes} bytes for \`${query}\``);
    const taken = await tab.evaluate(async (query) => {
      const start = performance.now();
      await (await window.casebookSearch.search(query)).next(10);
      return performance.now() - start;
    }, query);
    if (taken > MOST_MILLISECONDS) find(page, `takes ${Math.round(taken)} ms for \`${query}\``);
  }
}

/** Types a query, reads the results with the keyboard, follows the first and comes back. */
async function read(tab, page, base, query) {
  const where = base.startsWith("file:") ? "from disk" : "over http";
  const results = tab.locator("#search\\.results li");
  const status = tab.locator("#search\\.count");
  await tab.goto("about:blank");
  await tab.goto(addressOf(base, page));
  const input = tab.getByRole("searchbox");
  if (!(await input.isVisible())) return find(page, `${where} shows no field to type in`);
  await input.focus();
  // An input method composes for a while before there is anything to search for.
  await input.evaluate((field) => {
    field.value = "zi";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
  });
  await tab.waitForTimeout(400);
  if (new URL(tab.url()).search) find(page, `${where} searches while an input method composes`);
  await input.fill("");
  await tab.keyboard.type(query);
  await results.first().waitFor({ timeout: 5000 }).catch(() => {});
  if ((await results.count()) === 0) return find(page, `${where} shows nothing for \`${query}\``);
  if (new URL(tab.url()).searchParams.get("q") !== query) find(page, `${where} does not keep \`${query}\` in the address`);
  if (!/\d/.test(await status.innerText())) find(page, `${where} does not say how many results there are`);
  const marks = await results.first().locator("mark").allInnerTexts();
  if (!marks.some((mark) => mark.normalize("NFKC").toLowerCase() === query)) find(page, `${where} does not mark \`${query}\`, but ${marks}`);
  await tab.setViewportSize({ width: 320, height: 800 });
  await settle(tab);
  if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) find(page, `${where} scrolls sideways at 320 with results`);
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"], preload: false }));
  for (const { id, nodes } of violations) find(page, `${where} ${id} \`${nodes[0].target.join(" ")}\` with results`);
  await tab.setViewportSize({ width: 1280, height: 800 });
  // From the field over the button to the first result, and on from there when there are more.
  const more = tab.locator("#search\\.more button");
  if (await more.isVisible()) {
    const before = await results.count();
    await more.focus();
    await tab.keyboard.press("Enter");
    await results.nth(before).waitFor({ timeout: 5000 }).catch(() => {});
    if (!(await results.nth(before).evaluate((item) => item.contains(document.activeElement)))) find(page, `${where} loses the focus when more results are shown`);
  }
  await input.focus();
  for (const expected of ["BUTTON", "A"]) {
    await tab.keyboard.press("Tab");
    if ((await tab.evaluate(() => document.activeElement.tagName)) !== expected) return find(page, `${where} Tab does not go from the field over the button to the results`);
  }
  await tab.keyboard.press("Enter");
  await tab.waitForURL((url) => !decodeURIComponent(url.pathname).endsWith(page), { timeout: 5000 }).catch(() => find(page, `${where} Enter does not follow a result`));
  await tab.goBack();
  await results.first().waitFor({ timeout: 5000 }).catch(() => find(page, `${where} forgets its results when the reader comes back`));
  if ((await input.inputValue()) !== query) find(page, `${where} forgets \`${query}\` when the reader comes back`);
  await input.fill("\u{9FA5}\u{9FA5}\u{9FA5} qqqq");
  await tab.keyboard.press("Enter");
  await results.first().waitFor({ state: "detached", timeout: 5000 }).catch(() => {});
  if ((await results.count()) > 0 || !(await status.innerText())) find(page, `${where} does not say that nothing was found`);
  if ((await tab.locator("main nav a").filter({ visible: true }).count()) === 0) find(page, `${where} finds nothing and leads nowhere`);
}

/** Does something and listens for errors and requests that leave the site. */
async function listening(tab, page, base, act) {
  const heard = {
    console: (message) => message.type() === "error" && find(page, `console: ${message.text()}`),
    pageerror: (error) => find(page, `script: ${error.message}`),
    request: (request) => request.url().startsWith(base) || request.url() === "about:blank" || find(page, `asks outside for ${request.url()}`),
  };
  for (const [event, hear] of Object.entries(heard)) tab.on(event, hear);
  await act();
  for (const [event, hear] of Object.entries(heard)) tab.off(event, hear);
}
