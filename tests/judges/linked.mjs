// What pages say to search engines: every block of linked data is JSON that expands as JSON-LD, knows its
// type, and names only addresses of the site that are there.

import jsonld from "jsonld";
import { readDocument } from "./document.mjs";
import { filesOf, isEmbedded, isLost, pagesOf, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const SCHEMA = "https://schema.org";
const NAMES = "http://schema.org/";

const folder = await siteFolder();
const files = new Set(await filesOf(folder));
const pages = (await pagesOf(folder)).filter((page) => !isLost(page) && !isEmbedded(page));
const findings = [];
let blocks = 0;

for (const page of pages) {
  const { elements } = await readDocument(folder, page);
  const canonical = elements.find((it) => it.has("rel", "canonical"))?.get("href") ?? "";
  const home = canonical.endsWith(page) ? canonical.slice(0, -page.length) : null;
  for (const script of elements.filter((it) => it.get("type") === "application/ld+json")) {
    blocks += 1;
    await judge(page, home, script.text());
  }
}

verdict("linked", { seen: pages.length, scope: `${pages.length} pages, ${blocks} blocks of linked data` }, findings);

async function judge(page, home, text) {
  try {
    const [thing, ...others] = await jsonld.expand(JSON.parse(text), { documentLoader, base: null });
    if (!thing || others.length > 0) findings.push(`${page} a block holds ${thing ? "several things" : "nothing"}`);
    else if (!thing["@type"]?.every((type) => type.startsWith(NAMES))) findings.push(`${page} a block has no type`);
  } catch (error) {
    findings.push(`${page} a block does not expand: ${error.message}`);
  }
  for (const [, address] of home ? text.matchAll(/"(https?:[^"]*)"/g) : []) {
    if (!address.startsWith(home)) continue;
    const file = decodeURIComponent(address.slice(home.length).split(/[?#]/)[0]);
    if (!files.has(file)) findings.push(`${page} linked data names \`${address}\`, which leads to no file`);
  }
}

/** The words of schema.org without asking the network for them: all of them stand below one address. */
async function documentLoader(url) {
  if (url !== SCHEMA) throw new Error(`\`${url}\` is no vocabulary that we know`);
  return { contextUrl: null, documentUrl: url, document: { "@context": { "@vocab": NAMES } } };
}
