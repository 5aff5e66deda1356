// Help on charts: every chart that has points speaks of them to the pointer and to the arrow keys, and what it says
// stands in its table.

import { forEachInTabs, launch, settle } from "./chromium.mjs";
import { addressOf, isLost, onDisk, pagesOf, serve, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

/** Kinds of charts that have points. */
const KINDS = ["trend", "gap", "slope", "strip", "rank", "dumbbell", "bridge", "bullet"];
const NARROW = { reducedMotion: "reduce", viewport: { width: 320, height: 800 } };

const folder = await siteFolder();
const pages = (await pagesOf(folder)).filter((page) => !isLost(page));
const server = await serve(folder);
const browser = await launch();

const findings = [];
const find = (page, message) => findings.push(`${page} ${message}`);
const met = new Map(KINDS.map((kind) => [kind, 0]));

await forEachInTabs(browser, pages, NARROW, async (tab, page) => {
  await tab.goto(addressOf(server.home, page));
  for (const { id, kind, isHelped, isMany } of await tab.evaluate(charts, KINDS)) {
    met.set(kind, met.get(kind) + 1);
    // A swarm that became columns has no points.
    if (!isHelped && !isMany) find(page, `the chart \`${id}\` has no help`);
    if (isHelped) await judge(tab, page, id);
  }
});
await forEachInTabs(browser, pages.slice(0, 40), { ...NARROW, javaScriptEnabled: false }, async (tab, page) => {
  await tab.goto(addressOf(onDisk(folder), page));
  if (await tab.locator("[role=slider]").count()) find(page, "has a slider without JavaScript");
});

await browser.close();
await server.close();
const seen = [...met.values()].reduce((sum, count) => sum + count, 0);
verdict("help", { seen: pages.length, scope: `${pages.length} pages, ${seen} charts with points` }, findings.sort());

/** What charts the page has, and whether they offer help. Sent to the browser whole. */
function charts(kinds) {
  return [...document.querySelectorAll("figure.figure svg[role=img]")].map((svg) => {
    const figure = svg.closest("figure");
    return {
      id: figure.id,
      kind: svg.classList[1],
      isHelped: Boolean(figure.querySelector("[role=slider]")),
      isMany: Boolean(svg.matches(".strip") && svg.querySelector(".peer.area")),
    };
  }).filter((chart) => kinds.includes(chart.kind));
}

async function judge(tab, page, id) {
  const drawing = tab.locator(`[id="${id}"] .figure-drawing`);
  const slider = drawing.locator("[role=slider]");
  const tip = drawing.locator(".figure-tip");
  const fail = (message) => find(page, `\`${id}\` ${message}`);
  if (await slider.count() !== 1) return fail("has more than one stop for the Tab key");

  await slider.focus();
  const last = Number(await slider.getAttribute("aria-valuemax"));
  const said = new Set();
  for (let point = 1; point <= last; point++) {
    if (await slider.getAttribute("aria-valuenow") !== String(point)) return fail(`does not come to point ${point} with arrow keys`);
    said.add(await slider.getAttribute("aria-valuetext"));
    if (point === 1 || point === last) {
      const fault = await drawing.evaluate(shown);
      if (fault) fail(`${fault} at point ${point}`);
    }
    await tab.keyboard.press("ArrowRight");
  }
  if (said.size !== last) fail(`says the same of two of ${last} points`);
  if (await slider.getAttribute("aria-valuenow") !== String(last)) fail("runs over its last point");

  await tab.keyboard.press("Escape");
  if (await tip.isVisible()) fail("stays open after Escape");
  await slider.evaluate((it) => it.blur());
  await drawing.hover();
  await settle(tab);
  if (!(await tip.isVisible())) fail("says nothing to the pointer");
  await tab.mouse.move(1, 1);
  await settle(tab);
  if (await tip.isVisible()) fail("goes on when the pointer has left");
}

/** What is wrong with the words beside a point. Sent to the browser whole. */
function shown(drawing) {
  const tip = drawing.querySelector(".figure-tip");
  const box = tip.getBoundingClientRect();
  if (tip.hidden || box.width === 0) return "shows nothing";
  if (box.left < 0 || box.right > innerWidth || box.top < 0 && scrollY > 0) return "is cut off at the window's edge";
  const cells = new Set([...drawing.parentNode.querySelectorAll("td, th")].map((cell) => cell.textContent));
  const values = [...tip.querySelectorAll("b")].flatMap((value) => value.textContent.split(" → "));
  const strange = values.find((value) => !cells.has(value));
  return strange ? `says \`${strange}\`, which is not in its table` : null;
}
