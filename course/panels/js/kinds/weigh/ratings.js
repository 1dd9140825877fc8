// Needs: model, scales, reason
// All ratings as controls, a group for each signal, with what each weighs.

function ratingRows(question, id, state, moved) {
  const rows = inOrder(question).map((signal) => {
    const name = h("h5", { id: `${id}-${signal.id}` }, `${signal.id} ${signal.short}`);
    const set = (member) => (value) => { state.set((said) => { said.ratings[signal.id][member] = value; }); moved(); };
    const effect = slider(`${id}-${signal.id}-effect`, "Effect", { min: -3, max: 3, step: 1 },
      (step) => `${question.steps.find((s) => s.step === step).name} × ${times(step)}`, set("step"), name.id);
    const trust = slider(`${id}-${signal.id}-trust`, "Credibility", { min: 0, max: 100, step: 5 }, (value) => `${value} %`,
      (value) => set("credibility")(value / 100), name.id);
    const story = storyOf(question, `${id}-${signal.id}`, "Same story as", signal.id, (said) => {
      state.set((shown) => Object.assign(shown.ratings[signal.id], said));
      moved();
    }, name.id);
    const reason = reasonOf(question, `${id}-${signal.id}`, signal, (said) => {
      state.set((shown) => Object.assign(shown.ratings[signal.id], said));
      moved();
    }, name.id);
    const says = h("p", { class: "bd-weight" }), reading = h("p", { class: "bd-reading" });
    const at = spot(`${signal.id} ${signal.short}`);
    const node = h("div", { class: "bd-rating", role: "group", "aria-labelledby": name.id }, name, effect.node, trust.node, story.node, reason && reason.node, says, reading, at);
    return { signal: signal.id, at, node, effect, trust, story, reason, says, reading };
  });

  function draw({ weights, prior }, readings, first) {
    const to = (weight) => chance(probability(prior + weight));
    for (const { signal, effect, trust, story, reason, says, reading } of rows) {
      const rating = state.shown().ratings[signal], own = weights[signal];
      effect.set(rating.step);
      trust.set(rating.credibility === null ? null : Math.round(100 * rating.credibility));
      story.set(rating);
      reason?.set(rating);
      const then = first ? ownWeight({ ...BLANK, ...first.ratings?.[signal] }) : null;
      const changed = then !== null && own !== null && Math.abs(then - own) > 1e-9 ? ` (at your first commitment, to ${to(then)})` : "";
      const alone = to(own) === to(0) ? `leave your prior at ${to(0)}` : `carry your prior of ${to(0)} to ${to(own)}`;
      say(says, question.conclude ? "" : own === null ? "Not weighed." : `By itself it would ${alone}${changed}.`);
      const author = readings?.[signal];
      if (author && !reading.childNodes.length) reading.append(h("b", {}, "The author, as the course reads him: "), `${author.word}. ${author.why}`);
    }
  }
  const node = h("div", { class: "bd-ratings", role: "group", "aria-label": `${question.title}: all ratings` }, ...rows.map((row) => row.node));
  return { node, draw, spots: Object.fromEntries(rows.map(({ signal, at }) => [signal, at])) };
}
