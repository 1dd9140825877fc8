// Needs: choices
// Choose several: checkboxes.

CONTROLS.choose_many = (question, id, change) => {
  const { node, inputs, spots } = choices(question, id, change, "checkbox", question.ask);
  return {
    node,
    spots,
    read: () => inputs.filter((i) => i.checked).map((i) => i.value),
    write: (value) => inputs.forEach((i) => { i.checked = (value ?? []).includes(i.value); }),
  };
};
