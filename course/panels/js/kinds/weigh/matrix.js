// Needs: model, scales, against
// Competing hypotheses: each signal is held against all of them, and the matrix shows what came of it. Three numbers for
// each hypothesis, never merged into one.

const STANDING = [["inconsistency", "Against it"], ["consistency", "In favour"], ["coverage", "Covered"]];

function matrix(question, id, state, moved) {
  if (!question.hypotheses.length) return null;
  const names = Object.fromEntries(question.consistency.map(({ step, name }) => [step, name]));
  const rows = inOrder(question).map((signal) => {
    const open = button(`${signal.id} ${signal.short}`, () => asked.open(signal.id));
    const cells = question.hypotheses.map((hypothesis) => {
      const seen = h("span", { "aria-hidden": "true" }), heard = h("span", { class: "rs-hidden" });
      return { hypothesis, seen, heard, node: h("td", {}, seen, heard) };
    });
    const apart = h("td", { class: "bd-apart" });
    return { signal, open, cells, apart, node: h("tr", {}, h("th", { scope: "row" }, open), ...cells.map((cell) => cell.node), apart) };
  });
  const totals = STANDING.map(([member, name]) => {
    const cells = question.hypotheses.map((hypothesis) => ({ hypothesis, node: h("td", { class: "bd-number" }) }));
    return { member, cells, node: h("tr", {}, h("th", { scope: "row" }, name), ...cells.map((cell) => cell.node), h("td")) };
  });
  const heads = ["Signal", ...question.hypotheses.map((hypothesis) => hypothesis.name), "Apart"];
  const table = h("table", { class: "bd-matrix" },
    h("caption", {}, "The matrix: how well each signal fits each hypothesis. Press a signal to change it."),
    h("thead", {}, h("tr", {}, ...heads.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, ...rows.map((row) => row.node)), h("tfoot", {}, ...totals.map((total) => total.node)));
  const scroll = control("div", { class: "bd-scroll", role: "region", tabindex: "0", "aria-label": `${question.title}: table of competing hypotheses, scrolls sideways` }, table);
  const least = h("p", { class: "bd-note", role: "status" });
  const asked = against(question, id, state, {
    moved,
    shown: (signal) => rows.forEach((row) => mark(row.open, { "aria-current": String(row.signal.id === signal) })),
    after: () => scroll.focus(),
  });

  function draw() {
    const given = state.table(), stands = standings(given), apart = diagnosticity(given), best = leastInconsistent(given);
    asked.draw();
    for (const row of rows) {
      for (const { hypothesis, seen, heard, node } of row.cells) {
        const step = given.cells[hypothesis.id][row.signal.id] ?? null;
        say(seen, step === null ? "" : MARKS[step]);
        say(heard, step === null ? "not said" : names[step]);
        mark(node, { "data-step": step ?? "" });
      }
      const value = apart[row.signal.id];
      say(row.apart, value === null ? "" : value.toFixed(1));
    }
    for (const { member, cells } of totals) {
      for (const { hypothesis, node } of cells) {
        const value = stands[hypothesis.id][member];
        say(node, member === "coverage" ? percent(value) : value.toFixed(1));
      }
    }
    const leading = question.hypotheses.filter(({ id: each }) => best.includes(each)).map(({ name }) => `“${name}”`);
    say(least, leading.length ? `Least against: ${leading.join(" and ")}, counting the signals that are held against every hypothesis.`
      : "Nothing can be compared yet: no signal has been held against every hypothesis.");
  }
  const how = "“Apart” says how far a signal holds the hypotheses from one another: its diagnosticity. Steps count by credibility, a story counts once.";
  return { node: h("div", {}, h("h4", {}, "Competing hypotheses"), asked.node, scroll, h("p", { class: "bd-kind" }, how), least), draw };
}
