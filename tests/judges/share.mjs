// Pictures that stand for cases where their addresses are shared: every case has one, it is there, it is as
// large as networks want it, and something is written on it.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { readDocument } from "./document.mjs";
import { filesOf, pagesOf, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const SIZE = [1200, 630];
const HEAVIEST = 60 * 1024;
// So many different bytes has no area of one colour, nor two; letters with soft edges have more.
const WRITTEN = 16;
const PNG = Buffer.from("89504e470d0a1a0a", "hex");

const folder = await siteFolder();
const files = new Set(await filesOf(folder));
const pages = await pagesOf(folder);
const findings = [];
const seen = new Set();

for (const page of pages.filter((page) => /^[^/]+\/cases\/[^/]+\.html$/.test(page) && !page.endsWith("/index.html"))) await judge(page);

verdict("share", { seen: pages.length, scope: `${pages.length} pages, ${seen.size} pictures to share` }, findings);

async function judge(page) {
  const find = (message) => findings.push(`${page} ${message}`);
  const { elements } = await readDocument(folder, page);
  const said = (key) => elements.find((it) => it.name === "meta" && (it.get("property") ?? it.get("name")) === key)?.get("content");
  const address = said("og:image");
  if (!address) return find("has no picture to share");
  const canonical = elements.find((it) => it.has("rel", "canonical"))?.get("href") ?? "";
  const home = canonical.endsWith(page) ? canonical.slice(0, -page.length) : "";
  if (!/^https?:/.test(address) || !address.startsWith(home)) return find(`\`${address}\` is no absolute address of this site`);
  const file = decodeURIComponent(address.slice(home.length));
  if (!files.has(file)) return find(`\`${address}\` leads to no file`);
  seen.add(file);
  if (!said("og:image:alt")) find("does not say what is on its picture");
  if (said("twitter:card") !== "summary_large_image") find("does not ask for a large picture");
  const bytes = await readFile(join(folder, file));
  if (!bytes.subarray(0, 8).equals(PNG)) return find(`${file} is no PNG`);
  if (bytes.length > HEAVIEST) find(`${file} has ${(bytes.length / 1024).toFixed(1)} KiB`);
  const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (`${size}` !== `${SIZE}`) find(`${file} is ${size.join(" × ")}, not ${SIZE.join(" × ")}`);
  const told = [said("og:image:width"), said("og:image:height")];
  if (`${size}` !== `${told}`) find(`${file} is said to be ${told.join(" × ")}, and is ${size.join(" × ")}`);
  if (new Set(inflateSync(Buffer.concat([...content(bytes)]))).size < WRITTEN) find(`nothing is written on ${file}`);
}

/** The compressed parts of a PNG file. */
function* content(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") yield bytes.subarray(at + 8, at + 8 + length);
    at += length + 12;
  }
}
