// Choices as radio buttons or checkboxes.

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
