// Needs: state, card, prior
// One signal, weighed where the lesson has read it. It writes into the answer that the board shows whole.

function alone(question, id, change) {
  const state = boardState(question, change), stage = h("div"), signal = question.options[0];
  const made = card(question, `${id}-card`, signal, state);
  let at = null;

  // `focus` is set when a key or a click led here.
  function show(focus) {
    if (state.shown().prior === null) {
      at = "prior";
      askPrior(stage, id, question, state, {
        says: "No number is right. You can change it later on the board.", onwards: "Go on to the signal", go: () => show(true),
      });
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
    // The prior is not this panel's alone.
    clear: () => { state.set((said) => { said.ratings[signal.id] = { ...BLANK }; }); show(); },
    rest: 300,
    wide: true,
  };
}
