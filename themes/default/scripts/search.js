// Full text. What is searched is made in src/search, which folds texts and cuts them into words just as this does.
"use strict";
(() => {
  // A character of a script without spaces, and one of a word; what is looked up; what is one word until here.
  const HAN = "[\\u3005-\\u3007\\u3040-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
  const LETTER = "(?!" + HAN + ")[\\p{Alphabetic}\\p{N}]";
  const han = new RegExp(HAN, "u");
  const tokens = new RegExp(HAN + "+|(?:\\d\\.(?=\\d)|" + LETTER + ")+", "gu");
  const terms = new RegExp("(?:" + HAN + "|" + LETTER + ")\\S*", "gu");
  const inWord = new RegExp("(?:" + LETTER + "|\\d\\.(?=\\d))" + LETTER + "$", "u");
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  // Lists that one query loads. What else it asks for is seen in the texts.
  const MOST_LISTS = 5;
  const PAGE = 10;

  const [form, input, status, list, pattern, more, ways] = ["form", "query", "count", "results", "result", "more", "ways"]
    .map((id) => document.getElementById("search." + id));
  const words = form.dataset;

  // Every file calls this with what it holds.
  const arrived = {};
  window.casebookSearch = (name, data) => (arrived[name] = data);

  const asked = {};
  const load = (name) => (asked[name] = asked[name] || new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = words.folder + name + ".js?v=" + words.edition;
    script.onload = () => done(arrived[name]);
    script.onerror = () => fail(asked[name] = null);
    document.head.append(script);
  }));

  // A text as it is compared, and for each place in it the place in the text itself.
  function fold(text) {
    const places = [];
    let folded = "";
    for (let at = 0, c; at < text.length; at += c.length) {
      c = String.fromCodePoint(text.codePointAt(at));
      if (c === "," && /\d/.test(folded.slice(-1)) && /^\d{3}(?!\d)/.test(text.substr(at + 1, 4))) continue;
      folded += c.normalize("NFKC").toLowerCase();
      while (places.length < folded.length) places.push(at);
    }
    places.push(text.length);
    return { text, folded, places };
  }

  // Where a text has some terms: anywhere, but one that begins a word only where a word begins.
  const find = ({ folded, places }, terms) => terms.flatMap((term) => {
    const spans = [];
    for (let at = -1; (at = folded.indexOf(term, at + 1)) >= 0;) {
      if (!inWord.test(folded.slice(Math.max(0, at - 2), at + 1))) spans.push([places[at], places[at + term.length]]);
    }
    return spans;
  }).sort((a, b) => a[0] - b[0]);

  // What to look up for a term; with "all", everything that begins so.
  const keysOf = (term) => [...term.matchAll(tokens)].flatMap(({ 0: token, index }) => {
    const pairs = han.test(token) && token.match(/../gu);
    const rest = term.slice(index + token.length);
    if (!pairs) return { key: token, all: !rest || rest === "." };
    return [...new Set([...pairs, ...token.match(/..$/u)])].map((key) => ({ key }));
  });

  // The lists of a shard by word.
  async function shard(number) {
    const lists = new Map();
    for (const entry of (await load("words/" + number)).split(";")) {
      const [word, list] = entry.split(" ");
      const first = String.fromCodePoint(word.codePointAt(0));
      if (list) lists.set(word, list);
      else for (const [, next, list] of word.slice(first.length).matchAll(/([^\w-]?)([\w-]+)/gu)) lists.set(first + next, list);
    }
    return lists;
  }

  // The documents that have a key, each with its weight. Where very much begins so, there is a list for all of it.
  async function documentsOf({ key, all }, firsts) {
    const place = (word) => Math.max(0, firsts.filter((first) => first <= word).length - 1);
    const word = all ? key + "*" : key;
    let lists = [(await shard(place(word))).get(word) || ""];
    if (all && !lists[0]) {
      for (let at = place(key); at <= place(key + "\uffff"); at++) {
        (await shard(at)).forEach((list, word) => word.startsWith(key) && lists.push(list));
      }
    }
    const weights = new Map();
    for (const list of lists) {
      let document = -1, number = 0, shift = 0;
      for (const letter of list) {
        const digit = LETTERS.indexOf(letter);
        number += (digit & 31) << shift;
        shift += 5;
        if (digit > 31) continue;
        document += number / 3 | 0;
        weights.set(document, Math.max(weights.get(document) || 0, number % 3 + 1));
        number = shift = 0;
      }
    }
    return weights;
  }

  // A document, if it has all terms, with the part that shows it best.
  function check(data, terms) {
    const [kind, href, title, by, parts, lang] = data;
    const texts = parts.flatMap(([weight, , heading, text]) => [[Math.max(2, weight), heading], [weight, text]]);
    const strings = data.strings = data.strings || [[3, title], [3, by], ...texts].map(([weight, text]) => ({ weight, ...fold(text) }));
    const has = strings.map((string) => terms.map((term) => find(string, [term]).length && string.weight));
    const best = terms.map((_, i) => Math.max(...has.map((weights) => weights[i])));
    if (best.includes(0)) return [];
    const count = (i) => has[i].filter(Boolean).length;
    const shows = parts.map((_, i) => 2 * count(2 * i + 3) + count(2 * i + 2));
    const part = shows.indexOf(Math.max(...shows));
    return { kind, href, lang, strings, part, anchor: (parts[part] || [])[1], score: best.reduce((a, b) => a + b) };
  }

  // Begins a search: "next" gives so many results more.
  async function search(query) {
    const asked = [...new Set(fold(query).folded.match(terms))];
    const [counts, firsts] = await load("index");
    let end = 0;
    const starts = counts.map((count) => (end += count) - count);
    const keys = asked.map(keysOf);
    const scores = new Map();
    if (asked[0] && !firsts[0]) {
      const files = await Promise.all(starts.map((start) => load("texts/" + start)));
      files.flat().forEach((data, number) => scores.set(number, check(data, asked).score));
    } else if (asked[0]) {
      // The first key of every term, then the second …
      const inTurn = keys.flat().flatMap((_, i) => keys.flatMap((of) => of[i] || []));
      const [first, ...others] = await Promise.all(inTurn.slice(0, MOST_LISTS).map((key) => documentsOf(key, firsts)));
      first.forEach((weight, number) => scores.set(number, others.reduce((sum, list) => sum + list.get(number), weight)));
    }
    const ranked = [...scores.keys()].filter((number) => scores.get(number)).sort((a, b) => scores.get(b) - scores.get(a) || a - b);
    const document = async (number) => {
      const start = starts.filter((start) => start <= number).pop();
      return (await load("texts/" + start))[number - start];
    };
    return {
      terms: asked,
      count: ranked.length,
      isExact: !firsts[0] || (asked.length <= MOST_LISTS && asked.every((term, i) => keys[i][0].key === term)),
      async next(wanted) {
        const results = [];
        for (let tried = 0; ranked[0] + 1 && results.length < wanted && (tried < 1.5 * wanted || !results[0]);) {
          const some = await Promise.all(ranked.splice(0, wanted - results.length).map(document));
          const fit = some.flatMap((data) => check(data, asked));
          tried += some.length;
          this.count -= some.length - fit.length;
          results.push(...fit);
        }
        this.isAll = !ranked.length;
        return results;
      },
    };
  }
  window.casebookSearch.search = search;

  // Sets a text, or a stretch of it, with every term marked.
  function set(element, string, terms, at = 0, to = string.text.length) {
    for (const [start, end] of find(string, terms)) {
      if (end <= at || start >= to) continue;
      const mark = document.createElement("mark");
      mark.append(string.text.slice(Math.max(at, start), end));
      element.append(string.text.slice(at, Math.max(at, start)), mark);
      at = end;
    }
    element.append(string.text.slice(at, Math.max(at, to)));
  }

  // The stretch around the first term, from the beginning of its sentence if that is near, else of a word.
  function setPassage(element, string, terms) {
    const { text } = string;
    const width = han.test(text) ? 110 : 220;
    const place = (find(string, terms)[0] || [0])[0];
    let from = Math.max(0, place - width / 3 | 0);
    if (from) {
      const before = text.slice(from, place);
      const sentence = before.search(/(?:[^。！？；\n.]|\.\S)*$/);
      from += sentence || before.indexOf(" ") + 1;
      if (!sentence) element.append("…");
    }
    const to = from + width < text.length ? text.slice(0, from + width).search(/[\w.,%’-]*$/) : text.length;
    set(element, string, terms, from, to);
    if (to < text.length) element.append("…");
  }

  function item({ kind, href, lang, strings, part, anchor }, terms) {
    const made = pattern.content.firstElementChild.cloneNode(true);
    const [link, section] = made.querySelectorAll("a");
    const what = made.querySelector(".result-kind");
    const [title, by] = strings;
    const [heading, passage] = strings.slice(2 * part + 2);
    link.href = href;
    if (lang) link.lang = link.hreflang = section.nextElementSibling.lang = lang;
    set(link, title, terms);
    what.append(kind, by.text && " · ");
    set(what, by, terms);
    if (part >= 0) setPassage(section.nextElementSibling, passage, terms);
    if (part >= 0 && heading.text) {
      section.href = href + "#" + encodeURIComponent(anchor);
      set(section, heading, terms);
    } else section.remove();
    return made;
  }

  let found, latest = 0, typing;
  const say = (text, about) => (status.textContent = text.replace("{}", about));
  const queried = () => new URLSearchParams(location.search).get("q") || "";

  // Shows so many results, behind those that stand there already if these are to be kept.
  async function show(wanted, isMore) {
    const query = input.value.trim();
    const mine = ++latest;
    const slow = setTimeout(say, 400, words.working);
    try {
      const now = isMore ? found : await search(query);
      const items = (await now.next(wanted)).map((result) => item(result, now.terms));
      if (mine !== latest) return;
      found = now;
      if (!isMore) list.textContent = "";
      list.append(...items);
      const { count, isAll } = found;
      more.hidden = isAll;
      ways.hidden = count > 0;
      if (count) say(found.isExact || isAll ? (count > 1 ? words.found : words.one) : words.about, count);
      else say(query && words.none, query);
      // The button may be gone, and whoever pressed it wants to read on.
      if (isMore && items[0]) items[0].querySelector("a").focus();
    } catch (error) {
      if (mine === latest) say(words.failed);
    } finally {
      clearTimeout(slow);
    }
  }

  // What is typed changes the address; what is sent gets a place of its own in the history.
  function ask(change) {
    const query = input.value.trim();
    clearTimeout(typing);
    if (query !== queried()) history[change]({}, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    show(PAGE);
  }

  function restore() {
    input.value = queried();
    show((history.state || {}).shown || PAGE);
  }

  for (const event of ["input", "compositionend"]) {
    form.addEventListener(event, ({ isComposing }) => {
      clearTimeout(typing);
      if (!isComposing) typing = setTimeout(ask, 200, "replaceState");
    });
  }
  form.onsubmit = (event) => {
    event.preventDefault();
    ask("pushState");
  };
  more.firstElementChild.onclick = async () => {
    await show(PAGE, true);
    history.replaceState({ shown: list.children.length }, "");
  };
  onpopstate = restore;
  form.hidden = false;
  restore();
})();
