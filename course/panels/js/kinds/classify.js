// Classify items into categories: a row of radio buttons an item.

CONTROLS.classify = (question, id, change) => {
  const spots = spotsOf(question.options);
  const items = question.options.map((item, i) => {
    const inputs = question.categories.map((category, j) =>
      control("input", { type: "radio", name: `${id}-${i}`, id: `${id}-${i}-${j}`, value: category.id }),
    );
    inputs.forEach((input) => input.addEventListener("change", change));
    const row = question.categories.map((category, j) =>
      h("div", { class: "rs-row" }, inputs[j], h("label", { for: inputs[j].id }, ...rich(category.text))),
    );
    const node = h("fieldset", { class: "rs-item", "data-item": item.id }, h("legend", {}, ...rich(item.text)), h("div", { class: "rs-across", style: `--rs-columns: ${Math.max(3, question.categories.length)}` }, ...row), spots[item.id]);
    return { id: item.id, node, inputs };
  });
  return {
    node: h("div", {}, ...items.map((i) => i.node)),
    spots: () => spots,
    read: () => Object.fromEntries(
      items.map((i) => [i.id, i.inputs.find((input) => input.checked)?.value]).filter(([, category]) => category),
    ),
    write: (value) => items.forEach((i) => i.inputs.forEach((input) => { input.checked = (value ?? {})[i.id] === input.value; })),
  };
};
