// Needs: table
// The deal as a grid: who accepts which option, what is proposed, and what is only supposed.

function grid(question) {
  const cells = []; // [{issue, option, row, sides: [[side, cell]], all, proposed}]
  const row = (issue, option) => {
    const proposed = h("span", { class: "dl-mark" }), all = h("td", {}), sides = question.sides.map((side) => [side, h("td", {})]);
    const node = h("tr", {}, h("th", { scope: "row" }, proposed, option.name), ...sides.map(([, cell]) => cell), all);
    cells.push({ issue, option, row: node, sides, all, proposed });
    return node;
  };
  // Each issue is a group of its own, so that its name is said before its options.
  const bodies = question.options.map((issue) => h("tbody", {},
    h("tr", {}, h("th", { scope: "rowgroup", colspan: question.sides.length + 2, class: "dl-issue" }, issue.name)),
    ...issue.options.map((option) => row(issue, option))));
  const heads = ["Option", ...question.sides, "All"].map((text) => h("th", { scope: "col" }, text));
  const node = h("div", { class: "dl-whole" },
    h("table", { class: "dl-grid" }, h("caption", {}, "Who accepts what"), h("thead", {}, h("tr", {}, ...heads)), ...bodies),
    h("p", { class: "bd-kind" }, `✓ accepts · ✗ walks away${question.relax ? " · (✓) supposed" : ""} · ▸ proposed`));

  const SIGNS = { yes: ["✓", "accepts"], no: ["✗", "walks away"], supposed: ["(✓)", "supposed to accept"], never: ["", "not accepted by all"] };
  function show(cell, sign) {
    if (cell.className === `dl-${sign}`) return;
    cell.className = `dl-${sign}`;
    const [seen, heard] = SIGNS[sign];
    cell.replaceChildren(h("span", { "aria-hidden": "true" }, seen), h("span", { class: "rs-hidden" }, heard));
  }
  function draw(terms, relaxed) {
    const more = new Set(relaxed.map((each) => key(...each)));
    for (const { issue, option, row: line, sides, all, proposed } of cells) {
      const signs = sides.map(([side]) => (option.sides[side].accepts ? "yes" : more.has(key(side, issue.id, option.id)) ? "supposed" : "no"));
      sides.forEach(([, cell], n) => show(cell, signs[n]));
      show(all, signs.includes("no") ? "never" : signs.includes("supposed") ? "supposed" : "yes");
      const chosen = terms[issue.id] === option.id;
      line.classList.toggle("dl-proposed", chosen);
      if (chosen !== (proposed.childNodes.length > 0)) {
        proposed.replaceChildren(...(chosen ? [h("span", { "aria-hidden": "true" }, "▸ "), h("span", { class: "rs-hidden" }, "Proposed: ")] : []));
      }
    }
  }
  return { node, draw };
}
