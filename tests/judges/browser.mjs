// The site as a reader meets it: over http below a sub-path, from disk, without JavaScript, on a narrow
// screen, from the keyboard and on paper.

import { forEachInTabs, launch, settle } from "./chromium.mjs";
import { badTexts, contents, cutCharts, focused, languages, leadBelow, openAll, overflow } from "./measure.mjs";
import { addressOf, isEmbedded, isLost, onDisk, onePageOfEachKind, pagesOf, serve, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const WIDTHS = [1280, 768, 320];
const LEAST_CHART_TEXT = 11;
/** What a telephone shows at first, without the frame of its browser. */
const PHONE = { width: 390, height: 760 };
const STILL = { reducedMotion: "reduce", viewport: { width: WIDTHS[0], height: 800 } };

const folder = await siteFolder();
// The page for lost addresses holds together only where the site is published, so it is not met here.
const met = (await pagesOf(folder)).filter((page) => !isLost(page));
// A chart by itself has been looked at on the page of its case.
const pages = [...met.filter((page) => !isEmbedded(page)), ...onePageOfEachKind(met.filter(isEmbedded))];
const kinds = onePageOfEachKind(pages).filter((page) => !isEmbedded(page));
const isCase = (page) => /^[^/]+\/cases\/(?!index\.html)[^/]+\.html$/.test(page);
const cases = kinds.filter(isCase);
const server = await serve(folder);
const browser = await launch();

const findings = [];
const find = (page, message) => findings.push(`${page} ${message}`);

const shown = new Map(); // page → its contents with JavaScript on
const spoken = new Map(); // page → its language and switches

await forEachInTabs(browser, pages, STILL, readOnTheWeb);
await forEachInTabs(browser, pages, STILL, readFromDisk);
await forEachInTabs(browser, pages, { ...STILL, javaScriptEnabled: false }, readWithoutScript);
await forEachInTabs(browser, pages.filter(isCase), { ...STILL, viewport: PHONE }, glance);
await forEachInTabs(browser, kinds, STILL, skipToMain);
await forEachInTabs(browser, kinds, STILL, switchLanguage);
await forEachInTabs(browser, cases, STILL, print);
judgeSwitches();
if (pages.length > 0 && cases.length === 0) find("cases/", "has no case page to print");

await browser.close();
await server.close();
verdict("browser", { seen: pages.length, scope: `${pages.length} pages over http, from disk and without JavaScript` }, findings.sort());

async function readOnTheWeb(tab, page) {
  await listening(tab, page, server.home, async () => {
    await tab.goto(addressOf(server.home, page));
    await tab.evaluate(openAll);
    shown.set(page, await tab.evaluate(contents));
    spoken.set(page, await tab.evaluate(languages));
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 800 });
      await settle(tab);
      const wide = await tab.evaluate(overflow);
      if (wide) find(page, `scrolls sideways at ${width}: ${wide}`);
      for (const fault of new Set(await tab.evaluate(badTexts, LEAST_CHART_TEXT))) find(page, `${fault} at ${width}`);
    }
    await tab.setViewportSize(STILL.viewport);
  });
}

async function readFromDisk(tab, page) {
  await listening(tab, `${page} (from disk)`, onDisk(folder), async () => {
    await tab.goto(addressOf(onDisk(folder), page));
    // What a script asked for may fail after the page has loaded.
    await settle(tab);
  });
}

/** Every error the page speaks of and every request that leaves `home`, while `act` goes on. */
async function listening(tab, page, home, act) {
  const heard = {
    console: (message) => message.type() === "error" && find(page, `console: ${message.text()} ${message.location().url}`),
    pageerror: (error) => find(page, `script: ${error.message}`),
    request: (request) => request.url().startsWith(home) || find(page, `asks outside for ${request.url()}`),
  };
  for (const [event, hear] of Object.entries(heard)) tab.on(event, hear);
  await act();
  for (const [event, hear] of Object.entries(heard)) tab.off(event, hear);
}

