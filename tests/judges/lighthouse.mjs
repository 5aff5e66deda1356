// Lighthouse on the kinds of pages that readers meet first, as on a phone.
//
// What it times depends on the machine, so the marks for performance are shown and not judged; what they
// rest on is: that nothing moves while a page loads, and the bytes (see weight.mjs).

import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { launch } from "./chromium.mjs";
import { addressOf, onePageOfEachKind, pagesOf, serve, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

const KINDS = /^[^/]+\/(index|search|cases\/index|(cases|industries|indicators)\/(?!index)[^/]+)\.html$/;
const LEAST = { accessibility: 1, "best-practices": 0.95, seo: 1 };

const folder = await siteFolder();
const pages = onePageOfEachKind(await pagesOf(folder)).filter((page) => KINDS.test(page));
const server = await serve(folder);
const port = await freePort();
const browser = await launch(`--remote-debugging-port=${port}`);
const findings = [];

// One after the other: two at once would disturb each other.
for (const page of pages) {
  const { lhr } = await lighthouse(addressOf(server.home, page), { port, logLevel: "error" });
  const marks = Object.entries(lhr.categories).map(([id, { score }]) => `${id} ${Math.round(score * 100)}`);
  console.error(`${page}: ${marks.join(", ")}`);
  if (lhr.runtimeError) findings.push(`${page} ${lhr.runtimeError.message}`);
  for (const [id, least] of Object.entries(LEAST)) {
    const { score, auditRefs } = lhr.categories[id];
    if (score >= least) continue;
    const failed = auditRefs.filter((it) => it.weight > 0 && lhr.audits[it.id].score === 0);
    findings.push(`${page} ${id} ${Math.round(score * 100)}: ${failed.map((it) => lhr.audits[it.id].title).join("; ")}`);
  }
  const shift = lhr.audits["cumulative-layout-shift"].numericValue;
  if (shift > 0.01) findings.push(`${page} moves while it loads: layout shift ${shift.toFixed(3)}`);
}

await browser.close();
await server.close();
verdict("lighthouse", { seen: pages.length, scope: `${pages.length} pages` }, findings);

/** Lighthouse talks to the browser through a port of its own. */
async function freePort() {
  const probe = createServer();
  await new Promise((listening) => probe.listen(0, "127.0.0.1", listening));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}
