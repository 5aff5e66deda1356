// Who judges the judges: a good site that all must pass, and for each judge a site of planted faults, one
// a page, each of which it must find on that page.
//
//   node --test selftest.mjs

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
const WORDS = {
  en: { lang: "en", skip: "Skip to content", home: "Home", heat: "Waste heat", other: "中文", text: "The mill heats the town." },
  zh: { lang: "zh-Hans", skip: "跳到正文", home: "首页", heat: "余热回收", other: "English", text: "轧钢厂为全城供暖。" },
};
const CHART = `<svg viewBox="0 0 280 40" width="280" height="40" role="img" aria-label="6.2 to 9.4"><text x="10" y="25">9.4</text></svg>`;
const TABLE = `<table><tr><th scope="row">2024</th><td>9.4</td></tr></table>`;
// A chart with help, but for the keys.
const HELPED = `<figure class="figure" id="bare"><div class="figure-drawing"><svg class="chart trend" viewBox="0 0 9 9" role="img" aria-label="9.4"></svg><i role="slider" tabindex="0" aria-valuemax="2" aria-valuenow="1" aria-valuetext="1"></i><p class="figure-tip"><b>9.4</b></p></div>${TABLE}</figure>`;
const KEYS = `const slider = document.querySelector("[role=slider]");
let at = 1;
slider.onkeydown = () => {
  at = Math.min(2, at + 1);
  slider.ariaValueNow = String(at);
  slider.ariaValueText = String(at);
};`;
const DOT = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><circle r="1"/></svg>`;

// The page of search as it is published, over two texts with `heat`, of which its list of words knows one.
const SEARCH_SCRIPT = await readFile(new URL("../../themes/default/scripts/search.js", import.meta.url), "utf8");
const SEARCH = `<form role="search" id="search.form" hidden data-folder="search/" data-edition="1" data-working="…" data-found="{}" data-one="{}" data-about="{}" data-none="None" data-failed="Failed">
<label>Search <input type="search" id="search.query"></label><button>Search</button></form><p id="search.count" role="status"></p><ol id="search.results"></ol>
<template id="search.result"><li><h2><a></a></h2><p class="result-kind"></p><p><a></a> <span></span></p></li></template>
<p id="search.more" hidden><button type="button">More</button></p><nav id="search.ways" aria-label="Browse"><a href="../index.html">Home</a></nav>`;
const SEARCHED = {
  "search/index.js": `casebookSearch("index",[[2],["heat"]])`,
  "search/words/0.js": `casebookSearch("words/0","heat D;steel DD")`,
  "search/texts/0.js": `casebookSearch("texts/0",[["Case","../cases/heat.html","One","",[[1,"","","Steel and heat."]]],["Case","../cases/heat.html#2","Two","",[[1,"","","Heat and steel."]]]])`,
};

// What a case says of the picture that stands for it.
const SHARED = `<meta property="og:image" content="https://example.org/site/media/share.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="9.4">
<meta name="twitter:card" content="summary_large_image">
`;

// The page of comparisons with two enterprises and one indicator.
const FIGURES = (id, value) => `casebookCompare("${id}",{"name":"${id.toUpperCase()}","industry":"i","periods":[{"key":"2024","x":2024,"label":"2024","during":"in 2024"}],"series":{"roe.1":{"values":[[0,${value},"${value}.0%"]]}}})`;
const COMPARE = {
  script: await readFile(new URL("../../themes/default/scripts/compare.js", import.meta.url), "utf8"),
  html: `<form id="compare.form" hidden data-folder="compare/" data-enterprises="enterprises/" data-per-file="9" data-most="4" data-separator=", " data-period="Period" data-indicator="Indicator" data-remove="Remove {}" data-more="{} {}" data-narrow="Many" data-none="None" data-full="Full" data-one="One more" data-done="{} indicators" data-failed="No {}" data-glance="At a glance" data-bold="Bold is better" data-best=" (better)" data-high="Falling {}: {}" data-low="Rising {}: {}" data-item="{} {}" data-lacking="Not {}">
