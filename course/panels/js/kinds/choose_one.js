// Needs: choices
// Choose one: radio buttons.

CONTROLS.choose_one = (question, id, change) => {
  const { node, inputs, spots } = choices(question, id, change, "radio", "Choose one.");
  return {
    node,
    spots,
    read: () => inputs.find((i) => i.checked)?.value ?? null,
    write: (value) => inputs.forEach((i) => { i.checked = i.value === value; }),
  };
};
