// Choose one (radio buttons) and choose several (checkboxes).

function choices(question, id, change, type, legend) {
  const inputs = question.options.map((option, i) =>
    control("input", { type, name: `${id}-choice`, id: `${id}-${i}`, value: option.id }),
  );
  const rows = question.options.map((option, i) =>
    h("div", { class: "rs-row" }, inputs[i], h("label", { for: inputs[i].id }, ...rich(option.text))),
  );
  inputs.forEach((input) => input.addEventListener("change", change));
  return { node: h("fieldset", {}, h("legend", {}, legend), ...rows), inputs };
}

CONTROLS.choose_one = (question, id, change) => {
  const { node, inputs } = choices(question, id, change, "radio", "Choose one.");
  return {
    node,
    read: () => inputs.find((i) => i.checked)?.value ?? null,
    write: (value) => inputs.forEach((i) => { i.checked = i.value === value; }),
  };
};

CONTROLS.choose_many = (question, id, change) => {
  const { node, inputs } = choices(question, id, change, "checkbox", question.ask);
  return {
    node,
    read: () => inputs.filter((i) => i.checked).map((i) => i.value),
    write: (value) => inputs.forEach((i) => { i.checked = (value ?? []).includes(i.value); }),
  };
};
