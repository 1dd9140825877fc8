// Say how probable each event is: a slider and a number that follow each other. Nothing is set until the learner sets it.

CONTROLS.probability = (question, id, change) => {
  const items = question.options.map((item, i) => {
    const name = h("span", { id: `${id}-${i}-name`, class: "rs-name" }, ...rich(item.text));
    const slider = control("input", { type: "range", min: 0, max: 100, step: 1, "aria-labelledby": name.id });
    const number = control("input", { type: "number", min: 0, max: 100, step: 1, inputmode: "numeric", placeholder: "–",
      "aria-label": "in percent", "aria-describedby": name.id });
    const state = { id: item.id, value: null };
    const show = () => {
      const set = state.value !== null;
      slider.classList.toggle("rs-unset", !set);
      slider.value = set ? Math.round(100 * state.value) : 50;
      slider.setAttribute("aria-valuetext", set ? percent(state.value) : "not set");
      if (document.activeElement !== number) number.value = set ? Math.round(100 * state.value) : "";
    };
    const take = (input) => () => {
      const given = input.value === "" ? null : Math.min(100, Math.max(0, Math.round(Number(input.value))));
      state.value = given === null ? null : given / 100;
      show();
      change();
    };
    slider.addEventListener("input", take(slider));
    // A click or a key that leaves the thumb in the middle fires no input event, yet the learner meant 50 %.
    slider.addEventListener("click", () => { if (state.value === null) take(slider)(); });
    number.addEventListener("input", take(number));
    number.addEventListener("blur", show);
    const node = h("div", { class: "rs-event", role: "group", "aria-labelledby": name.id }, name,
      h("span", { class: "rs-slide" }, h("span", { "aria-hidden": "true" }, "0"), slider, h("span", { "aria-hidden": "true" }, "100"),
        number, h("span", { "aria-hidden": "true" }, "%")));
    return { state, node, show };
  });
  return {
    rest: 150, // ms a slider must rest before its value is sent
    node: h("div", {}, ...items.map((i) => i.node)),
    read: () => Object.fromEntries(items.filter((i) => i.state.value !== null).map((i) => [i.state.id, i.state.value])),
    write: (value) => items.forEach((i) => { i.state.value = (value ?? {})[i.state.id] ?? null; i.show(); }),
  };
};
