#!/usr/bin/env node
// A preview as small as can be, around the script and the style of the real one, for those who judge its judge.
// FAULT is what the script has in a fault's place: two texts, the second for the first, with `→` between them.
//
//   node preview.mjs serve --root FOLDER --port PORT

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values: { root, port } } = parseArgs({
  allowPositionals: true,
  options: { root: { type: "string" }, port: { type: "string" }, language: { type: "string" } },
});
const [from, to] = (process.env.FAULT ?? "→").split("→");
const real = (name) => readFileSync(new URL(`../../src/cli/serve/${name}`, import.meta.url), "utf8");
const script = real("live.js").replace(from, to);
const style = real("live.css").replace(from, to);

const RUN = String(process.pid);
const listeners = new Set();
let sound = "", edition = 0, before = "";

const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 10);
const text = (path) => readFileSync(join(root, path), "utf8");
const sources = () => {
  const id = readdirSync(join(root, "content/cases")).sort()[0];
  const file = `content/cases/${id}/zh.md`;
  return { file, story: text(file), css: text("themes/judged/styles/99-judged.css") };
};

function look() {
  const { file, story, css } = sources();
  if (story + css !== before) {
    before = story + css;
    edition += 1;
    for (const each of listeners) each.write(`data: ${RUN} ${edition}\n\n`);
  }
  const wrong = /\{\w+@2021\}/.exec(story)?.[0];
  if (!wrong) sound = story;
  const panel = wrong
    ? `<details class="casebook-problems casebook-errors" open><summary>1个错误</summary><div class="casebook-list" tabindex="0" role="group" aria-label="问题"><ol><li><p>${file}:1 ${wrong}</p></li></ol></div><button type="button" class="casebook-close" hidden>关闭</button></details>`
    : "";
  const paragraphs = sound.split("\n").map((line) => `<p>${line}</p>`).join("");
  const main = `<main><h1>9.4</h1>${paragraphs}${"<p>6.2</p>".repeat(60)}<h2 id="end">2</h2><details><summary>9.4</summary></details>${"<p>6.2</p>".repeat(60)}</main>`;
  return { panel, main, print: hash(main), styles: [`/own.css?${hash(css)}`] };
}

const page = ({ panel, main, print, styles }) => `<!DOCTYPE html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>9.4</title><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'">
<link rel="stylesheet" href="${styles[0]}"><link rel="stylesheet" href="/_casebook/live.css"></head><body>${main}
<aside id="casebook-preview" aria-label="问题"><p class="casebook-said" role="status"></p><p class="casebook-gone" hidden>结束</p><div class="casebook-panel">${panel}</div></aside>
<script src="/_casebook/live.js" defer data-run="${RUN}" data-edition="${edition}" data-print="${print}" data-wrong="${hash(panel)}" data-path="/" data-mended="好了"></script></body></html>`;

const server = createServer((request, response) => {
  const path = request.url.split("?")[0];
  const send = (type, body) => response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(body);
  if (path === "/_casebook/live.js") return send("text/javascript", script);
  if (path === "/_casebook/live.css") return send("text/css", style);
  if (path === "/favicon.ico") return response.writeHead(204).end();
  if (path === "/own.css") return send("text/css", sources().css);
  if (path === "/_casebook/events") {
    response.writeHead(200, { "content-type": "text/event-stream" }).write(`retry: 500\ndata: ${RUN} ${edition}\n\n`);
    listeners.add(response);
    return request.on("close", () => listeners.delete(response));
  }
  const seen = look();
  if (path === "/_casebook/state") return send("application/json", JSON.stringify({ ...seen, edition, wrong: hash(seen.panel) }));
  return send("text/html; charset=utf-8", page(seen));
});

look();
setInterval(look, 30);
server.listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
process.on("SIGINT", () => process.exit(0));
