// Needs: scales
// How probable the event is before any signal: as a slider, and as the first thing that is asked.

function priorSlider(id, label, state, moved) {
  const made = slider(`${id}-prior`, label, { min: 1, max: 99, step: 1 }, (value) => `${value} %`,
    (value) => { state.set((said) => { said.prior = value / 100; }); moved(); });
  return { ...made, draw: () => {
    const { prior } = state.shown();
    made.set(prior === null ? null : 100 * prior, () => chance(prior)); // a posterior carried over is no whole per cent
  } };
}

// Asks for it in `stage`; `go` leads on once it is said. Gives the slider.
function askPrior(stage, id, question, state, { says, onwards, go }) {
  const made = priorSlider(`${id}-first`, `Before any signal: how probable is ${question.event} ${question.by}?`, state, () => {
    made.draw();
    say(note, "");
  });
  const note = h("p", { class: "bd-note rs-passing", role: "status" });
  const next = button(onwards, () => {
    if (state.shown().prior !== null) return go();
    say(note, "Say how probable it is first: move the slider, or tap its knob or press Enter on it for 50 %.");
  });
  made.draw();
  stage.replaceChildren(h("p", {}, says), made.node, h("div", { class: "rs-buttons" }, next), note);
  return made.input;
}
