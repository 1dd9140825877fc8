// Needs: blocks, picture
// An argument as a question's controls: premises from blocks, a conclusion, and what the argument shows.

CONTROLS.argue = (question, id, change) => {
  let answer = null, spots = {}, made = [];
  const rows = h("div"), drawn = picture(id);
  const add = button("Add a premise", () => {
    const form = question.forms[0];
    answer.premises.push({ form: form.id, of: Array(form.slots).fill(null), claims: [] });
    draw(`${id}-${answer.premises.length - 1}-form`);
    change();
  });
  const conclusion = radios(`${id}-conclusion`, "Conclusion: so,", question.conclusions.map((each, n) => [n, each.text]),
    (n) => { answer.conclusion = { form: question.conclusions[n].form, of: question.conclusions[n].of }; change(); });

  const end = spot("the conclusion");
  conclusion.node.append(end);

  function write(value) {
    const { premises, conclusion } = structuredClone(value ?? { premises: question.start });
    const told = {
      premises: (premises ?? []).map(({ form, of, claims }) => ({ form, of: of ?? [], claims: claims ?? [] })),
      conclusion: conclusion ? { form: conclusion.form, of: conclusion.of } : null,
    };
    // The blocks on the page change the premises that they were drawn for, so these stay while they say the same.
    if (JSON.stringify(told) === JSON.stringify(answer)) return false;
    answer = told;
    return true;
  }
  function draw(focus) {
    made = answer.premises.map((premise, n) => block(question, `${id}-${n}`, premise, n, change, draw, () => {
      answer.premises.splice(n, 1);
      draw(answer.premises.length ? `${id}-${Math.min(n, answer.premises.length - 1)}-form` : null);
      if (!answer.premises.length) add.focus();
      change();
    }));
    rows.replaceChildren(...made.map(({ node }) => node));
    spots = { ...made.map(({ at }) => at), conclusion: end };
    add.disabled = answer.premises.length >= question.max;
    const said = answer.conclusion;
    conclusion.set(question.conclusions.findIndex((each) => said && each.form === said.form && each.of.join() === said.of.join()));
    if (focus) rows.querySelector(`#${CSS.escape(focus)}`)?.focus();
  }
  write(null);
  draw();
  drawn.draw(null);
  return {
    node: h("div", {}, rows, h("div", { class: "rs-buttons" }, add), conclusion.node, question.live ? drawn.node : null),
    read: () => (answer.premises.length || answer.conclusion ? answer : null),
    write: (value) => { if (write(value)) draw(); },
    spots: () => spots,
    stop: drawn.stop,
    reveal: ({ analysis: said }) => {
      drawn.draw(said ?? null);
      made.forEach(({ role }, n) => say(role, said?.premises[n]?.role === "idle" ? "It does no work: the conclusion follows without it." : ""));
    },
    unsay: () => {
      drawn.stale();
      made.forEach(({ role }) => say(role, ""));
    },
    wide: true,
  };
};
