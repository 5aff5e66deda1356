// The preview in a browser, as a writer has it open: what is saved shows by itself, the place on the page is kept, a style
// comes without a reload, what is wrong stands on top and goes away again, and nothing breaks the policy of the pages.
//
//   node serve.mjs PROGRAM SOURCES

import { spawn } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import axe from "axe-core";
import { launch, settle } from "./chromium.mjs";
import { verdict } from "./verdict.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [1280, 320].flatMap((width) => ["light", "dark"].map((scheme) => ({ width, scheme })));
// Longer than anything takes, on any machine.
const PATIENCE = Number(process.env.PATIENCE ?? 20_000);

const [program, sources] = process.argv.slice(2);
if (!sources) {
  console.error(`usage: node ${process.argv[1]} PROGRAM SOURCES`);
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), "preview-"));
const findings = [];
const find = (message) => findings.push(`preview: ${message}`);
let seen = 0;

try {
  await cp(join(sources, "content"), join(folder, "content"), { recursive: true });
  const site = await readFile(join(sources, "casebook.yaml"), "utf8");
  await writeFile(join(folder, "casebook.yaml"), `${site.replace(/^theme:.*\n/m, "")}theme: judged\n`);
  await mkdir(join(folder, "themes/judged/styles"), { recursive: true });
  const styles = join(folder, "themes/judged/styles/99-judged.css");
  await writeFile(styles, "h1 { letter-spacing: 1px; }\n");
  const id = (await readdir(join(folder, "content/cases"))).sort()[0];
  const story = join(folder, "content/cases", id, "zh.md");

  let preview = await start(0);
  const browser = await launch();
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  tab.setDefaultTimeout(PATIENCE);
  let isThere = true;
  tab.on("console", (message) => {
    if (message.type() === "error" && isThere) find(`console: ${message.text()}`);
  });
  tab.on("pageerror", (error) => find(`script: ${error.message}`));

  const check = async (what, work) => {
    seen += 1;
    await work().catch((error) => find(`${what}: ${error.message.split("\n")[0]}`));
  };
  const appears = (text) => tab.locator("main", { hasText: text }).waitFor();
  const problems = tab.locator(".casebook-problems");

  await tab.goto(`${preview.home}zh/cases/${id}.html`);
  await check("a saved text does not show", async () => {
    // Below what is written, by the last heading that has gone by.
    const mark = () => tab.evaluate(() => [...document.querySelectorAll("main h2[id]")].at(-1).getBoundingClientRect().top);
    await tab.evaluate(() => {
      scrollBy(0, [...document.querySelectorAll("main h2[id]")].at(-1).getBoundingClientRect().top + 40);
      const details = document.querySelector("main details");
      if (details) details.open = true;
    });
    const before = await mark();
    const text = await readFile(story, "utf8");
    await writeFile(story, text.replace(/^## .*\n/m, "$&\n新添的一句。\n"));
    await appears("新添的一句。");
    await tab.waitForLoadState("load");
    await settle(tab);
    const moved = Math.abs((await mark()) - before);
    if (moved > 2) find(`the page moves by ${Math.round(moved)} px under its reader`);
    if (await tab.locator("main details").first().evaluate((it) => !it.open, null, { timeout: 1000 }).catch(() => false)) find("what was open is closed");
  });
  await check("a saved style does not show", async () => {
    await tab.evaluate(() => { globalThis.judged = true; });
    await writeFile(styles, "h1 { letter-spacing: 2px; }\n");
    await tab.waitForFunction(() => getComputedStyle(document.querySelector("h1")).letterSpacing === "2px");
    if (!(await tab.evaluate(() => globalThis.judged))) find("a style reloads the page");
  });
  const sound = await readFile(story, "utf8");
  await check("an error does not show", async () => {
    await writeFile(story, `${sound}\n<b>错</b>：{nonsense@2021}\n`);
    await tab.locator(".casebook-problems[open]").waitFor();
    const told = await problems.textContent();
    for (const words of [`content/cases/${id}/zh.md:`, "{nonsense@2021}"]) {
      if (!told.includes(words)) find(`the panel does not say \`${words}\``);
    }
    if (!(await tab.locator("main").textContent()).includes("新添的一句。")) find("the last good page is not there under the panel");
    if (await tab.evaluate(() => document.activeElement !== document.body)) find("the panel takes the focus");
    if (!(await tab.locator("#casebook-preview [role=status]").textContent())) find("nobody is told of the panel");
    await tab.evaluate(axe.source);
    for (const { width, scheme } of VIEWS) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.emulateMedia({ colorScheme: scheme });
      await settle(tab);
      const { x, width: wide } = await problems.boundingBox();
      if (x < 0 || x + wide > width) find(`the panel is cut off at ${width}`);
      for (const wrong of await tab.evaluate(violations, TAGS)) find(`${scheme} ${width} ${wrong}`);
    }
    await tab.keyboard.press("Escape");
    if (await tab.locator(".casebook-problems[open]").count()) find("the panel stays open after Escape");
  });
  await check("a mended error does not go away", async () => {
    await writeFile(story, `${sound}\n还是错：{folly@2021}\n`);
    await tab.locator(".casebook-problems[open]").waitFor();
    await tab.getByText("folly").first().waitFor();
    await writeFile(story, sound);
    await tab.locator(".casebook-problems[open]").waitFor({ state: "detached" });
  });
  await check("the end of the preview is not told", async () => {
    isThere = false;
    await preview.end();
    await tab.locator(".casebook-gone").waitFor();
    preview = await start(preview.port);
    await tab.locator(".casebook-gone").waitFor({ state: "hidden" });
    await appendFile(story, "\n又添的一句。\n");
    await appears("又添的一句。");
  });
  await browser.close();
  await preview.end();
} finally {
  await rm(folder, { recursive: true });
}
verdict("serve", { seen, scope: `${seen} stories of a writer` }, findings);

async function start(port) {
  const child = spawn(program, ["serve", "--root", folder, "--port", String(port), "--language", "zh"], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((done) => child.on("close", done));
  for await (const line of createInterface({ input: child.stdout })) {
    const home = /http:\/\/\S+\//.exec(line)?.[0];
    if (home) return { home, port: new URL(home).port, end: () => (child.kill("SIGINT"), ended) };
  }
  console.error(`\`${program}\` does not start`);
  process.exit(2);
}

async function violations(tags) {
  const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} \`${node.target.flat().join(" ")}\` ${help}`));
}
