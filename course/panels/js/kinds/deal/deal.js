// Needs: table, grid, undo
// A deal as a question's controls: an option on each issue, who walks away and why, and positions that could be relaxed.

CONTROLS.deal = (question, id, change) => {
  let answer = { terms: {}, relaxed: [] };
  const who = h("div", { role: "status" }), why = h("div"), zone = h("p", { class: "bd-note", role: "status" }), whole = grid(question);
  const spots = Object.fromEntries(question.options.map((issue) => [issue.id, spot(`“${issue.name}”`)]));
  const terms = question.options.map((issue) => radios(`${id}-${issue.id}`, issue.name,
    issue.options.map((option) => [option.id, h("b", {}, option.name), " ", h("span", { class: "bd-kind" }, option.text)]),
    (option) => { answer.terms[issue.id] = option; moved(); }));

  const against = question.options.map(() => h("ul", { class: "dl-why" }));
  terms.forEach((each, n) => each.node.append(against[n], spots[question.options[n].id]));

  function moved() {
    draw();
    change();
  }
  function relax(side, issue, option, on) {
    answer.relaxed = answer.relaxed.filter((each) => key(...each) !== key(side, issue, option));
    if (on) answer.relaxed.push([side, issue, option]);
    moved();
  }
  function objection({ side, issue, option, said }) {
    const give = question.relax ? button(`Suppose ${side} accepted it`, () => { relax(side, issue.id, option.id, true); who.querySelector("p")?.focus(); }) : null;
    give?.setAttribute("aria-label", `Suppose ${side} accepted it: ${issue.name}, ${option.name}`);
    return h("li", {}, h("b", {}, `${side} walks away: `), said.why, said.stated ? "" : " (Our inference.)", " ", claimList(said.claims, `${side}, ${issue.name}`, false), give);
  }
  function supposed([side, issueId, optionId]) {
    const issue = question.options.find((each) => each.id === issueId), option = issue.options.find((each) => each.id === optionId);
    return h("li", {}, `${side} would accept “${option.name}”. `, button(`Take it back (${side}: ${option.name})`, () => relax(side, issueId, optionId, false)));
  }
  function draw() {
    question.options.forEach((issue, n) => terms[n].set(answer.terms[issue.id] ?? null));
    const found = objecting(question, answer.terms, answer.relaxed), left = question.options.length - Object.keys(answer.terms).length;
    const away = question.sides.filter((side) => found.some((each) => each.side === side));
    const verdict = away.length ? `${away.join(" and ")} ${away.length > 1 ? "walk" : "walks"} away.`
      : left ? `Nobody walks away so far. ${left} of ${question.options.length} terms to go.` : "✓ Nobody walks away.";
    who.replaceChildren(control("p", { class: "rs-verdict", tabindex: "-1" }, h("b", {}, verdict)));
    against.forEach((list, n) => list.replaceChildren(...found.filter(({ issue }) => issue === question.options[n]).map(objection)));
    why.replaceChildren(...(answer.relaxed.length ? [h("p", {}, h("b", {}, `Supposed (${answer.relaxed.length}):`)), h("ul", { class: "dl-why" }, ...answer.relaxed.map(supposed))] : []));
    whole.draw(answer.terms, answer.relaxed);
    const size = zoneSize(question, answer.relaxed);
    say(zone, size ? `Zone of agreement: ${size} ${size === 1 ? "deal" : "deals"} that everybody accepts.` : "Zone of agreement: empty. No deal is accepted by everybody.");
  }
  draw();
  return {
    node: h("div", {}, ...terms.map((each) => each.node), who, why, zone, whole.node),
    spots: () => spots,
    read: () => (Object.keys(answer.terms).length || answer.relaxed.length ? answer : null),
    write: (value) => {
      const told = { terms: { ...value?.terms }, relaxed: [...(value?.relaxed ?? [])] };
      // What is drawn anew loses the focus, so nothing is while the answer stays.
      if (same(told, answer)) return;
      answer = told;
      draw();
    },
    wide: true,
  };
};
