// Needs: model, scales
// The chart from prior to posterior: log-odds along the bottom, probabilities along the top, one bar a story or signal.

const TICKS = [0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999];
const ROW = 22;

// [[name, from, to, weight]] in log-odds; prior and posterior go from 0 and have no weight.
function waterfallRows(question, weighing) {
  const short = Object.fromEntries(question.options.map((o) => [o.id, o.short]));
  let at = weighing.prior;
  const rows = weighing.contributions.filter((c) => c.weight !== null).map((c) => {
    const from = at;
    at += c.weight;
    const name = c.signals.length > 1 ? `${c.signals.join(" ")} (one story)` : `${c.signals[0]} ${short[c.signals[0]]}`;
    return [name, from, at, c.weight];
  });
  return [["Prior", 0, weighing.prior, null], ...rows, ["Posterior", 0, weighing.log_odds, null]];
}

function inWords(rows) {
  const [prior, ...rest] = rows, last = rest.pop();
  return `From ${chance(probability(prior[2]))} to ${chance(probability(last[2]))}. ${rest.map(([name, , , w]) => `${name} ${signed(w)}`).join("; ")}.`;
}

function waterfall(id, { title: board, event }) {
  const title = s("title", { id: `${id}-t` }, "From prior to posterior"), desc = s("desc", { id: `${id}-d` });
  const svg = s("svg", { role: "img", "aria-labelledby": `${id}-t ${id}-d`, class: "bd-svg" });
  const body = h("tbody"), heads = ["What", "Weight (log-odds)", "Log-odds after", "Probability after"];
  const table = h("details", {}, control("summary", {}, "The chart as a table"), control("div", { class: "bd-scroll", role: "region", tabindex: "0", "aria-label": `${board}: table from prior to posterior, scrolls sideways` }, h("table", {},
    h("caption", {}, "From prior to posterior"), h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))), body)));
  let reach = 5; // log-odds shown on each side; it only grows, so that the axis does not jump about
  let drawn = [], width = 620, frame = "", marks = [];

  // Axis, names and empty marks: built anew only if the size, the reach or the rows change.
  function build(rows, at) {
    const parts = [title, desc];
    let last = -Infinity; // where the last probability stands: those that would run into it are left out
    for (const p of TICKS.filter((t) => Math.abs(logOdds(t)) < reach && !(at.narrow && (t === 0.25 || t === 0.75)))) {
      const x = at.x(logOdds(p));
      parts.push(s("line", { x1: x, x2: x, y1: at.top - 4, y2: at.bottom + 4, class: p === 0.5 ? "bd-even" : "bd-rule" }));
      if (x - last > 38) {
        parts.push(s("text", { x, y: 14, class: "bd-tick" }, `${+(100 * p).toFixed(1)} %`));
        last = x;
      }
    }
    const step = Math.ceil(reach / (at.narrow ? 3 : 5));
    for (let v = -step * Math.floor((reach - 0.5) / step); v < reach; v += step) {
      parts.push(s("text", { x: at.x(v), y: at.bottom + 18, class: "bd-tick" }, v === 0 ? "0" : `${v < 0 ? "−" : "+"}${Math.abs(v)}`));
    }
    parts.push(s("text", { x: at.narrow ? width / 2 : at.x(0), y: at.bottom + 36, class: "bd-tick" },
      at.narrow ? "log-odds (above: probability)" : `log-odds of ${event} (above: probability)`));
    marks = rows.map(([name], i) => {
      const y = at.y(i), bar = s("rect", { y: y + 4, height: ROW - 8 }), value = s("text", { y: y + 15 });
      const link = s("line", { y1: y + ROW - 4, y2: y + at.row + 4, class: "bd-link" });
      parts.push(s("text", at.narrow ? { x: at.left, y: y - 4, class: "bd-name bd-start" } : { x: at.left - 8, y: y + 15, class: "bd-name" }, name), bar, value);
      if (i < rows.length - 1) parts.push(link);
      return { bar, value, link };
    });
    svg.setAttribute("viewBox", `0 0 ${width} ${at.bottom + 42}`);
    svg.style.height = `${at.bottom + 42}px`;
    svg.replaceChildren(...parts);
  }

  function draw(rows) {
    drawn = rows;
    reach = Math.max(reach, Math.ceil(Math.max(...rows.flatMap(([, a, b]) => [Math.abs(a), Math.abs(b)])) + 0.5));
    const narrow = width < 520, left = narrow ? 8 : 190, row = narrow ? 2 * ROW - 8 : ROW, top = 24;
    const at = {
      narrow, left, row, top, bottom: top + rows.length * row, y: (i) => top + i * row + (narrow ? ROW - 4 : 0),
      x: (v) => left + ((v + reach) / (2 * reach)) * (width - left - 52),
    };
    const wanted = [width, reach, ...rows.map(([name]) => name)].join("|");
    if (frame !== wanted) build(rows, at);
    frame = wanted;
    rows.forEach(([, from, to, weight], i) => {
      const { bar, value, link } = marks[i], low = at.x(Math.min(from, to)), high = at.x(Math.max(from, to)), flip = high + 56 > width;
      mark(bar, { x: low, width: Math.max(1.5, high - low), class: weight === null ? "bd-sum" : weight > 0 ? "bd-up" : "bd-down" });
      mark(value, { x: flip ? low - 4 : high + 4, class: flip ? "bd-value bd-end" : "bd-value" });
      say(value, weight === null ? chance(probability(to)) : `${weight > 0 ? "▲" : weight < 0 ? "▼" : ""} ${signed(weight)}`);
      mark(link, { x1: at.x(to), x2: at.x(to) });
    });
    say(desc, inWords(rows));
    if (table.open) fill();
  }
  function fill() {
    body.replaceChildren(...drawn.map(([name, , to, weight]) => h("tr", {}, h("th", { scope: "row" }, name),
      ...[weight === null ? "" : signed(weight), signed(to), chance(probability(to))].map((text) => h("td", {}, text)))));
  }
  table.addEventListener("toggle", fill);
  // To ask the page for a width while drawing would make it lay out everything once more.
  const watch = new ResizeObserver(([{ contentRect: { width: now } }]) => {
    if (now && now !== width) {
      width = Math.max(260, now);
      if (drawn.length) draw(drawn);
    }
  });
  watch.observe(svg);
  return { node: h("figure", { class: "bd-figure" }, svg, table), draw, rows: () => drawn, stop: () => watch.disconnect() };
}