<ul id="compare.chosen"></ul><details id="compare.find" open><summary>Choose</summary><label>Industry <select id="compare.industry"><option value="i" data-from="0" data-to="2">All</option></select></label>
<label>Name <input id="compare.name"></label><ul id="compare.offers"></ul><p id="compare.hint"></p></details><p id="compare.status"></p><button type="button" id="compare.show" hidden>Show</button></form>
<div id="compare.result" tabindex="-1" hidden></div><div id="compare.list"><a href="../index.html">A</a></div>
<template id="compare.sections"><section data-key="roe.1" data-stem="#main" data-step="1" data-better="up"><h2 id="compare.of.roe.1"><a href="../index.html">ROE</a></h2></section></template>`,
  data: { "compare/0.js": `casebookCompare("compare/0",[["a","A"],["b","B"]])`, "enterprises/a.js": FIGURES("a", 9), "enterprises/b.js": FIGURES("b", 7) },
};

// A fault is `add`ed to a page's main part or `head`, comes about by a `swap`, or is in a file of its own:
// `css` and `js` stand beside the page and are linked from it. No page links to one that is `unlinked`.
const faults = {
  nu: [
    ["a stray end tag", { add: "</section>" }, /html:18 Stray end tag/],
    ["a misspelt property", { css: "p { colour: red }" }, /css:1 .*colour/],
    ["a broken drawing", { files: { "dot.svg": `<svg xmlns="http://www.w3.org/2000/svg"><circle r="x"></svg>` } }, /svg:1 /],
  ],
  links: [
    ["a link to no file", { add: `<a href="cold.html">Cold</a>` }, /`cold\.html` leads to no file/],
    ["a link to a folder", { add: `<a href="./">Cases</a>` }, /`\.\/` names a folder/],
    ["an absolute link", { add: `<a href="/en/index.html">Home</a>` }, /is absolute/],
    ["a link out of the folder", { add: `<a href="../../../index.html">Home</a>` }, /leaves the site/],
    ["a published address where a relative one belongs", { add: `<a href="https://example.org/site/en/index.html">Home</a>` }, /not relative/],
    ["an image missing from a srcset", { add: `<img alt="" src="dot.svg" srcset="dot.svg 1x, two.png 2x">`, files: { "dot.svg": DOT } }, /`two\.png` leads to no file/],
    ["a missing anchor", { add: `<a href="#cold">Cold</a>` }, /`#cold` has no anchor/],
    ["a missing anchor on another page", { add: `<a href="../cases/heat.html#cold">Cold</a>` }, /has no anchor in en\/cases\/heat\.html/],
    ["an unreachable page", { unlinked: true }, /can't be reached/],
    ["a one-sided language pair", { head: `<link rel="alternate" hreflang="zh" href="../../zh/index.html">` }, /does not name this page in return/],
    ["a canonical address of no page", { swap: [/(canonical.*)page/, "$1cold"] }, /canonical `https:.*cold\.html` leads to no page/],
    ["a sitemap entry for no page", { files: { "sitemap.xml": "<urlset><url><loc>https://example.org/site/en/cold.html</loc></url></urlset>" } }, /sitemap\.xml:1 .*leads to no file/],
    ["an image from outside", { add: `<img src="https://example.org/x.png" alt="">` }, /is fetched from outside/],
    ["an image in the address", { add: `<img src="data:image/png;base64,AA==" alt="">` }, /is a `data:` address/],
    ["a font missing from the style sheet", { css: "@font-face { src: url(han.woff2) }" }, /url\(han\.woff2\) leads to no file/],
    ["an inline style", { add: `<p style="color: red">Red</p>` }, /<p> has an inline `style`/],
    ["an inline handler", { add: `<p onclick="go()">Go</p>` }, /<p> has an inline `onclick`/],
    ["an inline script", { add: "<script>go()</script>" }, /has an inline <script>/],
    ["a second h1", { add: "<h1>Cold</h1>" }, /has 2 h1/],
    ["an id used twice", { add: `<p id="main">Main</p>` }, /id `main` stands twice/],
    ["a page without a policy", { swap: [/<meta http-equiv.*>/, ""] }, /has no content security policy/],
    ["a policy with a hole", { swap: ["img-src 'self'", "img-src *"] }, /the policy has a hole/],
    ["a page without a language", { swap: [`lang="en"`, ""] }, /has no language/],
  ],
  linked: [
    ["linked data that is no JSON", { head: `<script type="application/ld+json">{</script>` }, /does not expand/],
    ["linked data of no type", { head: linkedData(`"name": "Heat"`) }, /has no type/],
    ["a vocabulary that nobody knows", { head: linkedData(`"@type": "Thing"`, "https://example.com/") }, /does not expand/],
    ["linked data that names a missing page", { head: linkedData(`"@type": "Thing", "url": "https://example.org/site/en/cold.html"`) }, /cold\.html`, which leads to no file/],
  ],
  axe: [
    ["an image without alt", { add: `<img src="dot.svg" width="1" height="1">`, files: { "dot.svg": DOT } }, / light 320 image-alt `img/],
    ["text too pale in the dark", { css: "@media (prefers-color-scheme: dark) { body { background: #333; color: #444 } }" }, / dark 1280 color-contrast/],
  ],
  share: [
    ["a case without a picture", { name: "cases/none", swap: [/<meta property="og:image" .*>/, ""] }, /cases\/none\.html has no picture to share/],
    ["a picture that is not there", { name: "cases/gone", swap: ["media/share.png", "media/cold.png"] }, /cold\.png` leads to no file/],
    ["a picture by a relative address", { name: "cases/near", swap: ["https://example.org/site/media", "../../media"] }, /`\.\.\/\.\.\/media\/share\.png` is no absolute address/],
    ["a picture of another size", { name: "cases/small", swap: ["media/share.png", "en/cases/small.png"], files: { "small.png": png(600, 315, (x, y) => x ^ y) } }, /small\.png is 600 × 315, not 1200 × 630/],
    ["a picture that is said to be larger", { name: "cases/said", swap: [`content="630"`, `content="1260"`] }, /is said to be 1200 × 1260/],
    ["an empty picture", { name: "cases/empty", swap: ["media/share.png", "en/cases/empty.png"], files: { "empty.png": png(1200, 630, (x, y) => (y > 400 ? 9 : 0)) } }, /nothing is written on en\/cases\/empty\.png/],
    ["a heavy picture", { name: "cases/heavy", swap: ["media/share.png", "en/cases/heavy.png"], files: { "heavy.png": png(1200, 630, (x, y) => (x * y * 31) % 251) } }, /heavy\.png has \d+\.\d KiB/],
    ["no picture at all", { name: "cases/text", swap: ["media/share.png", "en/cases/text.png"], files: { "text.png": "text" } }, /text\.png is no PNG/],
    ["a picture without words", { name: "cases/mute", swap: [/<meta property="og:image:alt".*>/, ""] }, /does not say what is on its picture/],
    ["a picture that is shown small", { name: "cases/card", swap: [/<meta name="twitter:card".*>/, ""] }, /does not ask for a large picture/],
  ],
  weight: [
    ["a heavy style sheet", { css: `/*${"x".repeat(31 * 1024)}*/` }, /has 3\d\.\d KiB of style sheets/],
    ["a heavy style sheet for paper", { head: `<link rel="stylesheet" media="print" href="paper.css">`, files: { "paper.css": `/*${"x".repeat(5 * 1024)}*/` } }, /has 5\.\d KiB of style sheets for paper/],
    ["a case page that takes long to fetch", { name: "cases/a", add: `<p>${noise(140 * 1024)}</p>` }, /first view is 1\d\d\.\d KiB/],
  ],
  lighthouse: [
    // Only the first case page of a language is looked at.
    ["a page kept from search engines, with an image without words", { name: "cases/a", swap: [/<meta name="description".*>/, `<meta name="robots" content="noindex">`], add: `<img src="cold.png">` }, /accessibility \d\d: .*\[alt\]/],
  ],
  help: [
    ["a chart without help", { add: HELPED.replace(/<i.*<\/p>/, "") }, /the chart `bare` has no help/],
    ["a point that is never reached", { add: HELPED, js: KEYS.replace("at + 1", "at") }, /`bare` does not come to point 2/],
    ["points that say the same", { add: HELPED, js: KEYS.replace(/.*ariaValueText.*/, "") }, /`bare` says the same of two of 2 points/],
    ["a value that no table has", { add: HELPED.replace("<b>9.4", "<b>9.5"), js: KEYS }, /`bare` says `9\.5`, which is not in its table/],
    ["words out of the window", { add: HELPED, css: ".figure-tip { position: absolute; left: 300px; width: 100px }", js: KEYS }, /`bare` is cut off/],
    ["words that stay", { add: HELPED, js: KEYS }, /`bare` stays open after Escape/],
  ],
  search: [
    ["a search that misses a page", { add: SEARCH, js: SEARCH_SCRIPT, files: SEARCHED }, /does not find `heat` in 1 of 2/],
    ["a search without texts", { add: SEARCH, js: SEARCH_SCRIPT }, /has no texts to search/],
  ],
  explorer: [
    ["an explorer that never shows", { add: `<div data-src="page.js" role="search" hidden></div>` }, /the explorer is not shown/],
    ["an explorer that waits for a script", { add: `<div data-src="page.js" role="search">9.4</div>` }, /shows the explorer without JavaScript/],
    ["an explorer without data", { add: `<div data-src="page.js" role="search">9.4</div>` }, /the explorer fails: .*page\.js/],
  ],
  compare: [
    ["a chooser that never shows", { add: COMPARE.html }, /the chooser is not shown/],
    ["a chooser that waits for a script", { add: COMPARE.html.replace(" hidden", "") }, /shows the chooser without JavaScript/],
    ["a comparison without figures", { add: COMPARE.html, js: COMPARE.script, files: { ...COMPARE.data, "enterprises/b.js": "" } }, /the comparison fails/],
    ["a value that the data do not have", { add: COMPARE.html, js: COMPARE.script.replace("value.key, value.text", "value.key, value.y"), files: COMPARE.data }, /shows `2024,9,7` for `roe\.1`, not `2024,9\.0%,7\.0%`/],
    ["a choice that Back does not undo", { add: COMPARE.html, js: COMPARE.script.replace("pushState", "replaceState"), files: COMPARE.data }, /the comparison fails/],
  ],
  browser: [
    ["a page wider than the window", { add: `<p class="wide">Wide</p>`, css: ".wide { width: 400px }" }, /scrolls sideways at 320: .*<p\.wide>/],
    ["chart text too small", { css: "svg { width: 140px; font-size: 14px }" }, /`9\.4` is 7\.0 px at 320/],
    ["chart text cut off", { swap: [`x="10"`, `x="270"`] }, /`9\.4` is cut off/],
    ["a request to the outside", { swap: ["img-src 'self'", "img-src *"], add: `<img src="https://example.org/x.png" alt="">` }, /asks outside for https:\/\/example\.org/],
    ["an error in a script", { js: "go()" }, /script: go is not defined/],
    ["an error from disk only", { js: `fetch("page.js")` }, /\(from disk\) console: /],
    ["a breach of the policy", { add: `<p style="color: red">Red</p>` }, /console: .*Content Security Policy/],
    ["a table that waits for a script", { css: "table { display: none } .js table { display: table }", js: "document.documentElement.className = 'js'" }, /shows 0 of 1 tables without JavaScript/],
    ["a language switch to the wrong page", { swap: [/(<a href="[^"]*zh)[^"]*page/, "$1/cases/heat"] }, /leads to zh\/cases\/heat\.html, not to zh\/fault/],
    ["a lead figure out of sight", { name: "cases/cold", add: `<header>${"<p>Cold</p>".repeat(40)}<p class="headline">6.2</p></header>` }, /the lead figure ends \d+ px below/],
    ["a page without a language switch", { swap: [/<a .*hreflang.*a>/, ""] }, /has no language switch/],
    ["a page without a skip link", { swap: [/<a class="skip".*a>/, ""] }, /does not reach a skip link/],
    ["a skip link out of sight", { css: ".skip:focus { position: absolute; left: -99rem }" }, /the skip link has the focus but is out of sight/],
    // Only the first case page of a language is printed.
    ["a table folded away in print, and a chart cut in two", { name: "cases/a", swap: ["<table>", "<details><summary>Table</summary><table>"], add: "</details>", css: "svg { break-inside: auto !important }" }, [/prints 0 of 1 tables/, /may print the chart `6\.2 to 9\.4` on two sheets/]],
  ],
};

const here = dirname(fileURLToPath(import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), "judges-"));
after(() => rm(scratch, { recursive: true }));

for (const [name, planted] of Object.entries(faults)) {
  test(`${name} passes a good site`, async () => {
    const { code, said } = await judge(name, site([]));
    assert.equal(said.length, 1, said.join("\n"));
    assert.match(said[0], new RegExp(`^${name}: [45] pages.*, 0 findings$`));
    assert.equal(code, 0);
  });

  test(`${name} does not pass an empty folder`, async () => {
    const { code, said } = await judge(name, {});
    assert.match(said[0], /nothing to judge/);
    assert.equal(code, 1);
  });

  test(`${name} finds`, async (t) => {
    const { code, said } = await judge(name, site(planted));
    assert.equal(code, 1);
    for (const [index, [fault, change, finding]] of planted.entries()) {
      await t.test(fault, () => {
        const there = said.filter((line) => line.startsWith(`en/${dirname(nameOf(change, index))}/`));
        for (const each of [finding].flat()) assert.ok(there.some((line) => each.test(line)), `${each} not among:\n${there.join("\n")}`);
      });
    }
  });
}

// What the script and the style of the preview could get wrong: words in them, what stands in their place, and what is said.
const slips = [
  ["a page that never follows", "if (state.print !== print) { reload(); return; }→", /a saved text does not show/],
  ["a page that jumps", `"use strict";→history.scrollRestoration = "manual"; sessionStorage.clear();`, /moves by \d+ px/],
  ["what was open closed", "it.open = true;→it.hidden = it.hidden;", /what was open is closed/],
  ["a reload for a style", "links.length !== styles.length→true", /a style reloads the page/],
  ["a panel that stays open", `event.key === "Escape"→false`, /stays open after Escape/],
  ["a panel that nobody is told of", "said.textContent = after→said.title = after", /nobody is told of the panel/],
  ["a panel too wide", "max-inline-size: min(60rem, 100%)→min-inline-size: 90rem", /is cut off at 320/],
  ["a panel too pale", "--bad: #a3341f→--ink: #aab", /color-contrast/],
  ["an inline style", "button.hidden = false;→button.hidden = false; button.setAttribute('style', 'color: red');", /console: .*Content Security Policy/],
  ["a preview that ends unseen", "gone.hidden = false;→", /the end of the preview is not told/],
];

test("serve passes a good preview", async () => {
  const { code, said } = await judgePreview("");
  assert.equal(said.join("\n"), "serve: 5 stories of a writer, 0 findings");
  assert.equal(code, 0);
});

for (const [slip, fault, finding] of slips) {
  test(`serve finds ${slip}`, async () => {
    const { code, said } = await judgePreview(fault);
    assert.ok(said.some((line) => finding.test(line)), said.join("\n"));
    assert.equal(code, 1);
  });
}

/** Runs the judge of the preview on a small one with a fault. */
async function judgePreview(fault) {
  const folder = await mkdtemp(join(scratch, "sources-"));
  await mkdir(join(folder, "content/cases/heat"), { recursive: true });
  await writeFile(join(folder, "casebook.yaml"), "casebook: 1\n");
  await writeFile(join(folder, "content/cases/heat/zh.md"), "## 热\n\n轧钢厂为全城供暖。\n");
  return run([join(here, "serve.mjs"), join(here, "preview.mjs"), folder], { FAULT: fault || "→", PATIENCE: fault ? "2000" : "20000" });
}

/** Runs a judge on a site, as its user would: its exit code, and what it said line by line. */
async function judge(name, files) {
  const folder = await mkdtemp(join(scratch, "site-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return run([join(here, `${name}.mjs`), folder]);
}

async function run(judge, environment = {}) {
  const child = spawn(process.execPath, judge, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...environment } });
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  const code = await new Promise((done) => child.on("close", done));
  return { code, said: Buffer.concat(chunks).toString().trim().split("\n") };
}

/** The files of a small site in two languages, with a page more for each planted fault. */
function site(planted) {
  const files = { "media/share.png": png(1200, 630, (x, y) => (x >> 4) ^ (y >> 4)), "site.css": ".skip:not(:focus) { position: absolute; left: -99rem } svg { font-size: 14px; break-inside: avoid }" };
  const links = [];
  const writeBoth = (name, body, made) => {
    files[`en/${name}.html`] = made ?? page("en", name, body);
    files[`zh/${name}.html`] = page("zh", name, body);
  };
  const story = `<h1>9.4</h1><p>2024</p>${CHART}${TABLE}`;
  for (const [index, [, change]] of planted.entries()) {
    const { add = "", head = "", swap = ["", ""], css, js, unlinked = false, files: own = {} } = change;
    const name = nameOf(change, index);
    const linked = (css ? `<link rel="stylesheet" href="page.css">` : "") + (js ? `<script src="page.js" defer></script>` : "");
    writeBoth(name, story, page("en", name, story + add, linked + head).replace(...swap));
    for (const [path, text] of Object.entries({ ...own, ...(css && { "page.css": css }), ...(js && { "page.js": js }) })) {
      files[`en/${dirname(name)}/${path}`] = text;
    }
    // Its counterpart would lead to it as well.
    if (unlinked) delete files[`zh/${name}.html`];
    else links.push(`<p><a href="${name}.html">${index}</a></p>`);
  }
  writeBoth("cases/heat", story);
  writeBoth("index", `<h1>1</h1>${links.join("")}`);
  files["index.html"] = files["en/index.html"].replaceAll("../", "").replaceAll(/href="(?=cases|fault)/g, `href="en/`);
  return files;
}

/** Words that no compression makes shorter, the same each time. */
function noise(length) {
  let state = 1;
  const word = () => (state = (state * 48271) % 2147483647).toString(36);
  return Array.from({ length: length / 6 }, word).join(" ");
}

/** Where the page with the fault stands. A folder of its own makes it a page kind of its own. */
function nameOf({ name }, index) {
  return name ?? `fault-${index}/page`;
}

/** A picture in shades of grey. */
function png(width, height, shade) {
  const chunk = (name, content) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
    return Buffer.concat([uint32(content.length), body, uint32(crc32(body))]);
  };
  const row = (y) => Buffer.from([0, ...Array.from({ length: width }, (_, x) => shade(x, y) & 255)]);
  const head = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => row(y))));
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

