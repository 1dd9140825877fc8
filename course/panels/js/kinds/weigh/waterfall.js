// Needs: model, scales
// The chart from prior to posterior: one bar a story or signal, from the probability before it to that after it. Equal
// evidence has equal length, as odds have; every label is a probability, and log-odds stand below for who asks for them.
// Names and values have places of their own, where no line and no bar comes.

const TICKS = [0.5, 0.1, 0.9, 0.01, 0.99, 0.001, 0.999, 0.000001, 0.999999, 0.25, 0.75]; // the more telling first
const ROW = 22;

// [{name, from, to, weight}] in log-odds; prior and posterior have no weight.
function waterfallRows(question, weighing) {
  const short = Object.fromEntries(question.options.map((o) => [o.id, o.short]));
  const called = (signals) => (signals.length === 1 ? `${signals[0]} ${short[signals[0]]}`
    : `${signals.slice(0, 3).join(" ")}${signals.length > 3 ? ` +${signals.length - 3}` : ""} (one story)`);
  const end = (name, at) => ({ name, signals: [name], from: at, to: at, weight: null });
  const steps = stepsOf(weighing).map(({ signals, from, to, weight }) => ({ name: called(signals), signals, from, to, weight }));
  return [end("Prior", weighing.prior), ...steps, end("Posterior", weighing.log_odds)];
}

const arrow = (weight) => (weight > 1e-9 ? "▲ " : weight < -1e-9 ? "▼ " : "");

const direction = (weight) => (weight > 1e-9 ? "bd-up" : weight < -1e-9 ? "bd-down" : "bd-sum");

// From one log-odds to another, in probabilities.
function way(from, to) {
  const [a, b] = [from, to].map((each) => chance(probability(each)));
  return a === b ? `stays at ${a}` : `${a} to ${b}`;
}

function inWords(rows) {
  const said = rows.slice(1, -1).map(({ name, from, to }) => `${name}: ${way(from, to)}`);
  return [`Altogether: ${way(rows[0].to, rows.at(-1).to)}`, ...said].join("; ") + ".";
}

// What of the committed or saved answer is drawn in a row: each of its bars once, where its first signal is.
const ghostsOf = (row, ghost) => ghost.filter(({ signals }) => row.signals.includes(signals[0]));

