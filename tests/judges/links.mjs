// Where links lead, judged from the files alone, and what every page must have and must not.
//
// The site must work at `/`, at `/a/b/`, from disk and without a default document. So a link inside it
// is relative and names a file; addresses with a host stand only where machines need them.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readDocument } from "./document.mjs";
import { addressOf, filesOf, isLost, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const LINKING = ["href", "src", "poster", "data", "action", "formaction"];
const LINKING_MANY = ["srcset", "imagesrcset"];

// Where an address outside is fetched only if the reader, or a machine, asks for it.
const EXTERNAL_RELATIONS = ["canonical", "alternate", "license", "author", "publisher", "me", "help"];

// Nobody reads under this address. It is two folders deep so that one `..` too many shows.
const ORIGIN = "https://site.invalid";
const HOME = `${ORIGIN}/a/b/`;

const folder = await siteFolder();
const files = new Set(await filesOf(folder));
const documents = await read((file) => file.endsWith(".html"));
const drawings = await read((file) => file.endsWith(".svg"));
const feeds = await read((file) => file.endsWith(".xml"));
const ids = new Map([...documents, ...drawings].map((it) => [it.path, idsOf(it)]));
const pages = new Map(documents.map((it) => [it.path, it]));
const published = publishedBelow(documents);

const findings = [];
const external = new Set();
const linked = new Map(documents.map(({ path }) => [path, new Set()]));

for (const document of documents) {
  judgeForm(document);
  judgeLinks(document);
  judgeLanguages(document);
}
for (const drawing of drawings) judgeLinks(drawing);
for (const feed of feeds) judgeFeed(feed);
for (const file of files) if (file.endsWith(".css")) judgeStyle(file, await readFile(join(folder, file), "utf8"));
judgeReach();

verdict("links", { seen: documents.length, scope: `${documents.length} pages, ${external.size} outside addresses (not fetched)` }, findings);

async function read(wanted) {
  return Promise.all([...files].filter(wanted).map((file) => readDocument(folder, file)));
}

function find(path, line, message) {
  findings.push(`${path}:${line} ${message}`);
}

// Links

function judgeLinks({ path, elements }) {
  for (const element of elements) {
    const single = LINKING.filter((name) => element.attributes.has(name)).map((name) => element.get(name));
    const many = LINKING_MANY.flatMap((name) => candidates(element.get(name) ?? ""));
    for (const link of [...single, ...many]) judgeLink(path, element, link.trim());
  }
}

/** The addresses in a `srcset`. One may hold commas, but not at its end. */
function candidates(srcset) {
  return srcset.split(/,\s+|\s+[\d.]+[wx]\s*,?\s*|\s+/).filter(Boolean);
}

function judgeLink(path, element, link) {
  const refuse = (why) => find(path, element.line, `<${element.name}> \`${link}\` ${why}`);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(link)?.[1].toLowerCase();
  if ((scheme === "http" || scheme === "https") && isLost(path) && published && link.startsWith(published)) {
    // Shown in place of any missing file, however deep: nothing relative would hold there.
    return judgePublished(link.slice(published.length), refuse);
  }
  if (scheme === "http" || scheme === "https") return judgeExternal(element, link, refuse);
  if (scheme === "mailto" || scheme === "tel") return;
  if (scheme) return refuse(`is a \`${scheme}:\` address`);
  if (link.startsWith("/")) return refuse("is absolute: it breaks below a sub-path and from disk");

  const url = new URL(link, addressOf(HOME, path));
  if (url.origin !== ORIGIN || !url.pathname.startsWith(HOME.slice(ORIGIN.length))) return refuse("leaves the site");
  const target = link === "" || /^[#?]/.test(link) ? path : decodeURIComponent(url.href.slice(HOME.length).split(/[?#]/)[0]);
  if (!files.has(target)) return refuse(target === "" || target.endsWith("/") ? "names a folder, not a file" : "leads to no file");
  if (element.name === "a" || element.name === "area") linked.get(path)?.add(target);

  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment && ids.has(target) && !ids.get(target).has(fragment)) refuse(`has no anchor in ${target}`);
}

function judgePublished(rest, refuse) {
  if (!files.has(decodeURIComponent(rest.split(/[?#]/)[0]))) refuse("leads to no file");
}

function judgeExternal(element, link, refuse) {
  const isAsked = element.name === "a" || element.name === "area"
    || (element.name === "link" && EXTERNAL_RELATIONS.some((relation) => element.has("rel", relation)));
  if (!isAsked) return refuse("is fetched from outside");
  if (element.name === "a" && published && link.startsWith(published)) return refuse("is inside the site, but not relative");
  if (!published || !link.startsWith(published)) external.add(link);
}

function judgeStyle(path, css) {
  for (const [, , link] of css.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g)) {
    if (link.startsWith("#")) continue;
    const url = new URL(link, addressOf(HOME, path));
    const target = url.href.startsWith(HOME) ? decodeURIComponent(url.pathname.slice(HOME.length - ORIGIN.length)) : null;
    if (!files.has(target)) find(path, 0, `url(${link}) leads to no file of the site`);
  }
}

function judgeReach() {
  const reached = new Set(["index.html"]);
  for (const page of reached) for (const next of linked.get(page) ?? []) reached.add(next);
  if (documents.length > 0 && !pages.has("index.html")) find("index.html", 0, "is missing");
  for (const page of pages.keys()) {
    // A host shows this page; nobody links to it.
    if (isLost(page)) continue;
    if (!reached.has(page)) find(page, 0, "can't be reached from index.html");
  }
}

// Addresses with a host: canonical, alternates, sitemap, feeds

/** Where the site says it is published: what stands before a page's own path in its canonical address. */
function publishedBelow(documents) {
  for (const document of documents) {
    const canonical = canonicalOf(document) ?? "";
    const own = addressOf("", document.path);
    if (document.path.includes("/") && canonical.endsWith(`/${own}`)) return canonical.slice(0, -own.length);
  }
  return null;
}

function relation({ elements }, name) {
  return elements.filter((it) => it.name === "link" && it.has("rel", name));
}

function canonicalOf(document) {
  return relation(document, "canonical")[0]?.get("href");
}

/** The page behind an address in `document`, or null: it is outside, or not there. */
function pageAt(document, address) {
  const below = published && address.startsWith(published)
    ? HOME + address.slice(published.length)
    : new URL(address, addressOf(HOME, document.path)).href;
  return pages.get(decodeURIComponent(below.slice(HOME.length).split(/[?#]/)[0])) ?? null;
}

function alternatesOf(document) {
  return relation(document, "alternate").filter((it) => it.get("hreflang")).map((it) => it.get("href") ?? "");
}

/** A pair counts only when each names the other: search engines drop a one-sided claim. */
function judgeLanguages(document) {
  const canonical = canonicalOf(document);
  const self = canonical ? pageAt(document, canonical) : document;
  if (!self) return find(document.path, 0, `canonical \`${canonical}\` leads to no page`);
  for (const address of alternatesOf(document)) {
    const other = pageAt(document, address);
    if (!other) find(document.path, 0, `hreflang \`${address}\` leads to no page`);
    else if (!alternatesOf(other).some((back) => pageAt(other, back) === self)) {
      find(document.path, 0, `hreflang \`${address}\` does not name this page in return`);
    }
  }
}

function judgeFeed({ path, elements }) {
  for (const element of elements) {
    const address = element.name === "loc" ? element.text() : /^(\w+:)?link$/.test(element.name) ? element.get("href") : null;
    if (!address || !published || !address.startsWith(published)) continue;
    const file = decodeURIComponent(address.slice(published.length).split(/[?#]/)[0]);
    if (file !== "" && !files.has(file)) find(path, element.line, `\`${address}\` leads to no file`);
  }
}

// What every page must have, and must not

function judgeForm({ path, elements }) {
  const named = (name) => elements.filter((element) => element.name === name);
  const need = (holds, message) => holds || find(path, 0, message);

  need(named("html")[0].get("lang"), "has no language");
  need(named("title")[0]?.text(), "has no title");
  need(named("meta").some((it) => it.has("name", "viewport")), "has no viewport");
  need(named("h1").length === 1, `has ${named("h1").length} h1`);
  judgePolicy(path, elements);

  const seen = new Set();
  for (const element of elements) {
    const id = element.get("id");
    if (id !== undefined && seen.has(id)) find(path, element.line, `id \`${id}\` stands twice`);
    seen.add(id);
    judgeElement(path, element);
  }
}

function judgeElement(path, element) {
  for (const [name] of element.attributes) {
    if (name === "style" || name.startsWith("on")) find(path, element.line, `<${element.name}> has an inline \`${name}\``);
  }
  if (element.name === "style") find(path, element.line, "has an inline <style>");
  if (element.name === "base") find(path, element.line, "has a <base>");
  const isScript = element.name === "script" && element.get("type") !== "application/ld+json";
  if (isScript && element.text() !== "") find(path, element.line, "has an inline <script>");
}

/** A policy in the page holds only for what stands after it. */
function judgePolicy(path, elements) {
  const at = elements.findIndex((it) => it.name === "meta" && it.has("http-equiv", "content-security-policy"));
  if (at < 0) return find(path, 0, "has no content security policy");
  const policy = elements[at].get("content") ?? "";
  if (!policy.includes("default-src 'none'")) find(path, elements[at].line, "the policy allows by default");
  if (/unsafe|\*|https?:|data:/.test(policy)) find(path, elements[at].line, `the policy has a hole: \`${policy}\``);
  const early = elements.slice(0, at).find((it) => ["script", "link", "img"].includes(it.name));
  if (early) find(path, early.line, `<${early.name}> stands before the policy`);
}

function idsOf({ elements }) {
  return new Set(["top", ...elements.map((element) => element.get("id")).filter(Boolean)]);
}
