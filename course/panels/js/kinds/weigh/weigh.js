// Needs: state, card, prior, whole, export, alone
// The board as a question's controls: first the prior, then one signal at a time, then the whole.

CONTROLS.weigh = (question, id, change) => (question.only ? alone : board)(question, id, change);

function board(question, id, change) {
  const state = boardState(question, change), stage = h("div");
  let queue = [], frame = null, at = null;
  const all = whole(question, id, state, () => { all.draw(); offer(); });
  const exports = tools(question, state, () => all.readings());

  function begin(focus) {
    const input = askPrior(stage, id, question, state, {
      says: "No number is right. 0 % and 100 % are not on offer: no evidence could ever move them.", onwards: "Go on to the signals", go: () => show("next"),
    });
    if (focus) input.focus();
  }
  function one(focus) {
    const left = state.left();
    queue = [...queue.filter((signal) => left.includes(signal)), ...left.filter((signal) => !queue.includes(signal))];
    const signal = question.options.find((option) => option.id === queue[0]);
    const made = card(question, `${id}-card`, signal, state, {
      done: question.options.length - left.length,
      go: (skip) => {
        if (skip) queue.push(queue.shift());
        show("next");
      },
    });
    stage.replaceChildren(made.node);
    if (focus) made.title.focus();
  }
  // Where the learner is: no prior yet, a signal to weigh, or all done. `focus` is set when a key or a click led here.
  function show(focus) {
    at = state.shown().prior === null ? "prior" : state.left().length && !state.playing() ? "card" : "whole";
    if (at === "prior") begin(focus);
    else if (at === "card") one(focus);
    else {
      if (all.node.parentNode !== stage) stage.replaceChildren(all.node, exports.node); // what stays keeps the focus
      all.draw();
      if (focus === "next") all.head.focus();
    }
    offer();
  }
  // What is only tried out is neither committed nor cleared.
  function offer() {
    if (frame?.commit) frame.commit.hidden = at !== "whole" || state.playing();
    if (frame) frame.clear.hidden = state.playing();
  }
  show();
  return {
    node: h("div", { class: "bd-board" }, stage),
    spots: () => (at === "whole" ? all.spots : NOWHERE),
    read: state.read,
    seen: () => state.seen(),
    put: (seen) => { state.put(seen); show(); },
    // What comes back from Python is what the page said, unless another notebook or a restart has changed it.
    write: (value) => { if (state.write(value)) show(); },
    reveal: (feedback) => { all.reveal(feedback); if (at === "whole") all.draw(); },
    frame: (buttons) => { frame = buttons; offer(); },
    stop: all.stop,
    rest: 300,
    wide: true,
  };
}