async function readWithoutScript(tab, page) {
  await tab.goto(addressOf(server.home, page));
  await tab.evaluate(openAll);
  const without = await tab.evaluate(contents);
  const complete = shown.get(page);
  if (without.text === 0) find(page, "shows no main text without JavaScript");
  if (complete.needsScript) {
    if (without.links === 0) find(page, "needs JavaScript and links to nothing to use instead");
    return;
  }
  for (const what of ["charts", "tables"]) {
    if (without[what] < complete[what]) find(page, `shows ${without[what]} of ${complete[what]} ${what} without JavaScript`);
  }
}

/** What changed, by how much and against whom is seen before the first swipe. */
async function glance(tab, page) {
  await tab.goto(addressOf(server.home, page));
  await settle(tab);
  const below = await tab.evaluate(leadBelow);
  if (below > 0) find(page, `the lead figure ends ${Math.ceil(below)} px below the first screen of a phone`);
}

async function skipToMain(tab, page) {
  await tab.goto(addressOf(server.home, page));
  await tab.keyboard.press("Tab");
  await settle(tab);
  const link = await tab.evaluate(focused);
  if (!link.leadsToMain) return find(page, "the first Tab does not reach a skip link to the main part");
  if (!link.isInSight) find(page, "the skip link has the focus but is out of sight");
  await tab.keyboard.press("Enter");
  await settle(tab);
  if (new URL(tab.url()).hash !== link.hash) find(page, "the skip link does not follow Enter");
}

async function switchLanguage(tab, page) {
  const [first] = spoken.get(page).switches;
  if (!first) return;
  await tab.goto(addressOf(server.home, page));
  await tab.evaluate(openAll);
  const link = tab.locator(`header a[hreflang="${first.lang}"], a[rel~=alternate][hreflang="${first.lang}"]`).first();
  const arrived = await link.click({ timeout: 5000 })
    .then(() => tab.waitForURL(`${first.to}**`, { timeout: 5000 }))
    .then(() => true, () => false);
  if (!arrived) find(page, "the language switch can't be clicked, or leads elsewhere");
}

/** The counterpart has the same path in the other language's tree, wherever that tree has it. */
function judgeSwitches() {
  const isBilingual = new Set([...spoken.values()].map(({ lang }) => lang)).size > 1;
  for (const [page, { switches }] of spoken) {
    if (isBilingual && switches.length === 0 && !isEmbedded(page)) find(page, "has no language switch");
    for (const { to, lang } of switches) {
      const target = decodeURIComponent(to.slice(server.home.length));
      const counterpart = [target.split("/")[0], ...page.split("/").slice(1)].join("/");
      if (!spoken.has(target)) find(page, `the language switch leads to no page: ${target}`);
      else if (spoken.get(target).lang !== lang) find(page, `the language switch promises ${lang}, but ${target} is ${spoken.get(target).lang}`);
      else if (page.includes("/") && spoken.has(counterpart) && target !== counterpart) find(page, `the language switch leads to ${target}, not to ${counterpart}`);
    }
  }
}

async function print(tab, page) {
  const onScreen = shown.get(page);
  await tab.goto(addressOf(server.home, page));
  await tab.emulateMedia({ media: "print" });
  // Nothing is opened here: paper has to show what the screen keeps folded.
  await tab.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const onPaper = await tab.evaluate(contents);
  for (const what of ["headings", "charts", "tables"]) {
    if (onPaper[what] < onScreen[what]) find(page, `prints ${onPaper[what]} of ${onScreen[what]} ${what}`);
  }
  if (onPaper.text === 0) find(page, "prints no text");
  for (const name of await tab.evaluate(cutCharts)) find(page, `may print the chart \`${name}\` on two sheets`);
  const pdf = await tab.pdf({ format: "A4", preferCSSPageSize: true });
  if (pdf.subarray(0, 5).toString() !== "%PDF-") find(page, "prints to no PDF");
  await tab.emulateMedia({ media: null });
}
