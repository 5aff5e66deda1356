// The explorer of the case list: every case by its terms and its words. What is chosen stands in the address. Its data come
// as a script of their own, on the first use.
"use strict";
(() => {
  const explorer = document.getElementById("page.explorer");
  const part = (name) => explorer.querySelector(".explorer-" + name);
  const [input, filters, count, clear] = ["text", "filters", "count", "clear"].map(part);
  const found = document.getElementById("page.found"), [list, more] = found.children;
  const sets = [...explorer.querySelectorAll("fieldset")], keys = sets.map((set) => set.dataset.key);
  const make = (name, ...inside) => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const STEP = 24;
  let data, boxes, hits = [], shown = 0, isComposing = false;

  // A term stands for those below it.
  const withAbove = (facet, place) => place == null ? [] : [place, ...withAbove(facet, data.facets[facet][place][2])];

  window.casebookExplorer = (given) => {
    data = given;
    for (const it of data.cases) {
      const [, title, summary, by, [areas, kind, stage, year, tags]] = it, [name, , industry, region] = data.enterprises[by];
      it.text = plain([title, summary, name].join("\n"));
      it.terms = [withAbove(0, industry), areas.flatMap((area) => withAbove(1, area)), [kind], withAbove(3, region),
        withAbove(4, stage), withAbove(5, year), tags.flatMap((tag) => withAbove(6, tag))].map((terms) => new Set(terms));
    }
    boxes = data.facets.map((terms, facet) => terms.map(([id, name], place) => {
      const box = make("input"), number = make("span"), label = make("label", box, " ", make("span", name), " ", number);
      box.type = "checkbox";
      box.value = id;
      number.className = "explorer-number";
      label.style.setProperty("--depth", withAbove(facet, place).length - 1);
      sets[facet].append(label);
      return { box, number, id };
    }));
    sets.forEach((set, facet) => { set.hidden = boxes[facet].length < 2; });
    fromAddress();
  };

  const load = () => {
    if (load.isDone) return;
    load.isDone = true;
    const script = make("script");
    script.src = explorer.dataset.src;
    document.head.append(script);
  };

  // Pages that were opened from disk may not change what stands before the fragment.
  const address = () => new URLSearchParams(location.search.slice(1) || location.hash.slice(1));
  const isAsked = () => ["q", ...keys].some((key) => address().get(key));
  const fromAddress = () => {
    const asked = address();
    input.value = asked.get("q") || "";
    boxes.forEach((all, facet) => {
      const ids = asked.getAll(keys[facet]);
      for (const { box, id } of all) box.checked = ids.includes(id);
    });
    filters.open ||= isAsked() && boxes.flat().some(({ box }) => box.checked) && innerWidth > 800;
    search();
  };
  const toAddress = (words, chosen) => {
    const asked = new URLSearchParams(words && { q: words });
    chosen.forEach((places, facet) => places.forEach((place) => asked.append(keys[facet], boxes[facet][place].id)));
    try {
      history.replaceState(null, "", "?" + asked);
    } catch {
      location.replace("#" + asked);
    }
  };

  const search = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const chosen = boxes.map((all) => [...all.keys()].filter((place) => all[place].box.checked));
    const counts = boxes.map((all) => all.map(() => 0));
    // An option counts what would remain with it, so its own filter does not hold for it.
    hits = data.cases.filter((it) => {
      if (!words.every((word) => it.text.includes(word))) return false;
      const missed = keys.filter((_, facet) => chosen[facet].length && !chosen[facet].some((place) => it.terms[facet].has(place)));
      keys.forEach((key, facet) => {
        if (missed.every((other) => other === key)) for (const place of it.terms[facet]) counts[facet][place]++;
      });
      return !missed.length;
    });
    boxes.forEach((all, facet) => all.forEach(({ box, number }, place) => {
      number.textContent = counts[facet][place];
      number.parentNode.classList.toggle("explorer-none", !counts[facet][place] && !box.checked);
    }));
    const isChosen = words.length > 0 || chosen.flat().length > 0;
    explorer.parentNode.querySelectorAll("[data-paged]").forEach((it) => { it.hidden = isChosen; });
    found.hidden = clear.hidden = !isChosen;
    const { one, many } = explorer.dataset;
    count.textContent = isChosen ? (hits.length === 1 ? one : many).replace("{}", hits.length.toLocaleString("en")) : "";
    list.replaceChildren();
    shown = 0;
    if (isChosen) add();
    return () => toAddress(input.value.trim(), chosen);
  };

  const link = (it, href, text, lang) => {
    it.href = href;
    it.textContent = text;
    if (lang) it.lang = it.hreflang = lang;
  };
  const card = ([id, title, summary, by, [areas, kind], lead, foreign, date, mark]) => {
    const made = document.getElementById("page.card").content.cloneNode(true), of = (name) => made.querySelector(".card-" + name);
    const [name, enterprise, industry] = data.enterprises[by], [href, lang, note] = foreign || [id + ".html"];
    const put = (it, text) => text ? it.textContent = text : it.remove();
    put(of("mark"), mark);
    put(of("what"), [data.facets[2][kind][1], ...areas.slice(0, 1).map((area) => data.facets[1][area][1])].join(" · "));
    link(of("title a"), href, title, lang);
    put(of("language"), note);
    const [who, dot, where] = of("who").children;
    link(who, "../enterprises/" + enterprise + ".html", name);
    if (industry == null) dot.remove();
    else link(where, "../industries/" + data.facets[0][industry][0] + ".html", data.facets[0][industry][1]);
    put(of("summary"), summary);
    if (lang && summary) of("summary").lang = lang;
    put(of("date"), date);
    const headline = made.querySelector(".headline");
    if (!lead) headline.remove();
    else {
      headline.classList.add("tone-" + lead[4]);
      ["indicator", "period", "value", "change"].forEach((name, at) => put(headline.querySelector(".is-" + name), lead[at]));
    }
    return made;
  };
  const add = () => {
    list.append(...hits.slice(shown, shown += STEP).map(card));
    more.hidden = shown >= hits.length;
  };

  explorer.hidden = false;
  const on = (it, event, act) => it.addEventListener(event, act);
  const changed = () => data && !isComposing && search()();
  on(explorer, "focusin", load);
  on(filters, "toggle", load);
  on(explorer, "compositionstart", () => { isComposing = true; });
  on(explorer, "compositionend", () => {
    isComposing = false;
    changed();
  });
  on(explorer, "input", changed);
  on(clear, "click", () => {
    input.value = "";
    boxes.flat().forEach(({ box }) => { box.checked = false; });
    changed();
    input.focus();
  });
  on(more, "click", () => {
    const first = list.children.length;
    add();
    list.children[first].querySelector("h3 a").focus();
  });
  on(window, "popstate", () => data && fromAddress());
  on(window, "hashchange", () => data && fromAddress());
  if (isAsked()) load();
})();
