// Needs: model, scales, worlds, reason
// One signal at a time: what is known of it, and what the learner makes of it. Nothing is preselected, and ratings given
// earlier stay hidden until all are done.

// `known` has the words for what a card says of a signal, and the member that holds it. Behind each event is its source, a link
// where there is an address.
function facts(signal, known) {
  const said = known.map(([name, member]) => [name, signal[member]]);
  const source = ({ source, url }) => (/^https?:/.test(url) ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, source) : source);
  const events = h("ul", { class: "bd-events" }, ...signal.events.map((each) => h("li", {}, `${each.date}: ${each.text} `, h("span", { class: "bd-kind" }, "(", source(each), ")"))));
  const rows = [...said.filter(([, text]) => text), ...(signal.events.length ? [["Dates and sources", events]] : [])];
  return h("dl", { class: "bd-facts" }, ...rows.flatMap(([name, text]) => [h("dt", {}, name), h("dd", {}, text)]));
}

// `way` is how many are done and how to go on; without it the card stands alone.
function card(question, id, signal, state, way) {
  const rating = () => state.shown().ratings[signal.id];
  const note = h("p", { class: "bd-note rs-passing", role: "status" });
  const effect = radios(`${id}-effect`, `How likely is this signal if ${question.event} is coming, compared with if none is?`,
    [...question.steps].reverse().map(({ step, name, meaning }) => [step, h("b", {}, name), ` × ${times(step)} `, h("span", { class: "bd-kind" }, meaning)]),
    (step) => { state.set(() => Object.assign(rating(), { step, counts: null })); tens.set(null); follow(); });
  const tens = inTens(`${id}-tens`, question.event, (counts) => {
    state.set(() => Object.assign(rating(), { counts, step: nearestStep(counts) }));
    effect.set(rating().step);
    follow();
  });
  const trust = slider(`${id}-trust`, "How far do you believe that it happened as reported?", { min: 0, max: 100, step: 5 },
    (value) => `${value} %`, (value) => { state.set(() => { rating().credibility = value / 100; }); follow(); });
  const story = storyOf(question, id, "Part of the same story as", signal.id, (said) => {
    state.set(() => Object.assign(rating(), said));
    story.set(rating());
    follow();
  });
  const reason = reasonOf(question, id, signal, (said) => {
    state.set(() => Object.assign(rating(), said));
    follow();
  });
  // A graded board leaves it to the learner to say what follows.
  const picture = question.conclude ? null : worldsPicture(id, question.event), moved = h("p", { class: "bd-moved", role: "status" });
  function follow() {
    say(note, ""); // what was still to do may be done now
    reason?.set(rating());
    if (!picture) return;
    const all = state.judgement(), sure = rating().credibility === null;
    const as = (said) => weigh({ ...all, ratings: { ...all.ratings, [signal.id]: { ...rating(), ...said } } });
    const before = as({ step: null, counts: null }), after = as({ credibility: rating().credibility ?? 1 });
    const evidence = rating().step === null ? null : after.log_odds - before.log_odds;
    picture.draw(before.probability, evidence, oftenOf(rating()));
    say(moved, evidence === null ? `Before this signal: ${chance(before.probability)}.`
      : `Before this signal ${chance(before.probability)}, with it ${chance(before.probability) === chance(after.probability) ? "still " : ""}${chance(after.probability)}${sure ? ", if you take it at its word" : ""}.`);
  }
  function draw() {
    effect.set(rating().step);
    tens.set(rating().counts);
    follow();
    trust.set(rating().credibility === null ? null : Math.round(100 * rating().credibility));
    story.set(rating());
  }
  draw();

  const title = control("h4", { tabindex: "-1", id: `${id}-name` }, `${signal.id} ${signal.title}`);
  const parts = [title, facts(signal, question.facts), claimList(signal.claims), effect.node, picture && moved, picture && picture.node, tens.node, trust.node, story.node, reason && reason.node];
  const when = `${signal.who ? `${signal.who}, ` : ""}${signal.date}`;
  if (!way) return { node: h("article", { class: "bd-card", "aria-labelledby": title.id }, h("p", { class: "bd-progress" }, when), ...parts), title, draw };

  const { done, go } = way;
  const next = button(done + 1 < question.options.length ? "Next signal" : "See the whole", () => {
    if (ownWeight(rating()) !== null && !reason?.lacks(rating())) return go();
    note.textContent = ownWeight(rating()) !== null ? "Choose the claim on which your rating rests first." : rating().step === null ? "Choose one of the seven effects first." : "Say how far you believe it first: move the slider, or tap its knob or press Enter on it for 50 %.";
  });
  const node = h("article", { class: "bd-card", "aria-labelledby": title.id },
    h("p", { class: "bd-progress" }, `${done} of ${question.options.length} weighed. ${when}`), ...parts,
    h("div", { class: "rs-buttons" }, next, button("Skip for now", () => go("skip"))), note);
  return { node, title, draw };
}
