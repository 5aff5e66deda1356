// Keeps a page of the preview up to date: listens for editions, and asks what has become of this page.
(() => {
  "use strict";
  const own = document.currentScript;
  const { run, print, path, mended } = own.dataset;
  const aside = document.getElementById("casebook-preview");
  const [said, gone, panel] = aside.children;
  const KEPT = "casebook-preview";
  let { edition, wrong } = own.dataset;
  let source, silence, asking = false, again = false;

  // The place of the reader: the last thing with an id above it, and how far below that; what is open; what has the focus.
  const reload = () => {
    let mark = null;
    for (const it of document.querySelectorAll("main [id]")) {
      const { top, height } = it.getBoundingClientRect();
      if (height > 0 && top <= 1) mark = { id: it.id, top };
    }
    const open = [...document.querySelectorAll("main details")].map((it) => it.open);
    const kept = { path: location.pathname, mark, x: scrollX, y: scrollY, open, focus: document.activeElement?.id };
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
    location.reload();
  };

  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    sessionStorage.removeItem(KEPT);
    if (kept?.path !== location.pathname) return;
    document.querySelectorAll("main details").forEach((it, i) => { if (kept.open[i]) it.open = true; });
    if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
    const place = () => {
      const it = kept.mark && document.getElementById(kept.mark.id);
      const y = it ? scrollY + it.getBoundingClientRect().top - kept.mark.top : kept.y;
      scrollTo({ left: kept.x, top: y, behavior: "instant" });
    };
    place();
    // What a browser puts back by itself, and pictures that were not there yet, would move it.
    if (document.readyState !== "complete") addEventListener("load", place, { once: true });
  };

  // A new style sheet takes the place of the old one once it is there, so that nothing is ever seen without.
  const swap = (styles) => {
    const links = [...document.querySelectorAll("link[rel=stylesheet]")].filter((it) => !it.href.includes("/_casebook/"));
    if (links.length !== styles.length) return reload();
    links.forEach((link, i) => {
      if (link.getAttribute("href") === styles[i]) return;
      const next = link.cloneNode();
      next.href = styles[i];
      next.onload = next.onerror = () => link.remove();
      link.after(next);
    });
  };

  const show = (html) => {
    const before = panel.querySelector("details");
    // What its reader has opened stays open; what errors have opened closes with them.
    const wasOpen = before?.open && !before.classList.contains("casebook-errors");
    const hadFocus = panel.contains(document.activeElement);
    panel.innerHTML = html;
    const after = dress();
    if (after && wasOpen) after.open = true;
    if (hadFocus) after?.querySelector("summary").focus();
    said.textContent = after ? after.querySelector("summary").textContent : before ? mended : "";
  };

  const dress = () => {
    const details = panel.querySelector("details");
    const button = panel.querySelector("button");
    if (!details) return null;
    button.hidden = false;
    button.onclick = () => { details.open = false; details.querySelector("summary").focus(); };
    return details;
  };

  const ask = async () => {
    if (asking) { again = true; return; }
    asking = true;
    do {
      again = false;
      try {
        const answer = await fetch(`/_casebook/state?path=${path}`, { cache: "no-store" });
        const state = await answer.json();
        edition = String(state.edition);
        if (state.print !== print) { reload(); return; }
        swap(state.styles);
        if (state.wrong !== wrong) show(state.panel);
        wrong = state.wrong;
      } catch { /* The preview has gone; it is asked again once it is back. */ }
    } while (again);
    asking = false;
  };

  const listen = () => {
    source?.close();
    source = new EventSource("/_casebook/events");
    source.onmessage = ({ data }) => {
      clearTimeout(silence);
      silence = undefined;
      gone.hidden = true;
      const [its, number] = data.split(" ");
      if (its !== run) reload();
      else if (number !== edition) ask();
    };
    source.onerror = () => {
      silence ??= setTimeout(() => { gone.hidden = false; }, 1500);
      // Some browsers give up for good.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    };
  };

  // A browser has few lines to one host. Pages that nobody looks at give theirs back, and catch up when they are seen.
  const attend = () => {
    if (document.hidden) source?.close();
    else listen();
  };

  addEventListener("keydown", (event) => {
    const details = panel.querySelector("details[open]");
    if (event.key === "Escape" && details && !event.defaultPrevented) details.open = false;
  });
  document.addEventListener("visibilitychange", attend);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) attend(); });
  dress();
  restore();
  attend();
})();
