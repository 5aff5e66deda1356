// Enterprises side by side. Who is compared stands in the address. The figures of each come as a script of its own: their
// texts are finished HTML, and what may be compared with each other has one key. All other words come from the page.
"use strict";
(() => {
  const [form, chips, find, industry, input, offers, hint, status, show, result, sections, list] =
    "form chosen find industry name offers hint status show result sections list".split(" ").map((name) => document.getElementById("compare." + name));
  const words = form.dataset, { folder, enterprises, separator, perFile, most } = words;
  const say = (key, ...given) => words[key].replace(/{}/g, () => given.shift());
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const sorted = (items) => [...new Set(items)].sort((a, b) => a - b);
  const join = (items, each) => items.map(each).join("");
  const on = (it, event, act) => it.addEventListener(event, act);
  let ids = [], chosen = [], isSettled = false;

  const asked = {}, arrived = {};
  window.casebookCompare = (key, data) => arrived[key](data);
  const load = (key, from = "") => asked[key] ||= new Promise((done) => {
    const script = document.createElement("script");
    arrived[key] = done;
    script.src = from + key + ".js";
    script.onerror = () => done(delete asked[key] && null);
    document.head.append(script);
  });

  // Each line has a shape and a colour, so that one does without the other. The last is the benchmark's.
  const SHAPES = ["M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", "M-4.5-4.5h9v9h-9z", "M0-6l6 10.5h-12z", "M0-6.5l6 6.5l-6 6.5l-6-6.5z", "M-6-1.5h12v3h-12z"];
  const stroke = (form, d, more = "") => `<path class="${form}" d="${d}" ${more}/>`;
  const shape = (at, place, form = "area") => stroke(form, SHAPES[at], `transform="translate(${place})"`);
  const link = (href, text) => `<a href="${href}">${text}</a>`;
  const named = ({ at, href, name }) => `<svg class="compare-sign c${at}" viewBox="-8 -8 16 16" aria-hidden=true>${stroke("", SHAPES[at])}</svg> ${link(href, name)}`;

  const at = ({ values }, x) => values.find((value) => value.x === x);
  const known = ({ values }) => values.filter(({ y }) => y !== null);
  // The values of the latest of the periods in which most have one, the best first, or else the highest.
  const ranked = (lines, better) => {
    const all = lines.flatMap((line) => known(line).map((value) => ({ line, ...value })));
    const having = (x) => all.filter((value) => value.x === x);
    const [x] = sorted(all.map(({ x }) => x)).sort((a, b) => having(b).length - having(a).length || b - a);
    return having(x).sort((a, b) => better === "down" ? a.y - b.y : b.y - a.y);
  };

  const LEFT = 20, RIGHT = 290, TOP = 36, BOTTOM = 216, HEIGHT = 264, END = 42;
  const chart = (lines, name) => {
    const all = lines.flatMap(known).sort((a, b) => a.y - b.y), xs = sorted(all.map(({ x }) => x)), every = Math.ceil(xs.length / 6);
    const [low, high, first, last] = [all[0], all[all.length - 1], xs[0], xs[xs.length - 1]];
    const across = (x) => Math.round(last > first ? LEFT + (x - first) / (last - first) * (RIGHT - LEFT) : RIGHT);
    const down = (y) => Math.round(high.y > low.y ? BOTTOM - (y - low.y) / (high.y - low.y) * (BOTTOM - TOP) : (TOP + BOTTOM) * .5);
    const spot = ({ x, y }) => across(x) + " " + down(y);
    const level = (y, form = "grid") => stroke(form + " line", `M0 ${down(y)}H${RIGHT + 6}`);
    const text = (x, y, words) => `<text x="${x}" y="${y}">${words}</text>`;
    // A period without a value breaks the line. What may still change is dashed and hollow.
    const course = (line) => join(known(line), (to, n, values) => {
      const from = values[n - 1];
      return from && to.x - from.x < 1.5 * line.step ? stroke((from.basis || to.basis ? "provisional " : "") + "line", `M${spot(from)}L${spot(to)}`) : "";
    });
    // Names stand at the ends of lines, and move apart where they would overlap.
    const ends = lines.map((line) => ({ line, y: down(known(line).pop().y) - END * .5 })).sort((a, b) => a.y - b.y);
    ends.reduce((edge, end) => (end.y = Math.max(end.y, edge)) + END, 0);
    ends.reduceRight((edge, end) => end.y = Math.min(end.y, edge - END), HEIGHT);
    return `<div class=figure-drawing><svg class=chart viewBox="0 0 440 ${HEIGHT}" role=img font-size=17 aria-label="${name}">` +
      level(low.y) + level(high.y) + (low.y * high.y < 0 ? level(0, "zero") : "") +
      '<g class=name>' + text(0, down(high.y) - 8, high.text) + (high.y > low.y ? text(0, down(low.y) + 20, low.text) : "") + "</g>" +
      join(xs, (x, n) => (xs.length - 1 - n) % every ? "" : text(across(x) - 18, HEIGHT - 4, all.find((value) => value.x === x).label)) +
      join(lines, (line) => `<g class="c${line.at}">${course(line)}` + join(known(line), (value) => shape(line.at, spot(value), value.basis ? "ring" : "area")) + "</g>") +
      join(ends, ({ line, y }) => `<g class="c${line.at}">${shape(line.at, "306 " + (y + END * .5))}</g>` +
        `<foreignObject x="318" y="${y}" width="122" height="${END}"><p class=compare-end><span>${line.name}</span></p></foreignObject>`) + "</svg></div>";
  };

  const cell = (value, { href, stem }, isBest) => `<td class="num${isBest ? " best" : ""}">` + (value ? (stem ? link(href + stem + value.key, value.text) : value.text) +
    (value.basis && ` (${value.basis})`) + (isBest ? `<span class=visually-hidden>${words.best}</span>` : "") : "–") + "</td>";
  const table = (label, corner, columns, rows) => `<div class="table-scroll figure-data" role=group tabindex=0 aria-label="${label}"><table><thead><tr><th scope=col>${corner}</th>` +
    join(columns, (it) => `<th scope=col class=num>${named(it)}</th>`) + "</tr></thead><tbody>" + join(rows, (row) => `<tr><th scope=row>${row}</tr>`) + "</tbody></table></div>";

  const figure = (name, lines, there, better) => {
    const list = there.map(({ line, text }) => say("item", line.name, text)).join(separator);
    const lacking = lines.filter((line) => there.every((value) => value.line !== line)).map((line) => line.name).join(separator);
    const said = say(better === "down" ? "low" : "high", there[0].during, list) + (lacking && say("lacking", lacking));
    const [{ held, step }] = lines, xs = sorted(lines.flatMap(known).map(({ x }) => x));
    if (held && lines.every((line) => line.held && line.held.id === held.id)) {
      const values = held.values.filter(({ x }) => x >= xs[0] && x <= xs[xs.length - 1]);
      if (values.length) lines = [...lines, { ...held, at: 4, step, values }];
    }
    const rows = sorted(lines.flatMap(({ values }) => values).map(({ x }) => x)).map((x) =>
      at(lines.find((line) => at(line, x)), x).label + "</th>" + join(lines, (line) => cell(at(line, x), line)));
    return `<figure class=figure>${chart(lines, name)}<div class=figure-words><p class=figure-sentence>${said}</p>` + table(name, words.period, lines, rows) +
      join(lines, (line) => join(line.notes || [], (note) => `<p class=evidence-note>${line.name} · ${note}</p>`)) + "</div></figure>";
  };

  // Shows what is compared, and says by how many indicators.
  const compare = () => {
    let shown = "", count = 0;
    const glance = [...sections.content.children].flatMap((section) => {
      const { key, stem, step, better } = section.dataset, [heading, title] = section.querySelectorAll("h2, a"), name = title.innerHTML, href = title.getAttribute("href");
      const lines = chosen.flatMap(({ periods, series: { [key]: of }, ...by }) => {
        const read = (it, more) => it && { ...it, ...more, values: it.values.map(([place, y, text, basis = ""]) => ({ y, text, basis, ...periods[place] })) };
        return read(of, { ...by, stem, step, held: of && read(of.held, { href }) }) || [];
      });
      if (!lines.length) return [];
      const there = ranked(lines, better), isShared = lines.length > 1;
      if (isShared) shown += section.outerHTML.replace("</section>", () => figure(name, lines, there, better) + "</section>"), count++;
      return link(isShared ? "#" + heading.id : href, name) + ` <span class=tile-period>${there[0].label}</span></th>` + join(chosen, (by) => {
        const value = there.find(({ line }) => line.at === by.at);
        return cell(value, value ? value.line : by, better && there[1] && value && value.y === there[0].y);
      });
    });
    result.innerHTML = `<h2>${words.glance}</h2><p class=intro>${words.bold}</p>` + table(words.glance, words.indicator, chosen, glance) + shown;
    return count;
  };

  const update = async () => {
    const wanted = ids, all = await Promise.all(ids.map((id) => load(id, enterprises)));
    if (wanted !== ids) return;
    const lost = ids.filter((_, n) => !all[n]);
    ids = ids.filter((_, n) => all[n]);
    chosen = all.filter(Boolean).map((data, at) => ({ ...data, at, href: enterprises + ids[at] + ".html" }));
    chips.innerHTML = join(chosen, (by) => `<li>${named(by)}<button type=button value="${ids[by.at]}" aria-label="${say("remove", by.name)}">×</button></li>`);
    result.hidden = show.hidden = ids.length < 2;
    status.textContent = (ids.length > 1 ? say("done", compare()) : ids.length ? words.one : "") + (lost.length ? " " + say("failed", lost.join(separator)) : "");
    for (const it of document.querySelectorAll(".languages a")) it.href = it.href.split("?")[0] + (ids.length ? "?e=" + ids : "");
    if (!isSettled && ids.length) industry.value = chosen[0].industry;
    isSettled = true;
    offer();
  };

  // Names come a file at a time; those of an industry stand together.
  const offer = async () => {
    const query = plain(input.value).trim(), of = industry.selectedOptions[0], { from, to } = of.dataset, begin = Math.floor(from / perFile), files = [];
    const isWide = !query && to - from > perFile;
    for (let n = begin; n * perFile < to && !isWide && find.open; n++) files.push(load(folder + n));
    const skipped = begin * perFile, names = (await Promise.all(files)).flat().slice(from - skipped, to - skipped).filter(Boolean);
    if (query !== plain(input.value).trim() || !of.selected) return;
    const hits = names.filter((name) => query.split(" ").every((word) => plain(name.join()).includes(word))), few = hits.slice(0, 24);
    const isFull = ids.length >= most, made = join(few, ([id, name]) => `<li><button type=button value="${id}">${name}</button></li>`);
    // What is there already stays, and with it the focus.
    if (offers.made !== made) offers.innerHTML = offers.made = made;
    for (const button of offers.querySelectorAll("button")) {
      const isChosen = button.ariaPressed = ids.includes(button.value);
      button.disabled = isFull && !isChosen;
    }
    hint.textContent = isFull ? words.full : isWide ? words.narrow : hits[few.length] ? say("more", hits.length, few.length) : hits.length ? "" : words.none;
  };

  const choose = ({ target }) => {
    const { value: id } = target.closest("button") || {};
    if (!id) return;
    ids = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    try {
      history.pushState(null, "", "?e=" + ids);
    } catch {
      // Pages that were opened from disk may not change what stands before the fragment.
      location.hash = "e=" + ids;
    }
    if (chips.contains(target)) {
      find.open = true;
      input.focus();
    }
    update();
  };
  const fromAddress = () => {
    // A place on this page, and not who is compared.
    if (isSettled && location.hash[1] && !/^#e=/.test(location.hash)) return;
    const asked = new URLSearchParams(/^#e=/.test(location.hash) ? location.hash.slice(1) : location.search), of = asked.get("industry");
    ids = [...new Set((asked.get("e") || "").split(","))].filter((id) => /^[a-z\d-]+$/.test(id)).slice(0, most);
    isSettled ||= [...industry.options].some((it) => it.value === of && (it.selected = true));
    return update();
  };

  on(offers, "click", choose);
  on(chips, "click", choose);
  on(show, "click", () => {
    find.open = false;
    result.focus();
  });
  on(find, "toggle", offer);
  on(form, "submit", (event) => event.preventDefault());
  on(form, "input", (event) => event.isComposing || offer());
  on(form, "compositionend", offer);
  on(window, "popstate", fromAddress);
  form.hidden = false;
  list.hidden = true;
  fromAddress().then(() => { find.open = ids.length < 2; });
})();
