// Needs: state, card, whole
// One signal, weighed where the lesson has read it. It writes into the answer that the board shows whole.

function alone(question, id, change) {
  const state = boardState(question, change), stage = h("div"), signal = question.options[0];
  const made = card(question, `${id}-card`, signal, state);
  let at = null;

  function begin() {
    const prior = priorSlider(`${id}-first`, `Before any signal: how probable is ${question.event} ${question.by}?`, state, () => prior.draw());
    const note = h("p", { class: "bd-note", role: "status" });
    const next = button("Go on to the signal", () => {
      if (state.shown().prior !== null) return show(true);
      note.textContent = "Say how probable it is first: move the slider, or press Enter on it for 50 %.";
    });
    prior.draw();
    stage.replaceChildren(h("p", {}, "No number is right. You can change it later on the board."), prior.node, h("div", { class: "rs-buttons" }, next), note);
  }
  // `focus` is set when a key or a click led here.
  function show(focus) {
    if (state.shown().prior === null) {
      at = "prior";
      begin();
      return;
    }
    made.draw();
    if (at !== "card") stage.replaceChildren(made.node);
    at = "card";
    if (focus) made.title.focus();
  }
  show();
  return {
    node: h("div", { class: "bd-board bd-alone" }, stage),
    read: state.read,
    // A prior that is being set here must not take its own slider away.
    write: (value) => { if (state.write(value) && !(at === "prior" && stage.contains(document.activeElement))) show(); },
    rest: 300,
    wide: true,
  };
}
