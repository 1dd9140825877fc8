// Choices as radio buttons or checkboxes.

function choices(question, id, change, type, legend) {
  const inputs = question.options.map((option, i) =>
    control("input", { type, name: `${id}-choice`, id: `${id}-${i}`, value: option.id }),
  );
  const spots = spotsOf(question.options);
  const rows = question.options.flatMap((option, i) =>
    [h("div", { class: "rs-row" }, inputs[i], h("label", { for: inputs[i].id }, ...rich(option.text))), spots[option.id]],
  );
  inputs.forEach((input) => input.addEventListener("change", change));
  return { node: h("fieldset", {}, h("legend", {}, legend), ...rows), inputs, spots: () => spots };
}
