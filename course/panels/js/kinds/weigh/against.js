// Needs: scales
// One signal at a time, held against every hypothesis. Nothing is preselected.

const MARKS = { "-2": "− −", "-1": "−", 0: "0", 1: "+", 2: "+ +" };

// `shown` is told which signal is asked for; `after` is called where there is no next one.
function against(question, id, state, { moved, shown, after }) {
  const signals = inOrder(question), all = question.hypotheses.length;
  const held = (signal) => question.hypotheses.filter((each) => Number.isInteger(state.shown().cells[each.id]?.[signal.id])).length;
  const title = control("h5", { tabindex: "-1", id: `${id}-held` }), what = h("p"), done = h("p", { class: "bd-kind" });
  let at = null; // until the first drawing the answer may not be there

  function put(hypothesis, step) {
    state.set((said) => {
      const row = (said.cells[hypothesis] ??= {});
      if (step === null) delete row[signals[at].id];
      else row[signals[at].id] = step;
    });
  }
  const groups = question.hypotheses.map((hypothesis) => ({
    hypothesis,
    ...radios(`${id}-held-${hypothesis.id}`, h("span", {}, h("b", {}, hypothesis.name), h("span", { class: "bd-kind" }, ` ${hypothesis.text}`)),
      [...question.consistency].reverse().map(({ step, name }) => [step, h("span", { class: "bd-mark", "aria-hidden": "true" }, MARKS[step]), name]),
      (step) => { put(hypothesis.id, step); moved(); }),
  }));
  const back = button("Back", () => go(at - 1)), next = button("", () => (at + 1 < signals.length ? go(at + 1) : after()));
  const clear = button("Clear this signal", () => {
    question.hypotheses.forEach((hypothesis) => put(hypothesis.id, null));
    moved();
    title.focus();
  });
  const steps = h("ul", {}, ...[...question.consistency].reverse().map(({ step, name, meaning }) => h("li", {}, h("b", {}, `${MARKS[step]} ${name}`), `: ${meaning}`)));
  const node = h("div", { class: "bd-against", role: "group", "aria-labelledby": title.id }, done, title, what,
    h("p", {}, "Suppose each of these is true, one after the other. How well does the signal fit?"), ...groups.map((group) => group.node),
    h("div", { class: "rs-buttons" }, next, back, clear), h("details", {}, control("summary", {}, "What the five steps mean"), steps));

  function go(place) {
    at = place;
    moved();
    title.focus();
  }
  function draw() {
    at ??= Math.max(0, signals.findIndex((signal) => held(signal) < all));
    const signal = signals[at];
    say(title, `${signal.id} ${signal.title}`);
    say(what, signal.what);
    say(done, `Signal ${at + 1} of ${signals.length}. ${signals.filter((each) => held(each) === all).length} held against every hypothesis.`);
    for (const { hypothesis, set } of groups) set(state.shown().cells[hypothesis.id]?.[signal.id] ?? null);
    say(next, at + 1 < signals.length ? "Next signal" : "See the matrix");
    back.disabled = at === 0;
    clear.disabled = held(signal) === 0;
    shown(signal.id);
  }
  return { node, draw, open: (signal) => go(signals.findIndex((each) => each.id === signal)) };
}
