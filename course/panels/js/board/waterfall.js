// The chart from prior to posterior: log-odds along the bottom, probabilities along the top, one bar a story or signal.

const SVG = "http://www.w3.org/2000/svg";
const TICKS = [0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999];
const ROW = 22;

function s(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

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

function waterfall(id) {
  const title = s("title", { id: `${id}-t` }, "From prior to posterior"), desc = s("desc", { id: `${id}-d` });
  const svg = s("svg", { role: "img", "aria-labelledby": `${id}-t ${id}-d`, class: "bd-svg" });
  const body = h("tbody"), heads = ["What", "Weight (log-odds)", "Log-odds after", "Probability after"];
  const table = h("details", {}, control("summary", {}, "The chart as a table"), h("div", { class: "bd-scroll" }, h("table", {},
    h("caption", {}, "From prior to posterior"), h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))), body)));
  let reach = 5; // log-odds shown on each side; it only grows, so that the axis does not jump about
  let drawn = [];

  function draw(rows) {
    drawn = rows;
    const width = Math.max(260, svg.clientWidth || 620), narrow = width < 520;
    const left = narrow ? 8 : 190, right = 52, row = narrow ? 2 * ROW - 8 : ROW, top = 24, bottom = top + rows.length * row;
    reach = Math.max(reach, Math.ceil(Math.max(...rows.flatMap(([, a, b]) => [Math.abs(a), Math.abs(b)])) + 0.5));
    const x = (v) => left + ((v + reach) / (2 * reach)) * (width - left - right);
    const parts = [title, desc];
    // Ticks that would run into one another are left out, the middle one first of all kept.
    let last = -Infinity;
    for (const p of TICKS.filter((t) => Math.abs(logOdds(t)) < reach && !(narrow && (t === 0.25 || t === 0.75)))) {
      const at = x(logOdds(p));
      parts.push(s("line", { x1: at, x2: at, y1: top - 4, y2: bottom + 4, class: p === 0.5 ? "bd-even" : "bd-rule" }));
      if (at - last > 38) {
        parts.push(s("text", { x: at, y: 14, class: "bd-tick" }, `${+(100 * p).toFixed(1)} %`));
        last = at;
      }
    }
    for (let v = -reach + 1; v < reach; v += Math.ceil(reach / 5)) parts.push(s("text", { x: x(v), y: bottom + 18, class: "bd-tick" }, v === 0 ? "0" : `${v < 0 ? "−" : "+"}${Math.abs(v)}`));
    parts.push(s("text", { x: x(0), y: bottom + 36, class: "bd-tick" }, "log-odds of a reset (above: probability)"));
    rows.forEach(([name, from, to, weight], i) => {
      const y = top + i * row + (narrow ? ROW - 4 : 0), low = x(Math.min(from, to)), high = x(Math.max(from, to));
      const kind = weight === null ? "bd-sum" : weight > 0 ? "bd-up" : "bd-down";
      parts.push(s("text", narrow ? { x: left, y: y - 4, class: "bd-name bd-start" } : { x: left - 8, y: y + 15, class: "bd-name" }, name));
      parts.push(s("rect", { x: low, y: y + 4, width: Math.max(1.5, high - low), height: ROW - 8, class: kind }));
      const label = weight === null ? chance(probability(to)) : `${weight > 0 ? "▲" : weight < 0 ? "▼" : ""} ${signed(weight)}`;
      const flip = high + 56 > width;
      parts.push(s("text", { x: flip ? low - 4 : high + 4, y: y + 15, class: flip ? "bd-value bd-end" : "bd-value" }, label));
      if (i < rows.length - 1) parts.push(s("line", { x1: x(to), x2: x(to), y1: y + ROW - 4, y2: y + row + 4, class: "bd-link" }));
    });
    svg.setAttribute("viewBox", `0 0 ${width} ${bottom + 42}`);
    svg.style.height = `${bottom + 42}px`;
    desc.textContent = inWords(rows);
    svg.replaceChildren(...parts);
    if (table.open) fill();
  }
  function fill() {
    body.replaceChildren(...drawn.map(([name, , to, weight]) => h("tr", {}, h("th", { scope: "row" }, name),
      ...[weight === null ? "" : signed(weight), signed(to), chance(probability(to))].map((text) => h("td", {}, text)))));
  }
  table.addEventListener("toggle", fill);
  const watch = new ResizeObserver(() => { if (drawn.length && svg.clientWidth) draw(drawn); });
  watch.observe(svg);
  return { node: h("figure", { class: "bd-figure" }, svg, table), draw, rows: () => drawn, stop: () => watch.disconnect() };
}
