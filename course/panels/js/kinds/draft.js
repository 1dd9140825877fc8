// Write freely under a few heads. A box grows with its text, and what is written is sent once the keys rest.

CONTROLS.draft = (question, id, change) => {
  const parts = question.options.map((item, i) => {
    const box = control("textarea", { id: `${id}-${i}`, class: "dr-box", rows: 3, maxlength: question.most });
    box.addEventListener("input", () => change());
    // Else the notebook takes Enter for itself, and no second line can be begun.
    for (const kind of ["keydown", "keypress"]) box.addEventListener(kind, (event) => event.stopPropagation());
    const label = h("label", { for: box.id, class: "dr-head" }, ...rich(item.text));
    return { id: item.id, box, node: h("div", { class: "dr-part", "data-item": item.id }, label, box) };
  });
  return {
    rest: 500,
    node: h("div", {}, ...parts.map(({ node }) => node)),
    read: () => Object.fromEntries(parts.filter(({ box }) => box.value.trim()).map((part) => [part.id, part.box.value])),
    // Whoever is writing keeps the cursor: only a box that holds something else is written to.
    write: (value) => parts.forEach((part) => {
      const text = (value ?? {})[part.id] ?? "";
      if (part.box.value !== text && (text || part.box.value.trim())) part.box.value = text;
    }),
  };
};
