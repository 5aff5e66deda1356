// What is measured inside a page. Each function is sent to the browser whole, so it stands on its own.

/** Opens everything a reader can open: what is hidden can't be measured. */
export function openAll() {
  for (const details of document.querySelectorAll("details")) details.open = true;
}

/** What pushes the page wider than its window, or null. */
export function overflow() {
  const root = document.documentElement;
  if (root.scrollWidth <= window.innerWidth) return null;
  const name = (it) => it.localName + (it.id ? `#${it.id}` : "") + [...it.classList].map((word) => `.${word}`).join("");
  // The innermost that sticks out is the cause; what is around it is only stretched.
  const wide = [...document.body.querySelectorAll("*")].filter((it) => it.getBoundingClientRect().right > window.innerWidth + 1);
  return `${root.scrollWidth} px wide, ${wide.length > 0 ? `<${name(wide.at(-1))}>` : "cause unknown"}`;
}

/** Text in drawings that is smaller on the screen than `least`, or cut off at the drawing's edge. */
export function badTexts(least) {
  const found = [];
  for (const text of document.querySelectorAll("svg text, svg tspan")) {
    const words = [...text.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("").trim();
    const box = text.getBoundingClientRect();
    const isSeen = text.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 0;
    if (words === "" || !isSeen) continue;

    const { a, b, c, d } = text.getScreenCTM();
    const size = parseFloat(getComputedStyle(text).fontSize) * Math.sqrt(Math.abs(a * d - b * c));
    // A hundredth for rounding: coordinates are written with two decimals.
    if (size < least - 0.01) found.push(`chart text \`${words}\` is ${size.toFixed(1)} px`);

    let drawing = text.ownerSVGElement;
    while (drawing.ownerSVGElement) drawing = drawing.ownerSVGElement;
    const edge = drawing.getBoundingClientRect();
    const isCut = box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
    if (isCut && getComputedStyle(drawing).overflow !== "visible") found.push(`chart text \`${words}\` is cut off`);
  }
  return found;
}

/** What a reader gets to see in the main part. */
export function contents() {
  const main = document.querySelector("main");
  const seen = (selector) => [...(main?.querySelectorAll(selector) ?? [])].filter((it) => it.checkVisibility({ visibilityProperty: true })).length;
  return {
    text: main?.innerText.trim().length ?? 0,
    charts: seen("svg[role=img]"),
    tables: seen("table"),
    links: seen("a[href]"),
    headings: seen("h1"),
    // The page says that it needs a script, and what to use instead.
    needsScript: Boolean(main?.querySelector("noscript")),
  };
}

/** The page's language and where its language switch leads. */
export function languages() {
  const lang = document.documentElement.lang;
  const links = [...document.querySelectorAll("header a[hreflang], a[rel~=alternate][hreflang]")];
  return {
    lang,
    switches: links.filter((link) => link.hreflang !== lang).map((link) => ({ to: link.href.split(/[?#]/)[0], lang: link.hreflang })),
  };
}

/** What has the focus: where it leads, whether it is in sight, and whether it leads to the main part. */
export function focused() {
  const it = document.activeElement;
  const box = it.getBoundingClientRect();
  const target = it.hash ? document.getElementById(decodeURIComponent(it.hash.slice(1))) : null;
  const main = document.querySelector("main");
  return {
    hash: it.hash ?? "",
    isInSight: box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
    leadsToMain: Boolean(target && main && (target.contains(main) || main.contains(target))),
  };
}

/** How far below the window's edge the lead figure of a case ends; nothing where there is none. */
export function leadBelow() {
  const lead = document.querySelector("main header .headline");
  return lead ? lead.getBoundingClientRect().bottom - window.innerHeight : 0;
}

/** The charts that paper may cut in two: none of what holds them is kept together, or they are longer than a sheet. */
export function cutCharts() {
  const SHEET = 950; // A4 between its margins, in CSS pixels
  const isKept = (it) => it !== null && (getComputedStyle(it).breakInside.startsWith("avoid") || isKept(it.parentElement));
  const charts = [...document.querySelectorAll("main svg[role=img]")];
  return charts
    .filter((it) => !isKept(it) || it.getBoundingClientRect().height > SHEET)
    .map((it) => it.querySelector("title")?.textContent ?? it.getAttribute("aria-label"));
}
