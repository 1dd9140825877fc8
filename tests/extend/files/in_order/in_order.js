// Events on a line: each is put at its end, and moved along it or taken off, by buttons.

CONTROLS.in_order = (question, id, change) => {
  let line = [];
  const placed = h("ol"), off = h("ul"), heard = h("p", { class: "rs-hidden", role: "status" });

  function put(next, event, act, said) {
    line = next;
    draw();
    const buttons = [...node.querySelectorAll("button")].filter((each) => each.dataset.event === event && !each.disabled);
    (buttons.find((each) => each.dataset.act === act) ?? buttons[0]).focus();
    heard.textContent = said;
    change();
  }
  function row({ id: event, text }) {
    const name = h("span", { id: `${id}-${event}` }, ...rich(text)), at = line.indexOf(event);
    const make = (act, label, next, said, able = true) => {
      const made = button(label, () => put(next(), event, act, said()));
      owned(made, `${id}-${event}-${act}`, name.id);
      Object.assign(made.dataset, { event, act });
      made.disabled = !able;
      return made;
    };
    const rest = line.filter((each) => each !== event);
    const moved = (by) => () => rest.toSpliced(at + by, 0, event), number = () => `Number ${line.indexOf(event) + 1} of ${line.length}.`;
    return h("li", {}, name, " ", ...(at < 0
      ? [make("put", "Put at the end", () => [...line, event], number)]
      : [make("earlier", "Earlier", moved(-1), number, at > 0), make("later", "Later", moved(1), number, at < line.length - 1),
        make("off", "Take off", () => rest, () => "Taken off the line.")]));
  }
  function draw() {
    const of = (event) => question.options.find((each) => each.id === event);
    placed.replaceChildren(...line.map(of).filter(Boolean).map(row));
    off.replaceChildren(...question.options.filter((each) => !line.includes(each.id)).map(row));
  }
  const node = h("div", {}, h("p", {}, "On the line, the earliest first:"), placed, h("p", {}, "Not on the line yet:"), off, heard);
  draw();
  return {
    node,
    read: () => (line.length ? [...line] : null),
    write: (value) => {
      if (JSON.stringify(value ?? []) === JSON.stringify(line)) return;
      line = Array.isArray(value) ? [...value] : [];
      draw();
    },
  };
};
