// Needs: state, card, whole, export, alone
// The board as a question's controls: first the prior, then one signal at a time, then the whole.

CONTROLS.weigh = (question, id, change) => (question.only ? alone : board)(question, id, change);

function board(question, id, change) {
  const state = boardState(question, change), stage = h("div");
  let queue = [], commit = null, at = null;
  const all = whole(question, id, state, () => all.draw());
  const exports = tools(question, state, () => show(), () => all.readings(), () => show("begin"));

  function begin(focus) {
    const made = priorSlider(id + "-first", `Before any signal: how probable is ${question.event} ${question.by}?`, state, () => made.draw());
    const note = h("p", { class: "bd-note", role: "status" });
    const next = button("Go on to the signals", () => {
      if (state.shown().prior !== null) return show("next");
      note.textContent = "Say how probable it is first: move the slider, or press Enter on it for 50 %.";
    });
    made.draw();
    stage.replaceChildren(h("p", {}, "No number is right. 0 % and 100 % are not on offer: no evidence could ever move them."), made.node, h("div", { class: "rs-buttons" }, next), note);
    if (focus) made.input.focus();
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
      stage.replaceChildren(all.node, exports.node);
      all.draw();
      if (focus === "next") all.head.focus();
    }
    if (commit) commit.hidden = at !== "whole";
  }
  show();
  return {
    node: h("div", { class: "bd-board" }, stage, exports.undo),
    read: state.read,
    // What comes back from Python is what the page said, unless another notebook or a restart has changed it.
    write: (value) => { if (state.write(value)) show(); },
    reveal: (feedback) => { all.reveal(feedback); if (at === "whole") all.draw(); },
    frame: (button) => { commit = button; if (commit) commit.hidden = at !== "whole"; },
    stop: all.stop,
    rest: 300,
    clear: false,
    wide: true,
  };
}
