// Enterprises side by side, held against the data that they are compared by: what is shown, what stands in the address, Back
// and Forward, the keyboard, over http and from disk, at 320 pixels, to axe, and what there is without JavaScript.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import axe from "axe-core";
import { forEachInTabs, launch, settle } from "./chromium.mjs";
import { badTexts, overflow } from "./measure.mjs";
import { addressOf, isLost, onDisk, pagesOf, serve, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const PHONE = { reducedMotion: "reduce", viewport: { width: 320, height: 800 } };
const LEAST_CHART_TEXT = 11;
const MOST = 4;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const folder = await siteFolder();
const pages = (await pagesOf(folder)).filter((page) => !isLost(page));
const texts = new Map(await Promise.all(pages.map(async (page) => [page, await readFile(join(folder, page), "utf8")])));
const compared = pages.filter((page) => texts.get(page).includes('id="compare.form"'));
const server = await serve(folder);
const browser = await launch();

const findings = [];
const find = (page, message) => findings.push(`${page} ${message}`);

const part = (tab, name) => tab.locator(`#compare\\.${name}`);
const isDone = (tab, ids) => tab.waitForFunction((n) => document.querySelectorAll("#compare\\.chosen li").length === n, ids.length);

for (const home of [server.home, onDisk(folder)]) {
  await forEachInTabs(browser, compared, PHONE, async (tab, page) => {
    tab.setDefaultTimeout(5000);
    listen(tab, page, home);
    await compare(tab, page, home).catch((error) => find(page, `the comparison fails: ${error.message.split("\n")[0]}`));
  });
}
await forEachInTabs(browser, compared, { ...PHONE, javaScriptEnabled: false }, async (tab, page) => {
  await tab.goto(addressOf(onDisk(folder), page));
  if (await part(tab, "form").isVisible()) find(page, "shows the chooser without JavaScript");
  for (const kind of ["enterprises", "industries"]) {
    if (await tab.locator(`main a[href*="${kind}/"]`).count() === 0) find(page, `leads to no ${kind} without JavaScript`);
  }
});

await browser.close();
await server.close();
verdict("compare", { seen: pages.length, scope: `${pages.length} pages, ${compared.length} with a comparison` }, findings.sort());

function listen(tab, page, home) {
  tab.on("console", (message) => message.type() === "error" && !/ERR_FILE_NOT_FOUND|404/.test(message.text()) && find(page, `console: ${message.text()}`));
  tab.on("pageerror", (error) => find(page, `script: ${error.message}`));
  tab.on("request", (request) => request.url().startsWith(home) || find(page, `asks outside for ${request.url()}`));
}

async function compare(tab, page, home) {
  const here = addressOf(home, page);
  await tab.goto(here);
  if (!(await part(tab, "form").isVisible())) return find(page, "the chooser is not shown");
  // From disk axe may not read the style sheet, and says so in the console.
  const isOnTheWeb = home === server.home;
  if (isOnTheWeb) await judgeWithAxe(tab, page, "nobody");

  // From the keyboard, one after another, till no more fit.
  const offers = part(tab, "offers").locator("button");
  await offers.first().waitFor();
  const ids = (await offers.evaluateAll((all) => all.map((it) => it.value))).slice(0, MOST);
  if (ids.length < 2) return find(page, "offers nobody to compare with each other");
  for (const [n, id] of ids.entries()) {
    await offers.nth(n).focus();
    await tab.keyboard.press("Enter");
    const chosen = ids.slice(0, n + 1);
    await isDone(tab, chosen);
    if (asked(tab) !== chosen.join()) find(page, `has \`${asked(tab)}\` in its address, not \`${chosen}\``);
    const kept = await tab.evaluate((value) => document.activeElement.value === value, id);
    if (!kept) find(page, `loses the focus when \`${id}\` is chosen`);
    if (n > 0) await judgeShown(tab, page, chosen);
    if (isOnTheWeb && (n === 1 || n === MOST - 1)) await judgeWithAxe(tab, page, `${n + 1} enterprises`);
  }
  const isFull = ids.length === MOST && (await offers.count()) > MOST;
  if (isFull && await offers.nth(MOST).isEnabled()) find(page, `offers more than ${MOST}`);

  await tab.goBack();
  await isDone(tab, ids.slice(1));
  if (asked(tab) !== ids.slice(0, -1).join()) find(page, "does not go Back to the choice before");
  await tab.goForward();
  await isDone(tab, ids);
  await judgeShown(tab, page, ids);

  const wide = await tab.evaluate(overflow);
  if (wide) find(page, `scrolls sideways: ${wide}`);
  for (const fault of new Set(await tab.evaluate(badTexts, LEAST_CHART_TEXT))) find(page, fault);
  for (const fault of new Set(await tab.evaluate(smallNames, LEAST_CHART_TEXT))) find(page, fault);

  await part(tab, "chosen").locator("button").first().click();
  await isDone(tab, ids.slice(1));
  if (await tab.evaluate(() => document.activeElement === document.body)) find(page, "loses the focus when one is removed");

  // Under its own address, and in the other language.
  const said = await part(tab, "result").textContent();
  await tab.goto(`${here}?e=${ids.slice(1)}`);
  await isDone(tab, ids.slice(1));
  if (ids.length > 2 && await part(tab, "result").textContent() !== said) find(page, "shows something else under its own address");
  const lost = await tab.evaluate((e) => [...document.querySelectorAll(".languages a")].filter((it) => !it.href.endsWith(e)).length, `?e=${ids.slice(1)}`);
  if (lost > 0) find(page, "forgets the choice in another language");

  await tab.goto(`${here}?e=${ids[0]},nobody-at-all,../x,${ids[1]}`);
  await isDone(tab, ids.slice(0, 2));
  if (!(await part(tab, "status").textContent()).includes("nobody-at-all")) find(page, "does not say whom it has no figures of");
}

/** Whom the address asks for. Pages from disk can only change what stands behind the `#`. */
function asked(tab) {
  const { search, hash } = new URL(tab.url());
  return new URLSearchParams(/^#e=/.test(hash) ? hash.slice(1) : search).get("e");
}

/** Every table says what the data say, and every value leads to its row. */
async function judgeShown(tab, page, ids) {
  const data = await Promise.all(ids.map((id) => read(join(folder, dirname(page), "enterprises", `${id}.js`))));
  const shown = new Map(await part(tab, "result").evaluate((result) =>
    [...result.querySelectorAll("section[data-key]")].map((section) => [section.dataset.key, {
      charts: section.querySelectorAll("svg[role=img]").length,
      sentence: section.querySelector(".figure-sentence").textContent,
      rows: [...section.querySelectorAll("tr")].map((row) => [...row.cells].map((it) => it.textContent.trim())),
      links: [...section.querySelectorAll("td a")].map((it) => it.getAttribute("href")),
    }])));
  const keys = [...new Set(data.flatMap(({ series }) => Object.keys(series)))];
  for (const key of keys) {
    const having = data.filter(({ series }) => series[key]), section = shown.get(key);
    if (Boolean(section) !== having.length > 1) find(page, `${section ? "draws" : "does not draw"} \`${key}\` of ${having.length} enterprises`);
    if (!section || having.length < 2) continue;
    if (section.charts !== 1) find(page, `draws \`${key}\` in ${section.charts} charts`);
    const [head, ...rows] = section.rows;
    const names = having.map(({ name }) => plain(name));
    if (head.slice(1, 1 + names.length).join() !== names.join()) find(page, `shows \`${key}\` of \`${head.slice(1)}\`, not of \`${names}\``);
    const wanted = new Map();
    having.forEach(({ periods, series }, column) => series[key].values.forEach(([place, , text, basis]) => {
      const { label, x } = periods[place];
      const row = wanted.get(label) ?? { x, cells: names.map(() => "–") };
      row.cells[column] = plain(text) + (basis ? ` (${basis})` : "");
      wanted.set(label, row);
    }));
    // The benchmark has a column of its own, and may have periods of its own.
    for (const [label, { cells }] of wanted) {
      const row = rows.find(([first]) => first === label);
      if (row?.slice(1, 1 + cells.length).join("|") !== cells.join("|")) find(page, `shows \`${row}\` for \`${key}\`, not \`${[label, ...cells]}\``);
    }
    const held = having.map(({ series }) => series[key].held?.id), isShared = held[0] && held.every((id) => id === held[0]);
    if (head.length > 1 + names.length && !isShared) find(page, `holds \`${key}\` against a benchmark that is not shared`);
    for (const link of section.links) {
      const [file, anchor] = link.split("#");
      if (!texts.get(join(dirname(page), file))?.includes(`id="${anchor}"`)) find(page, `\`${link}\` leads nowhere`);
    }
    if (names.filter((name) => section.sentence.includes(name)).length !== names.length) find(page, `says \`${section.sentence}\` of \`${names}\``);
  }
}

/** The data of an enterprise, handed over as a browser would. */
async function read(file) {
  let data;
  new Function("casebookCompare", await readFile(file, "utf8"))((_, given) => { data = given; });
  return data;
}

function plain(html) {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

/** Names at the ends of lines that are too small. They stand in the drawing as HTML, and so are as large as it makes them. */
function smallNames(least) {
  return [...document.querySelectorAll("foreignObject")].flatMap((it) => {
    const size = parseFloat(getComputedStyle(it.firstElementChild).fontSize) * it.getScreenCTM().a;
    return size < least - 0.01 ? [`chart text \`${it.textContent}\` is ${size.toFixed(1)} px`] : [];
  });
}

async function judgeWithAxe(tab, page, whom) {
  await tab.evaluate(axe.source);
  for (const width of [1280, PHONE.viewport.width]) {
    for (const colorScheme of ["light", "dark"]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.emulateMedia({ colorScheme });
      await settle(tab);
      const found = await tab.evaluate(async (values) => {
        const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
        return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} \`${node.target.flat().join(" ")}\` ${help}`));
      }, TAGS);
      for (const fault of found) find(page, `with ${whom} ${colorScheme} ${width} ${fault}`);
    }
  }
}
