// Help on charts: what a point says, under the pointer, under a finger, or reached with arrow keys. All of it stands in
// the chart's own table; the way from a point to its row is the order of both. Where they do not match, nothing happens.
"use strict";
(() => {
  // The strokes of all marks that are of one of some roles and forms, in view-box units: their places and their bounds.
  const strokes = (svg, roles, forms) => [...svg.querySelectorAll(":is(" + roles + "):is(" + forms + ")")].flatMap((mark) => {
    const value = (name) => mark.getAttribute(name);
    const path = value("d") || "M" + value("cx") + " " + value("cy");
    let x, y;
    return path.match(/M[^M]+/g).map((stroke) => {
      const spots = stroke.match(/[HV]?-?[\d.]+( ?-?[\d.]+)?/g).map((step) => {
        const [first, second] = step.match(/-?[\d.]+/g).map(Number);
        if (step[0] === "V") y = first;
        // The h0 of a dot stays where it is.
        else if (second !== undefined || step[0] === "H") [x, y] = [first, second ?? y];
        return [x, y];
      });
      const [xs, ys] = [0, 1].map((axis) => spots.map((spot) => spot[axis]).sort((a, b) => a - b));
      const [left, right, top, bottom] = [xs[0], xs.pop(), ys[0], ys.pop()];
      return { spots, left, right, top, bottom, end: [right, (top + bottom) / 2] };
    });
  });
  const along = (axis) => (a, b) => a[axis] - b[axis];
  const isOwn = (row) => row.className === "own";

  // Each row with its spots, or nothing at all. Of a long list the first rows are drawn, the own one and the last one.
  const pair = (spots, rows) => {
    let shown = rows;
    for (let first = rows.length; shown.length > spots.length && first--;) {
      shown = rows.filter((row, at) => at < first || at === rows.length - 1 || isOwn(row));
    }
    return shown.length === spots.length ? shown.map((row, at) => [row, ...spots[at]]) : [];
  };
  const single = (spots, rows) => pair(spots.map((spot) => [spot]), rows);
  const bars = (svg, rows) => {
    const found = strokes(svg, ".own, .peer, .better, .worse", ".area, .bar");
    return single(found.map((bar) => bar.end).sort(along(1)), rows);
  };

  // How the points of each kind are found, in the order in which arrow keys reach them.
  const KINDS = {
    bridge: bars,
    rank: bars,
    trend(svg, rows) {
      const columns = {};
      for (const { spots } of strokes(svg, ".own, .benchmark, .target", ".line:not(.leader), .dots, .ring")) {
        for (const spot of spots) (columns[spot[0]] ||= []).push(spot);
      }
      return pair(Object.values(columns).sort((a, b) => a[0][0] - b[0][0]), rows);
    },
    gap(svg, rows) {
      const zero = strokes(svg, ".axis", ".line")[0].top;
      const found = strokes(svg, ".gap, .lead", ".area, .bar").filter(({ top, bottom }) => top === zero || bottom === zero);
      const tips = found.map(({ left, right, top, bottom }) => [(left + right) / 2, top === zero ? bottom : top]);
      return single(tips.sort(along(0)), rows);
    },
    dumbbell(svg, rows) {
      const dots = strokes(svg, ".before, .better, .worse, .level", ".dots, .ring").map((dot) => dot.end).reverse();
      const tracks = strokes(svg, ".grid", ".line").filter(({ left, right }) => right - left > 40);
      return pair(tracks.map(({ top }) => dots.filter((dot) => dot[1] === top)), rows).filter((point) => point[1]);
    },
    bullet(svg, rows) {
      const marks = [[".own", ".area, .bar"], [".benchmark", ".mark"], [".target", ".ring"]];
      const found = marks.flatMap(([role, form]) => strokes(svg, role, form)).map((mark) => mark.end);
      return single(found, rows.slice(0, found.length));
    },
    strip(svg, rows) {
      const dots = (role, is) => single(strokes(svg, role, ".dots").map((dot) => dot.end), rows.filter((row) => isOwn(row) === is));
      return [...dots(".peer", false), ...dots(".own", true)].sort((a, b) => a[1][0] - b[1][0]);
    },
    // A line has two ends, the later one first: the higher the value, the higher the dot.
    slope(svg, rows, marked) {
      const dots = (roles) => strokes(svg, roles, ".dots, .ring").map((dot) => dot.end).sort(along(1));
      const lines = new Map();
      const add = (points, side) => {
        const value = ([row]) => +row.cells[1 + 2 * side].textContent.replace("−", "-").replace(/[^-\d.]/g, "");
        const sorted = [...points].sort((a, b) => value(b) - value(a));
        sorted.forEach(([row], at) => lines.set(row, [...(lines.get(row) || [row]), points[at][1]]));
      };
      strokes(svg, ".grid", ".line").map(({ left }, side) => () => {
        const here = (roles) => dots(roles).filter((dot) => dot[0] === left);
        add(single(here(".own, .peer, .passed"), rows), side);
        add(single(here(".benchmark"), marked), side);
      }).reverse().forEach((side) => side());
      return [...lines.values()];
    },
  };

  document.querySelectorAll(".figure-drawing").forEach((box) => {
    const table = box.parentNode.querySelector("table"), svg = box.firstChild, kind = svg.classList[1];
    if (!KINDS[kind] || !table) return;
    const [rows, marked] = [0, 1].map((at) => [...(table.tBodies[at]?.rows || [])]);
    const points = KINDS[kind](svg, rows, marked);
    if (!points.length) return;

    const isSaid = (text) => text !== "–";
    const words = (row) => [...row.cells].map((cell) => cell.textContent), heads = words(table.tHead.rows[0]);
    // The lines of a point: what it is, its values, and what is marked in the chart beside all points.
    const said = ([row]) => [
      ["", words(row)[0]],
      ...words(row).map((text, at) => [heads[at], text]).slice(1).filter((line) => isSaid(line[1])),
      ...marked.filter((other) => other !== row).map(words).map(([name, ...values]) => [name, values.filter(isSaid).join(" → ")]),
    ];

    // The drawing stays one image with its sentence. Over it lies a slider: the one control whose arrow keys every
    // screen reader hands through, and whose aria-valuetext it speaks politely whenever it changes. So there is one
    // stop for the Tab key, nothing to enter or to leave, and the text beside the point need not be spoken again.
    box.insertAdjacentHTML("beforeend", "<div class=figure-help role=slider tabindex=0 aria-valuemin=1></div>" +
      "<i class=figure-mark hidden></i><p class=figure-tip aria-hidden=true hidden></p>");
    const [, slider, mark, tip] = box.children;
    const tell = (name, value) => slider.setAttribute("aria-" + name, value);
    const on = (it, events, act) => events.split(" ").forEach((event) => it.addEventListener(event, act));
    const within = (value, most) => Math.max(0, Math.min(value, most));
    let at;
    const choose = (to) => {
      at = to;
      tell("valuenow", at + 1);
      tell("valuetext", said(points[at]).map((line) => line.join(" ")).join("; "));
    };
    const hide = () => { tip.hidden = mark.hidden = true; };
    const place = (it, x, y) => {
      it.style.setProperty("left", x + "px");
      it.style.setProperty("top", y + "px");
    };
    const scale = () => svg.clientWidth / svg.viewBox.baseVal.width;
    const show = (to) => {
      choose(to);
      tip.replaceChildren(...said(points[at]).map(([name, value]) => {
        const line = document.createElement("span"), strong = document.createElement("b");
        strong.append(value);
        line.append(name, " ", strong);
        return line;
      }));
      tip.hidden = mark.hidden = false;
      const spots = points[at].slice(1).map((spot) => spot.map((length) => length * scale())), [x, y] = spots[0];
      const heights = spots.map((spot) => spot[1]), above = Math.min(...heights) - tip.offsetHeight - 12;
      place(mark, x, y);
      place(tip, within(x - tip.offsetWidth / 2, box.clientWidth - tip.offsetWidth),
        box.getBoundingClientRect().top + above > 0 ? above : Math.max(...heights) + 12);
    };
    const nearest = (event) => {
      const frame = svg.getBoundingClientRect();
      const x = (event.clientX - frame.left) / scale(), y = (event.clientY - frame.top) / scale();
      const wide = !/rank|bridge|dumbbell/.test(kind), high = !/trend|gap/.test(kind);
      const far = ([, ...spots]) => Math.min(...spots.map((spot) => Math.hypot(wide && spot[0] - x, high && spot[1] - y)));
      const fars = points.map(far);
      show(fars.indexOf(Math.min(...fars)));
    };

    tell("labelledby", svg.firstChild.id);
    tell("valuemax", points.length);
    choose(0);
    on(box, "pointerdown", nearest);
    on(box, "pointermove pointerleave", (event) => {
      if (event.pointerType !== "touch") (event.type === "pointermove" ? nearest : hide)(event);
    });
    on(window, "pointerdown keydown", (event) => {
      if (event.key ? event.key === "Escape" : !box.contains(event.target)) hide();
    });
    on(slider, "focus", () => show(at));
    on(slider, "blur", hide);
    on(slider, "keydown", (event) => {
      const last = points.length - 1;
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -last, End: last }[event.key];
      if (!step || event.altKey) return;
      event.preventDefault();
      show(within(at + step, last));
    });
  });
})();