function waterfall(id, { title: board, event }) {
  const title = s("title", { id: `${id}-t` }), desc = s("desc", { id: `${id}-d` });
  const svg = s("svg", { role: "img", "aria-labelledby": `${id}-t ${id}-d`, class: "bd-svg" });
  const odds = control("input", { type: "checkbox", id: `${id}-odds` });
  const head = h("tr"), body = h("tbody"), caption = h("caption");
  const table = h("details", {}, control("summary", {}, "The chart as a table"),
    h("div", { class: "rs-row", role: "group", "aria-label": "What the table shows" }, odds, h("label", { for: odds.id }, `with log-odds of ${event}`)),
    control("div", { class: "bd-scroll", role: "region", tabindex: "0", "aria-label": `${board}: table from prior to posterior, scrolls sideways` },
      h("table", {}, caption, h("thead", {}, head), body)));
  const key = h("p", { class: "bd-kind", hidden: true }, "Filled: what if. Outlined: your answer.");
  let reach = 5; // log-odds shown on each side; it only grows, so that the axis does not jump about
  let drawn = [], ghosts = [], width = 620, frame = "", marks = [];

  // Axis, names and empty marks: built anew only if the size, the reach or the rows change.
  function build(rows, at) {
    const parts = [title, desc], taken = [];
    const down = (x, kind) => parts.push(s("path", { d: rows.map((_, i) => `M${x} ${at.y(i)}v${ROW}`).join(""), class: kind }));
    for (const p of TICKS.filter((t) => Math.abs(logOdds(t)) < reach)) {
      const x = at.x(logOdds(p)), text = `${+(100 * p).toFixed(4)} %`, half = 3.6 * text.length + 4;
      const middle = Math.min(Math.max(x, half), width - half); // none is cut off
      if (taken.some(([other, room]) => Math.abs(middle - other) < half + room)) continue; // it would run into a better one
      taken.push([middle, half]);
      down(x, "bd-rule");
      parts.push(s("text", { x: middle, y: 14, class: "bd-tick" }, text));
    }
    const start = s("path", { class: "bd-start-line" });
    parts.push(start);
    marks = rows.map(({ name }, i) => {
      const y = at.y(i), up = at.narrow ? y - 4 : y + 15;
      const bar = s("rect", { y: y + 4, height: ROW - 8 }), ghost = s("path", { class: "bd-ghost" });
      const value = s("text", { x: width - 4, y: up, class: "bd-value bd-end" });
      parts.push(bar, ghost, value, s("text", at.narrow ? { x: at.left, y: up, class: "bd-name bd-start" } : { x: at.left - 8, y: up, class: "bd-name" }, name));
      return { bar, ghost, value };
    });
    marks.start = start;
    svg.setAttribute("viewBox", `0 0 ${width} ${at.bottom + 4}`);
    svg.style.height = `${at.bottom + 4}px`;
    svg.replaceChildren(...parts);
  }

  // `ghost` are the rows of the answer while another weighing is tried, or null.
  function draw(rows, ghost) {
    [drawn, ghosts] = [rows, ghost ?? []];
    reach = Math.max(reach, Math.ceil(Math.max(...[...rows, ...ghosts].map(({ to }) => Math.abs(to))) + 0.5));
    const narrow = width < 520, left = narrow ? 8 : 190, right = narrow ? 8 : 78, row = narrow ? 2 * ROW - 4 : ROW, top = 24;
    const at = {
      narrow, left, row, top, bottom: top + rows.length * row, y: (i) => top + i * row + (narrow ? ROW - 4 : 0),
      x: (v) => left + ((v + reach) / (2 * reach)) * (width - left - right),
    };
    const wanted = [width, reach, ...rows.map(({ name }) => name)].join("|");
    if (frame !== wanted) build(rows, at);
    frame = wanted;
    mark(marks.start, { d: rows.map((_, i) => `M${at.x(rows[0].to)} ${at.y(i)}v${ROW}`).join("") });
    rows.forEach((each, i) => {
      const { bar, ghost: outline, value } = marks[i], low = at.x(Math.min(each.from, each.to)), high = at.x(Math.max(each.from, each.to));
      const wide = Math.max(each.weight === null ? 5 : 3, high - low), y = at.y(i);
      mark(bar, { x: high - low < wide ? low - wide / 2 : low, width: wide, class: direction(each.weight) });
      say(value, `${arrow(each.weight)}${chance(probability(each.to))}`);
      mark(outline, { d: ghostsOf(each, ghosts).map(({ from, to }) => {
        const [a, b] = [at.x(Math.min(from, to)), at.x(Math.max(from, to))];
        return `M${a - 2} ${y + 2}H${b + 2}V${y + ROW - 2}H${a - 2}Z`;
      }).join("") });
    });
    key.hidden = !ghost;
    for (const node of [title, caption]) say(node, ghost ? "What if: from prior to posterior" : "From prior to posterior");
    say(desc, ghost ? `What if: ${inWords(rows)} Your answer, outlined: ${inWords(ghost)}` : inWords(rows));
    if (table.open) fill();
  }
  function fill() {
    const heads = ["What", "Before", "After", ...(ghosts.length ? ["Your answer, after"] : []), ...(odds.checked ? ["Weight (log-odds)", "Log-odds after"] : [])];
    const said = (v) => chance(probability(v));
    head.replaceChildren(...heads.map((text) => h("th", { scope: "col" }, text)));
    body.replaceChildren(...drawn.map((each) => h("tr", {}, h("th", { scope: "row" }, each.name), ...[
      each.weight === null ? "" : said(each.from), `${arrow(each.weight)}${said(each.to)}`,
      ...(ghosts.length ? [ghostsOf(each, ghosts).map(({ to }) => said(to)).join("; ")] : []),
      ...(odds.checked ? [each.weight === null ? "" : signed(each.weight), signed(each.to)] : []),
    ].map((text) => h("td", {}, text)))));
  }
  table.addEventListener("toggle", fill);
  odds.addEventListener("change", fill);
  // To ask the page for a width while drawing would make it lay out everything once more.
  const watch = new ResizeObserver(([{ contentRect: { width: now } }]) => {
    if (now && now !== width) {
      width = Math.max(260, now);
      if (drawn.length) draw(drawn, ghosts.length ? ghosts : null);
    }
  });
  watch.observe(svg);
  return { node: h("figure", { class: "bd-figure" }, svg, key, table), draw, stop: () => watch.disconnect() };
}
