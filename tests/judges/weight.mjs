// What a reader's telephone has to fetch before the first view of a page, photos aside: the page, its style
// sheets and its scripts, compressed as hosts do. A sheet for paper is fetched after everything else, and so has a limit
// of its own.

import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { readDocument } from "./document.mjs";
import { filesOf, pagesOf, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const KIB = 1024;
const FIRST_VIEW = 100 * KIB;
/** All style sheets of a page, those for paper, and all scripts of the site that are no data, as they lie on the host. */
const SHEETS = 30 * KIB;
const PAPER = 4 * KIB;
const SCRIPTS = 30 * KIB;

const folder = await siteFolder();
const pages = await pagesOf(folder);
const sizes = new Map();
const findings = [];

for (const page of pages) {
  const { elements } = await readDocument(folder, page);
  const from = (name, attribute, test = () => true) => elements
    .filter((it) => it.name === name && it.get(attribute) && test(it))
    .map((it) => posix.join(posix.dirname(page), it.get(attribute).split(/[?#]/)[0]));
  const isSheet = (it) => it.has("rel", "stylesheet"), isForPaper = (it) => it.get("media") === "print";
  const sheets = from("link", "href", (it) => isSheet(it) && !isForPaper(it));
  const paper = from("link", "href", (it) => isSheet(it) && isForPaper(it));
  const fetched = [page, ...sheets, ...from("script", "src")];
  const first = await total(fetched, (size) => size.compressed);
  // The pages of cases are the promise; the long lists of an industry or an indicator have no lead to keep.
  if (/^[^/]+\/cases\//.test(page) && first > FIRST_VIEW) findings.push(`${page} first view is ${kib(first)} compressed`);
  const styled = await total(sheets, (size) => size.plain);
  if (styled > SHEETS) findings.push(`${page} has ${kib(styled)} of style sheets`);
  const printed = await total(paper, (size) => size.plain);
  if (printed > PAPER) findings.push(`${page} has ${kib(printed)} of style sheets for paper`);
}
const scripts = (await filesOf(folder, ".js")).filter((path) => path.startsWith("assets/"));
const scripted = await total(scripts, (size) => size.plain);
if (scripted > SCRIPTS) findings.push(`assets has ${kib(scripted)} of scripts`);

verdict("weight", { seen: pages.length, scope: `${pages.length} pages, ${kib(scripted)} of scripts` }, findings);

async function total(paths, measure) {
  let sum = 0;
  for (const path of paths) {
    if (!sizes.has(path)) {
      const bytes = await readFile(join(folder, path)).catch(() => Buffer.alloc(0));
      sizes.set(path, { plain: bytes.length, compressed: gzipSync(bytes).length });
    }
    sum += measure(sizes.get(path));
  }
  return sum;
}

function kib(bytes) {
  return `${(bytes / KIB).toFixed(1)} KiB`;
}
