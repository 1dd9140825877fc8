// Guess how many: a square for each that there could be, to tap, and a slider that does the same by key.

CONTROLS.estimate = (question, id, change) => {
  const spots = spotsOf(question.options);
  const items = question.options.map((item, i) => {
    const name = h("span", { id: `${id}-${i}-name`, class: "rs-name" }, ...rich(item.text));
    const slider = control("input", { type: "range", min: 0, max: question.most, step: 1, "aria-labelledby": name.id });
    const said = h("span", { class: "es-said", "aria-hidden": "true" }), squares = Array.from({ length: question.most }, () => h("span", { class: "es-square" }));
    const row = h("div", { class: "es-row", "aria-hidden": "true" }, ...squares), state = { id: item.id, value: null };
    const show = () => {
      const set = state.value !== null;
      slider.classList.toggle("rs-unset", !set);
      slider.value = set ? state.value : Math.round(question.most / 2);
      say(said, set ? `${state.value} of ${question.most}` : "no guess yet");
      mark(slider, { "aria-valuetext": said.textContent });
      squares.forEach((square, n) => square.classList.toggle("es-on", set && n < state.value));
    };
    const put = (value) => { state.value = value; show(); change(); };
    slider.addEventListener("input", () => put(Number(slider.value)));
    meansMiddle(slider, () => state.value === null, () => put(Number(slider.value)));
    squares.forEach((square, n) => square.addEventListener("click", () => put(state.value === n + 1 && n === 0 ? 0 : n + 1)));
    return { state, show, node: h("div", { class: "rs-event", "data-item": item.id }, name, row, h("div", { class: "rs-slide" }, slider, said), spots[item.id]) };
  });
  items.forEach((each) => each.show());
  return {
    rest: 150,
    spots: () => spots,
    node: h("div", {}, ...items.map((each) => each.node)),
    read: () => Object.fromEntries(items.filter(({ state }) => state.value !== null).map(({ state }) => [state.id, state.value])),
    write: (value) => items.forEach(({ state, show }) => { state.value = (value ?? {})[state.id] ?? null; show(); }),
  };
};
