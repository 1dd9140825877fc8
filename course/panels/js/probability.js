// Say how probable each event is: a slider and a number that follow each other, and for forecasts a word that follows
// both. Nothing is set until the learner sets it.

// The word for a probability. Where two ranges meet, the one nearer to the middle has the bound; what lies beyond the
// outermost ranges goes to them.
const termFor = (terms, value) => {
  const reaches = (term) => (value >= 0.5 ? value <= term.high : value >= term.low);
  const from = value >= 0.5 ? terms : [...terms].reverse();
  return from.find(reaches) ?? from.at(-1);
};

const wordChoice = (terms, id, name, take) => {
  const select = control("select", { id: `${id}-word`, "aria-label": "in words", "aria-labelledby": `${name.id} ${id}-word` },
    h("option", { value: "" }, "in words …"), ...terms.map((term, n) => h("option", { value: n }, term.term)));
  select.addEventListener("change", () => {
    const term = terms[select.value];
    take(term ? Math.round(50 * (term.low + term.high)) / 100 : null);
  });
  return { node: select, show: (value) => { select.value = value === null ? "" : terms.indexOf(termFor(terms, value)); } };
};

CONTROLS.probability = CONTROLS.forecast = (question, id, change) => {
  const items = question.options.map((item, i) => {
    const name = h("span", { id: `${id}-${i}-name`, class: "rs-name" }, ...rich(item.text));
    const slider = control("input", { type: "range", min: 0, max: 100, step: 1, "aria-labelledby": name.id });
    const number = control("input", { type: "number", id: `${id}-${i}-number`, min: 0, max: 100, step: 1, inputmode: "numeric", placeholder: "–",
      "aria-label": "in percent", "aria-labelledby": `${name.id} ${id}-${i}-number` });
    const state = { id: item.id, value: null };
    const show = () => {
      const set = state.value !== null;
      slider.classList.toggle("rs-unset", !set);
      slider.value = set ? Math.round(100 * state.value) : 50;
      slider.setAttribute("aria-valuetext", set ? percent(state.value) : "not set");
      if (document.activeElement !== number) number.value = set ? Math.round(100 * state.value) : "";
      word?.show(state.value);
    };
    const put = (value) => { state.value = value; show(); change(); };
    const word = question.terms && wordChoice(question.terms, `${id}-${i}`, name, put);
    const take = (input) => () => {
      const given = input.value === "" ? null : Math.min(100, Math.max(0, Math.round(Number(input.value))));
      put(given === null ? null : given / 100);
    };
    slider.addEventListener("input", take(slider));
    // A click or a key that leaves the thumb in the middle fires no input event, yet the learner meant 50 %.
    slider.addEventListener("click", () => { if (state.value === null) take(slider)(); });
    number.addEventListener("input", take(number));
    number.addEventListener("blur", show);
    const node = h("div", { class: "rs-event", role: "group", "aria-labelledby": name.id }, name,
      h("span", { class: "rs-slide" }, h("span", { "aria-hidden": "true" }, "0"), slider, h("span", { "aria-hidden": "true" }, "100"),
        number, h("span", { "aria-hidden": "true" }, "%"), ...(word ? [word.node] : [])),
      ...(question.settled_by ? [h("details", { class: "rs-settled-by" }, control("summary", {}, "What settles it", hidden(name.textContent)),
        h("p", {}, ...rich(question.settled_by[item.id])))] : []));
    return { state, node, show };
  });
  return {
    rest: 150, // ms a slider must rest before its value is sent
    node: h("div", {}, ...items.map((i) => i.node)),
    read: () => Object.fromEntries(items.filter((i) => i.state.value !== null).map((i) => [i.state.id, i.state.value])),
    write: (value) => items.forEach((i) => { i.state.value = (value ?? {})[i.state.id] ?? null; i.show(); }),
  };
};
