// Needs: model, scales, against
// Competing hypotheses: each signal is held against all of them, and the matrix shows what came of it, hypotheses in rows,
// with three numbers for each that are never merged into one.

const STANDING = [["inconsistency", "Against it"], ["consistency", "In favour"], ["coverage", "Covered"]];

// Parts of a table say what they are, as a narrow window lays them out as blocks.
const tr = (head, ...cells) => h("tr", { role: "row" }, head, ...cells);
const td = (attributes, ...content) => h("td", { role: "cell", ...attributes }, ...content);
const th = (scope, attributes, ...content) => h("th", { scope, role: scope === "col" ? "columnheader" : "rowheader", ...attributes }, ...content);

function matrix(question, id, state, moved) {
  if (!question.hypotheses.length) return null;
  const names = Object.fromEntries(question.consistency.map(({ step, name }) => [step, name])), signals = inOrder(question);
  const rows = question.hypotheses.map((hypothesis) => {
    const numbers = STANDING.map(([member, name]) => ({ member, node: td({ class: "bd-number", "data-of": name }) }));
    const cells = signals.map((signal) => {
      const seen = h("span", { "aria-hidden": "true" }), heard = h("span", { class: "rs-hidden" });
      return { signal, seen, heard, node: td({ "data-of": signal.id }, seen, heard) };
    });
    return { hypothesis, numbers, cells, node: tr(th("row", {}, hypothesis.name), ...numbers.map((each) => each.node), ...cells.map((each) => each.node)) };
  });
  const opens = signals.map((signal) => button(`${signal.id} ${signal.short}`, () => asked.open(signal.id)));
  const spread = signals.map((signal) => td({ class: "bd-apart", "data-of": signal.id }));
  const caption = h("caption"), table = h("table", { class: "bd-matrix", role: "table" },
    caption,
    h("thead", { role: "rowgroup" }, tr(th("col", {}, "Hypothesis"), ...STANDING.map(([, name]) => th("col", {}, name)), ...opens.map((open) => th("col", { class: "bd-of" }, open)))),
    h("tbody", { role: "rowgroup" }, ...rows.map((row) => row.node)),
    h("tfoot", { role: "rowgroup" }, tr(th("row", {}, "Diagnosticity"), ...STANDING.map(() => td({ class: "bd-none" })), ...spread)));
  const scroll = control("div", { class: "bd-scroll", role: "region", tabindex: "0", "aria-label": `${question.title}: table of competing hypotheses, scrolls sideways` }, table);
  const least = h("p", { class: "bd-note", role: "status" });
  const asked = against(question, id, state, {
    moved,
    shown: (signal) => signals.forEach((each, i) => mark(opens[i], { "aria-current": String(each.id === signal) })),
    after: () => scroll.focus(),
  });

  function draw() {
    const given = state.table(), stands = standings(given), apart = diagnosticity(given), best = leastInconsistent(given);
    asked.draw();
    say(caption, `${state.playing() ? "What if, not your answer. " : ""}The matrix: how well each signal fits each hypothesis. Choose a signal to change it.`);
    for (const { hypothesis, numbers, cells } of rows) {
      for (const { member, node } of numbers) {
        const value = stands[hypothesis.id][member];
        say(node, member === "coverage" ? percent(value) : value.toFixed(1));
      }
      for (const { signal, seen, heard, node } of cells) {
        const step = given.cells[hypothesis.id][signal.id] ?? null;
        say(seen, step === null ? "" : MARKS[step]);
        say(heard, step === null ? "not said" : names[step]);
        mark(node, { "data-step": step ?? "" });
      }
    }
    spread.forEach((node, i) => {
      const value = apart[signals[i].id];
      say(node, value === null ? "" : value.toFixed(1));
    });
    const leading = question.hypotheses.filter(({ id: each }) => best.includes(each)).map(({ name }) => `“${name}”`);
    say(least, leading.length ? `Least against: ${leading.join(" and ")}, counting the signals that are held against every hypothesis.`
      : "Nothing can be compared yet: no signal has been held against every hypothesis.");
  }
  const how = "Diagnosticity: how far apart a signal holds the hypotheses. Steps count by credibility, a story counts once.";
  return { node: h("div", {}, h("h4", {}, "Competing hypotheses"), asked.node, scroll, h("p", { class: "bd-kind" }, how), least), draw };
}
