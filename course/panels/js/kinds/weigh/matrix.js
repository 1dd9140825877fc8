// Needs: model, scales
// Competing hypotheses in rows, signals in columns. Three numbers for each row, never merged into one.

function matrix(question, id, state, moved) {
  if (!question.hypotheses.length) return null;
  const marks = { "-2": "− −", "-1": "−", 0: "0", 1: "+", 2: "+ +" };
  const signals = inOrder(question), choices = [["", "", "blank"], ...question.consistency.map(({ step, name }) => [step, marks[step], name])];
  const spread = signals.map(() => h("td")), rows = question.hypotheses.map((hypothesis) => {
    const cells = signals.map((signal) => {
      const node = control("select", { "aria-label": `${signal.id} ${signal.short}, if “${hypothesis.name}”` }, ...choices.map(([value, mark, name]) => h("option", { value: String(value), "aria-label": name }, mark)));
      node.addEventListener("change", () => {
        state.set((said) => {
          const row = (said.cells[hypothesis.id] ??= {});
          if (node.value === "") delete row[signal.id];
          else row[signal.id] = Number(node.value);
        });
        moved();
      });
      return node;
    });
    const numbers = ["inconsistency", "consistency", "coverage"].map((name) => ({ name, node: h("td", { class: "bd-number" }) }));
    const head = h("th", { scope: "row" }, h("b", {}, hypothesis.name), h("span", { class: "bd-kind" }, ` ${hypothesis.text}`));
    return { hypothesis, cells, numbers, node: h("tr", {}, head, ...numbers.map((n) => n.node), ...cells.map((cell) => h("td", {}, cell))) };
  });
  const scale = question.consistency.map(({ step, name }) => `${marks[step]} ${name}`).join(", ");
  const least = h("p", { class: "bd-note" });
  const heads = ["Hypothesis", "Against it", "In favour", "Covered", ...signals.map((signal) => signal.id)];
  const table = h("table", { class: "bd-matrix" },
    h("caption", {}, "How well does each signal fit each hypothesis?"),
    h("thead", {}, h("tr", {}, ...heads.map((text, i) => h("th", { scope: "col", title: i > 3 ? signals[i - 4].short : null }, text)))),
    h("tbody", {}, ...rows.map((row) => row.node)),
    h("tfoot", {}, h("tr", {}, h("th", { scope: "row" }, "Diagnosticity: how far apart a signal holds the hypotheses"), h("td"), h("td"), h("td"), ...spread)));
  const scroll = control("div", { class: "bd-scroll", role: "region", tabindex: "0", "aria-label": `${question.title}: table of competing hypotheses, scrolls sideways` }, table);

  function draw() {
    const given = state.table(), stands = standings(given), apart = diagnosticity(given), best = leastInconsistent(given);
    for (const { hypothesis, cells, numbers } of rows) {
      cells.forEach((cell, i) => {
        const step = given.cells[hypothesis.id][signals[i].id];
        const chosen = step === undefined || step === null ? "" : String(step);
        if (cell.value !== chosen) cell.value = chosen;
      });
      const now = stands[hypothesis.id];
      for (const { name, node } of numbers) say(node, name === "coverage" ? percent(now[name]) : now[name].toFixed(1));
    }
    spread.forEach((node, i) => {
      const value = apart[signals[i].id];
      say(node, value === null ? "" : value.toFixed(1));
    });
    const names = question.hypotheses.filter(({ id: h }) => best.includes(h)).map(({ name }) => `“${name}”`);
    say(least, names.length ? `Least against: ${names.join(" and ")}, counting the signals that are held against every hypothesis.`
      : "Nothing can be compared yet: no signal has been held against every hypothesis.");
  }
  return { node: h("div", {}, h("h4", {}, "Competing hypotheses"), h("p", { class: "bd-kind" }, `${scale}. Steps count by credibility, a story counts once.`), scroll, least), draw };
}
