// Chromium, as Debian installs it: one browser for a whole run, several pages at work in it.

import { accessSync, constants } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const ARGS = [
  "--no-sandbox", // root in a container has no user namespace to make a sandbox from
  "--disable-dev-shm-usage", // containers give /dev/shm too little for a long page
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  // No name but loopback's is ever looked up: a page that asks for another is caught and gets nothing.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

function executable() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (found) return found;
  console.error("no Chromium on the PATH: install Debian's package `chromium`");
  process.exit(2);
}

export const launch = (...more) => chromium.launch({ executablePath: executable(), args: [...ARGS, ...more] });

/**
 * Does `work(page, item)` for every item. Each worker keeps one tab of a context of its own, so that
 * tabs share neither a focus nor a size.
 */
export async function forEachInTabs(browser, items, options, work) {
  const queue = items.values();
  const worker = async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    for (const item of queue) await work(page, item);
    await context.close();
  };
  // One more than the cores: while one tab waits for its page the others compute.
  const workers = Math.min(items.length, Math.max(2, Math.min(4, availableParallelism() + 1)));
  await Promise.all(Array.from({ length: workers }, worker));
}

/** Opens a page under the address it is published at: what it asks for there is answered from the folder. */
export async function openPublished(tab, folder, page) {
  const html = await readFile(join(folder, page), "utf8");
  const address = /<link rel="canonical" href="([^"]+)">/.exec(html)?.[1] ?? "";
  const home = address.slice(0, -page.length);
  await tab.route((url) => url.href.startsWith(home), (route) => {
    const file = decodeURIComponent(route.request().url().slice(home.length).split(/[?#]/)[0]);
    return route.fulfill({ path: join(folder, file) });
  });
  await tab.goto(address);
}

/** Two frames: the first applies what was just changed, the second has seen it laid out. */
export const settle = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
