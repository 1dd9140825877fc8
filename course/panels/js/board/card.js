// One signal at a time: what is known of it, and what the learner makes of it. Nothing is preselected, and ratings given
// earlier stay hidden until all are done.

function facts(signal) {
  const said = [["What happened", signal.what], ["Meant to", signal.intent], ["What came of it", signal.effect], ["Also on record", signal.record]];
  return h("dl", { class: "bd-facts" }, ...said.filter(([, text]) => text).flatMap(([name, text]) => [h("dt", {}, name), h("dd", {}, text)]));
}

function card(question, id, signal, state, done, go) {
  const rating = () => state.shown().ratings[signal.id];
  const note = h("p", { class: "bd-note", role: "status" });
  const effect = radios(`${id}-effect`, `How likely is this signal if ${question.event} is coming, compared with if none is?`,
    [...question.steps].reverse().map(({ step, name, meaning }) => [step, h("b", {}, name), ` × ${times(step)} `, h("span", { class: "bd-kind" }, meaning)]),
    (step) => state.set(() => { rating().step = step; }));
  const trust = slider(`${id}-trust`, "How far do you believe that it happened as reported?", { min: 0, max: 100, step: 5 },
    (value) => `${value} %`, (value) => state.set(() => { rating().credibility = value / 100; }));
  const story = storyOf(question, id, "Part of the same story as", signal.id, (said) => {
    state.set(() => Object.assign(rating(), said));
    story.set(rating());
  });
  effect.set(rating().step);
  trust.set(rating().credibility === null ? null : Math.round(100 * rating().credibility));
  story.set(rating());

  const next = button(done + 1 < question.options.length ? "Next signal" : "See the whole", () => {
    if (ownWeight(rating()) !== null) return go();
    note.textContent = rating().step === null ? "Choose one of the seven effects first." : "Say how far you believe it first: move the slider, or press Enter on it for 50 %.";
  });
  const title = control("h4", { tabindex: "-1", id: `${id}-name` }, `${signal.id} ${signal.title}`);
  const node = h("article", { class: "bd-card", "aria-labelledby": title.id },
    h("p", { class: "bd-progress" }, `${done} of ${question.options.length} weighed. ${signal.who ? `${signal.who}, ` : ""}${signal.date}`), title,
    facts(signal), claimList(signal.claims), effect.node, trust.node, story.node,
    h("div", { class: "rs-buttons" }, next, button("Skip for now", () => go("skip"))), note);
  return { node, title };
}
