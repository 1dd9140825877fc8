// Needs: model, state, scales, prior, ratings, waterfall, strip, matrix, conclusion
// The whole: from prior to posterior, all ratings as controls, stories told twice, and competing hypotheses.

const HUSH = 500; // ms without a move before a screen reader hears the result

// Signals that share a source but are counted apart: what counting them once would change.
function doubles(question, state, weighing, act) {
  const told = {};
  for (const { id, tells_with: story } of inOrder(question)) if (story) (told[story] ??= []).push(id);
  return Object.values(told).filter((group) => group.length > 1).flatMap((group) => {
    const apart = group.filter((signal) => weighing.contributions.some((c) => c.signals.length === 1 && c.signals[0] === signal && c.weight));
    if (apart.length < 2) return [];
    const weights = apart.map((signal) => weighing.weights[signal]), most = sum(weights), one = once(weights), to = (weight) => chance(probability(weighing.prior + weight));
    if (Math.abs(most - one) < 0.005) return [];
    return [h("p", { class: "bd-double" }, `${apart.join(", ")} share a source or an event, and you count them apart: alone they would put your prior at ${to(most)}. As one story, at ${to(one)}. Is it the same news told twice? `,
      button(`Count ${apart.join(", ")} as one story`, () => act(apart)))];
  });
}

function whole(question, id, state, changed) {
  let readings = null, first = null, hush = null;
  const chart = question.conclude ? null : waterfall(id, question), now = question.conclude ? null : strip();
  const live = h("p", { class: "rs-hidden", role: "status" }), twice = h("div"), then = h("p", { class: "bd-note" });
  const moved = () => draw();
  const prior = priorSlider(id, `Prior: how probable is ${question.event}, before any signal?`, state, moved);
  const ratings = ratingRows(question, id, state, moved), rivals = matrix(question, id, state, moved), follows = conclusion(question, id, state);
  const play = button("What if …?", () => { state.play(!state.playing()); changed(); });
  const again = button("Reset the what-if", () => { state.play(true); changed(); });
  const keep = button("Take this as my answer", () => { state.keep(); changed(); });
  const mode = h("p", { class: "bd-mode", role: "status" }), head = control("h4", { tabindex: "-1" }, "Your weighing");
  const asOne = (group) => {
    state.set((said) => group.slice(1).forEach((signal) => { said.ratings[signal].same_as = group[0]; }));
    moved();
  };

  function draw() {
    const judgement = state.judgement(), weighing = weigh(judgement);
    prior.draw();
    ratings.draw(weighing, readings, first);
    rivals?.draw();
    follows?.draw();
    say(play, state.playing() ? "Back to my answer" : "What if …?");
    keep.hidden = again.hidden = !state.playing();
    say(mode, state.playing() ? "What if: move anything. Your answer stays as it is, and nothing here is saved." : "");
    node.classList.toggle("bd-playing", state.playing());
    if (!chart) return;
    const answer = state.playing() ? weigh(state.judgement(state.answer())) : null;
    chart.draw(waterfallRows(question, weighing), answer && waterfallRows(question, answer));
    now.draw(weighing, answer);
    const told = doubles(question, state, weighing, asOne), same = told.map((node) => node.textContent).join("");
    if (twice.textContent !== same) twice.replaceChildren(...told);
    clearTimeout(hush);
    hush = setTimeout(() => { live.textContent = `Probability of ${question.event}: ${chance(weighing.probability)}.`; }, HUSH);
    if (!first) return;
    const was = weigh({ prior: first.prior ?? 0.5, ratings: first.ratings ?? {}, stories: storiesOf(first.ratings ?? {}), news: newsOf(first.ratings ?? {}) });
    say(then, `At your first commitment: ${chance(was.probability)}. Now: ${chance((answer ?? weighing).probability)}.${answer ? ` What if: ${chance(weighing.probability)}.` : ""}`);
  }
  // What is held against hypotheses moves no probability: the figures in view stay with what does.
  const moves = h("div", {}, now?.node ?? null, then, prior.node, ratings.node, h("div", { class: "rs-buttons" }, ...(question.conclude ? [] : [play, keep, again])), twice);
  const node = h("div", { class: "bd-whole" }, head, mode, chart?.node ?? null, moves, rivals?.node ?? null, follows?.node ?? null, live);
  return {
    node, head, draw,
    reveal: (feedback) => { readings = feedback.readings ?? null; first = feedback.first ?? null; },
    readings: () => readings,
    spots: { ...ratings.spots, ...(follows ? { conclusion: follows.at } : {}) },
    stop: () => { clearTimeout(hush); chart?.stop(); },
  };
}
