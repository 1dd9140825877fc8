// Needs: saving, feedback, moment
// The panel itself: title, prompt, controls, buttons, and the line that says whether the answer is saved.

const NO_FEEDBACK = { checked: false };

function render({ model, el }) {
  const question = model.get("question");
  const id = `rs-${question.id}-${Math.random().toString(36).slice(2, 8)}`;
  let resting = null, drawn = null;

  // What was said of an answer goes at once when the answer changes, whether Python is there to hear of it or not.
  const unsay = () => {
    drawn = null;
    drawFeedback(feedback, NO_FEEDBACK);
    drawMoment(moment, null);
  };
  const change = () => {
    clearTimeout(resting);
    unsay();
    save.soon();
    resting = setTimeout(() => send("save"), controls.rest ?? 0);
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
  // What has changed and rests, or is still being typed, is sent now.
  function flush() {
    controls.settle?.();
    if (resting !== null) send("save");
  }
  const offer = (kind, value) => {
    flush();
    save.send(kind, value);
  };
  const unclear = () => controls.unclear?.() ?? [];
  const save = saving(model, id, { again: () => send("save"), look: () => send("look"), offer, unclear: () => unclear().map(({ says }) => says) });
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
  const clear = button("Clear", () => { controls.wipe?.(); controls.write(null); unsay(); send("save"); });
  const commit = question.commit ? button(question.commit, act("commit")) : null;
  commit?.classList.add("rs-commit");
  for (const [name, node] of Object.entries({ hint, clear, commit })) if (node) owned(node, `${id}-${name}`, `${id}-title`);
  if (!question.hints) hint.hidden = true;
  if (controls.clear === false) clear.hidden = true;
  controls.frame?.(commit);

  const buttons = h("div", { class: "rs-buttons" }, commit, hint, clear);
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
    controls.write(model.get("value"));
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
    if (said === drawn) return;
    drawn = said;
    drawFeedback(feedback, said);
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
  document.addEventListener("visibilitychange", onLeave);
  window.addEventListener("pagehide", flush);
  return () => {
    flush();
    document.removeEventListener("visibilitychange", onLeave);
    window.removeEventListener("pagehide", flush);
    save.stop();
    controls.stop?.();
    for (const [event, listener] of Object.entries(heard)) model.off(event, listener);
  };
}

export default { render };
