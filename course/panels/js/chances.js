// Needs: percentbox, number
// Say how probable each event is: a slider and a number that follow each other, and where the question has words for
// probabilities a word that follows both. Nothing is set until the learner sets it.

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

function chances(question, id, change) {
  const spots = spotsOf(question.options);
  const items = question.options.map((item, i) => {
    const name = h("span", { id: `${id}-${i}-name`, class: "rs-name" }, ...rich(item.text));
    const slider = control("input", { type: "range", min: 0, max: 100, step: 1, "aria-labelledby": name.id });
    const state = { id: item.id, value: null };
    const show = () => {
      const set = state.value !== null, certain = state.value === 0 || state.value === 1;
      slider.classList.toggle("rs-unset", !set);
      slider.value = !set ? 50 : certain ? 100 * state.value : Math.min(99, Math.max(1, Math.round(100 * state.value)));
      slider.setAttribute("aria-valuetext", set ? `${inPercent(state.value)} %` : "not set");
      box.show();
      word?.show(state.value);
    };
    const put = (value) => { state.value = value; show(); change(); };
    const box = percentBox(`${id}-${i}-number`, name.id, () => state.value, put, change.soon, change.drop);
    const choose = (value) => { box.leave(); put(value); };
    const word = question.terms && wordChoice(question.terms, `${id}-${i}`, name, choose);
    const take = () => choose(Number(slider.value) / 100);
    slider.addEventListener("input", take);
    meansMiddle(slider, () => state.value === null, take);
    const node = h("div", { class: "rs-event", role: "group", "aria-labelledby": name.id }, name,
      h("span", { class: "rs-slide" }, h("span", { "aria-hidden": "true" }, "0"), slider, h("span", { "aria-hidden": "true" }, "100"),
        box.input, h("span", { "aria-hidden": "true" }, "%"), ...(word ? [word.node] : [])), box.said,
      ...(question.settled_by ? [h("details", { class: "rs-settled-by" }, control("summary", {}, "What settles it", hidden(name.textContent)),
        h("p", {}, ...rich(question.settled_by[item.id])))] : []), spots[item.id]);
    return { state, node, show, box };
  });
  return {
    rest: 150, // ms a slider must rest before its value is sent
    node: h("div", {}, ...items.map((i) => i.node)),
    spots: () => spots,
    read: () => Object.fromEntries(items.filter((i) => i.state.value !== null).map((i) => [i.state.id, i.state.value])),
    write: (value) => items.forEach((i) => {
      const next = (value ?? {})[i.state.id] ?? null;
      if (next !== i.state.value) i.box.wipe();
      i.state.value = next;
      i.show();
    }),
    typing: () => items.some((i) => i.box.typing()),
    settle: () => items.forEach((i) => i.box.settle()),
    unclear: () => items.filter((i) => i.box.unclear()).map((i) => ({ input: i.box.input, says: i.box.unclear() })),
    wipe: () => items.forEach((i) => i.box.wipe()),
  };
}
