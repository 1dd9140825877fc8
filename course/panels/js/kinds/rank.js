// Put items in order: a list box an item.

CONTROLS.rank = (question, id, change) => {
  const spots = spotsOf(question.options);
  const items = question.options.map((item, i) => {
    const list = control("select", { id: `${id}-${i}` }, h("option", { value: "" }, "no rank yet"),
      ...question.options.map((_, n) => h("option", { value: n + 1 }, n + 1)));
    list.addEventListener("change", change);
    return { id: item.id, list, node: h("div", { class: "rs-ranked" }, list, h("label", { for: list.id }, ...rich(item.text))) };
  });
  return {
    node: h("fieldset", {}, h("legend", {}, "Give each a rank. 1 comes first."), ...items.flatMap((i) => [i.node, spots[i.id]])),
    spots: () => spots,
    read: () => Object.fromEntries(items.filter((i) => i.list.value).map((i) => [i.id, Number(i.list.value)])),
    write: (value) => items.forEach((i) => { i.list.value = (value ?? {})[i.id] ?? ""; }),
  };
};
