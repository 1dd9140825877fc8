// Needs: saving, feedback, moment, undo
// The panel itself: title, prompt, controls, buttons, and the line that says whether the answer is saved.

const NO_FEEDBACK = { checked: false }, NOWHERE = {};

function render({ model, el }) {
  const question = model.get("question");
  const id = `rs-${question.id}-${Math.random().toString(36).slice(2, 8)}`;
  let resting = null, trying = null, drawn = null, beside = NOWHERE, asked = false;

  // What was said of an answer goes at once when the answer changes, whether Python is there to hear of it or not.
  const unsay = () => {
    drawn = null;
    drawFeedback(feedback, NO_FEEDBACK, beside);
    controls.unsay?.();
    drawMoment(moment, null);
  };
  const change = () => {
    clearTimeout(resting);
    unsay();
    save.soon();
    resting = setTimeout(rested, controls.rest ?? 0);
  };
  // Something was changed that is not saved, as what is only tried out.
  change.tried = () => {
    clearTimeout(trying);
    trying = setTimeout(noted, controls.rest ?? 0);
  };
  // While a number is typed, and when nothing came of it.
  change.soon = () => save.soon();
  change.drop = () => { if (resting === null && save.drop()) show(); };
  const controls = CONTROLS[question.type](question, id, change);
  const send = (kind) => {
    clearTimeout(resting);
    resting = null;
    save.send(kind, controls.read());
    if (controls.typing?.()) save.soon();
  };
  function rested() {
    noted();
    send("save");
  }
  // What has changed and rests, or is still being typed, is sent now.
  function flush() {
    controls.settle?.();
    if (resting !== null) rested();
  }
  const offer = (kind, value) => {
    flush();
    asked = ["join", "take"].includes(kind);
    save.send(kind, value);
  };
  const look = () => {
    asked = true;
    send("look");
  };
  const unclear = () => controls.unclear?.() ?? [];
  const save = saving(model, id, { again: () => send("save"), look, offer, unclear: () => unclear().map(({ says }) => says) });
  const act = (kind) => () => {
    flush();
    // What can't be read would be left out of what is checked.
    if (kind === "commit" && unclear().length) return unclear()[0].input.focus();
    send(kind);
  };

  const moment = h("div", { class: "rs-moment", "aria-live": "polite" });
  const hints = h("div", { class: "rs-hints", "aria-live": "polite" });
  const feedback = h("div", { class: "rs-feedback", "aria-live": "polite" });
  const hint = button("Hint", act("hint"));
  const clear = button("Clear my answer", () => {
    flush();
    controls.wipe?.();
    if (controls.clear) controls.clear();
    else controls.write(null);
    noted();
    unsay();
    // What the page begins with is no answer yet.
    save.send("save", controls.clear ? controls.read() : null);
  });
  const past = changes(() => controls.seen?.() ?? controls.read(), (value) => {
    const before = structuredClone(controls.read());
    controls.wipe?.();
    (controls.put ?? controls.write)(value);
    if (same(before, controls.read())) return;
    unsay();
    send("save");
  });
  function noted() {
    clearTimeout(trying);
    past.note();
    drawPast();
  }
  const goes = (way) => {
    flush();
    noted();
    const { id: focus } = document.activeElement;
    past[way]();
    drawPast();
    // What was focused may have been drawn anew, or have nothing left to do.
    if (focus && !el.contains(document.activeElement)) (el.querySelector(`#${CSS.escape(focus)}:enabled`) ?? (undo.disabled ? redo : undo)).focus();
  };
  const undo = button("Undo", () => goes("undo")), redo = button("Redo", () => goes("redo"));
  [undo.hidden, redo.hidden] = [true, true];
  function drawPast() {
    const left = past.left(), focused = document.activeElement;
    if (left.undo) undo.hidden = false; // once there it stays, so that no button moves under the pointer
    undo.disabled = left.undo === 0;
    redo.hidden = left.redo === 0;
    if (focused === undo && undo.disabled) redo.focus();
    if (focused === redo && redo.hidden) undo.focus();
  }
  const commit = question.commit ? button(question.commit, act("commit")) : null;
  commit?.classList.add("rs-commit");
  for (const [name, node] of Object.entries({ hint, clear, undo, redo, commit })) if (node) owned(node, `${id}-${name}`, `${id}-title`);
  if (!question.hints) hint.hidden = true;
  controls.frame?.({ commit, clear });

  const buttons = h("div", { class: "rs-buttons" }, commit, hint, clear, undo, redo);
  // What is said of a number as its box is left would move the button away from under the pointer.
  buttons.addEventListener("mousedown", (event) => { if (controls.typing?.()) event.preventDefault(); });

  el.classList.add("rs-panel", ...(controls.wide ? ["bd-wide"] : []));
  const panel = h("section", { "aria-labelledby": `${id}-title` },
    h("h3", { id: `${id}-title` }, question.title, ...(question.points ? [" ", h("span", { class: "rs-points" }, question.points)] : [])),
    h("p", { class: "rs-prompt" }, ...rich(question.prompt)),
    controls.node,
    buttons,
    save.line, save.offered, moment, hints, feedback);
  el.append(panel);

  const show = () => {
    noted();
    controls.write(model.get("value"));
    if (asked) noted();
    else past.stand();
    asked = false;
    save.shown(controls.read());
  };
  const onAnswer = () => {
    if (save.settle()) show();
    onFeedback();
  };
  const onLeave = () => { if (document.visibilityState === "hidden") flush(); };
  // What is said of an answer stands only beside that answer.
  const onFeedback = () => {
    const said = save.held() || save.open() ? NO_FEEDBACK : model.get("feedback");
    const spots = controls.spots?.() ?? NOWHERE;
    if (said === drawn && spots === beside) return;
    [drawn, beside] = [said, spots];
    drawFeedback(feedback, said, spots);
    drawMoment(moment, said.moment);
    if (said !== NO_FEEDBACK) controls.reveal?.(said);
  };
  const onHints = () => {
    drawHints(hints, model.get("hints"));
    const left = question.hints - model.get("hints").length;
    hint.textContent = left > 0 ? `Hint (${left} left)` : "No more hints";
    hint.disabled = left <= 0;
  };
  // Python sends value and status together, and each is heard of when both have come.
  const heard = { "change:value": onAnswer, "change:status": onAnswer, "change:feedback": onFeedback, "change:hints": onHints };
  for (const [event, listener] of Object.entries(heard)) {
    listener();
    model.on(event, listener);
  }
  // What is said of the last action is over with the next.
  const onAct = () => el.querySelectorAll(".rs-passing").forEach((node) => say(node, ""));
  for (const event of ["click", "input", "change"]) panel.addEventListener(event, onAct, true);
  // In a box for text, these keys take back what was typed, as everywhere.
  panel.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (!(ctrlKey || metaKey) || altKey || target.matches("input[role='spinbutton']")) return;
    const way = { z: shiftKey ? "redo" : "undo", y: ctrlKey && !shiftKey ? "redo" : null }[key.toLowerCase()];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    goes(way);
  });
  document.addEventListener("visibilitychange", onLeave);
  window.addEventListener("pagehide", flush);
  return () => {
    flush();
    document.removeEventListener("visibilitychange", onLeave);
    window.removeEventListener("pagehide", flush);
    save.stop();
    clearTimeout(trying);
    controls.stop?.();
    for (const [event, listener] of Object.entries(heard)) model.off(event, listener);
  };
}

export default { render };
