// The panel itself: title, prompt, controls, buttons, and the line that says whether the answer is saved.

function button(text, act) {
  const node = control("button", { type: "button" }, text);
  node.addEventListener("click", act);
  return node;
}

function render({ model, el }) {
  const question = model.get("question");
  const id = `rs-${question.id}-${Math.random().toString(36).slice(2, 8)}`;
  const save = saving(model, id);
  let resting;

  const controls = CONTROLS[question.type](question, id, () => {
    clearTimeout(resting);
    save.soon();
    resting = setTimeout(() => save.send("save", controls.read()), controls.rest ?? 0);
  });
  const act = (kind) => () => {
    clearTimeout(resting);
    save.send(kind, controls.read());
  };

  const hints = h("div", { class: "rs-hints", "aria-live": "polite" });
  const feedback = h("div", { class: "rs-feedback", "aria-live": "polite" });
  const hint = button("Hint", act("hint"));
  const clear = button("Clear", () => { controls.write(null); act("save")(); });
  const commit = question.commit ? button(question.commit, act("commit")) : null;
  commit?.classList.add("rs-commit");
  // Many panels on a page have these buttons: each says in its name whose it is.
  for (const [name, node] of Object.entries({ hint, clear, commit })) if (node) mark(node, { id: `${id}-${name}`, "aria-labelledby": `${id}-${name} ${id}-title` });
  if (!question.hints) hint.hidden = true;
  if (controls.clear === false) clear.hidden = true;
  controls.frame?.(commit);

  el.classList.add("rs-panel", ...(controls.wide ? ["bd-wide"] : []));
  const panel = h("section", { "aria-labelledby": `${id}-title` },
    h("h3", { id: `${id}-title` }, question.title, ...(question.points ? [" ", h("span", { class: "rs-points" }, question.points)] : [])),
    h("p", { class: "rs-prompt" }, ...rich(question.prompt)),
    controls.node,
    h("div", { class: "rs-buttons" }, commit, hint, clear),
    save.line, hints, feedback);
  el.append(panel);

  // An answer that is still on its way, or rests before it is sent, is newer than what comes back.
  const onValue = () => { if (!save.pending()) controls.write(model.get("value")); };
  const onFeedback = () => {
    drawFeedback(feedback, model.get("feedback"));
    controls.reveal?.(model.get("feedback"));
  };
  const onHints = () => {
    drawHints(hints, model.get("hints"));
    const left = question.hints - model.get("hints").length;
    hint.textContent = left > 0 ? `Hint (${left} left)` : "No more hints";
    hint.disabled = left <= 0;
  };
  const heard = { "change:value": onValue, "change:status": save.settle, "change:feedback": onFeedback, "change:hints": onHints };
  for (const [event, listener] of Object.entries(heard)) {
    listener();
    model.on(event, listener);
  }
  return () => {
    clearTimeout(resting);
    save.stop();
    controls.stop?.();
    for (const [event, listener] of Object.entries(heard)) model.off(event, listener);
  };
}

export default { render };