function uint32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

/** A block of linked data with these words. */
function linkedData(words, context = "https://schema.org") {
  return `<script type="application/ld+json">{"@context": "${context}", ${words}}</script>`;
}

/** A page of the tree `tree`, with `body` in its main part and `head` at the end of its head. */
function page(tree, name, body, head = "") {
  const { lang, skip, home, heat, other, text } = WORDS[tree];
  const otherTree = tree === "en" ? "zh" : "en";
  const otherLang = WORDS[otherTree].lang;
  const up = "../".repeat(name.split("/").length);
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heat}</title>
<meta name="description" content="${text}">
<link rel="stylesheet" href="${up}site.css">
<link rel="canonical" href="https://example.org/site/${tree}/${name}.html">
<link rel="alternate" hreflang="${otherLang}" href="https://example.org/site/${otherTree}/${name}.html">
${name.startsWith("cases/") ? SHARED : ""}${head}
</head>
<body>
<header><a class="skip" href="#main">${skip}</a>
<nav aria-label="${home}"><a href="${up}${tree}/index.html">${home}</a> <a href="${up}${tree}/cases/heat.html">${heat}</a>
<a href="${up}${otherTree}/${name}.html" hreflang="${otherLang}" lang="${otherLang}">${other}</a></nav></header>
<main id="main">${body}<p>${text}</p></main>
</body>
</html>
`;
}
