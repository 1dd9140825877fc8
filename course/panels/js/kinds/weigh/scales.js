// Sliders, lists and numbers in words that the parts of the board share.

const signed = (x) => (Math.abs(x) < 0.005 ? "0" : `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(2)}`);

function chance(p) {
  if (p < 0.001) return "under 0.1 %";
  if (p > 0.999) return "over 99.9 %";
  return p < 0.1 || p > 0.9 ? `${(100 * p).toFixed(1)} %` : percent(p);
}

const times = (step) => (step < 0 ? `1/${2 ** -step}` : `${2 ** step}`);

const about = (id, of) => (of ? { "aria-labelledby": `${of} ${id}-label` } : {});

// A labelled slider that may be blank. `words` says what a value means; `set` shows a value without calling `take`.
// `of` is the id of what the label is about, where many have the same label.
function slider(id, label, { min, max, step }, words, take, of) {
  const input = control("input", { type: "range", id, min, max, step, ...about(id, of) }), said = h("span", { class: "bd-said", "aria-hidden": "true" });
  let blank = true;
  function set(value, text = words) {
    blank = value === null;
    const place = String(blank ? (min + max) / 2 : value);
    if (input.value !== place) input.value = place;
    input.classList.toggle("rs-unset", blank);
    say(said, blank ? "not set" : text(value));
    mark(input, { "aria-valuetext": said.textContent });
  }
  function taken() {
    const value = Number(input.value);
    set(value);
    take(value);
  }
  input.addEventListener("input", taken);
  meansMiddle(input, () => blank, taken);
  return { input, set, node: h("div", { class: "bd-slider" }, h("label", { for: id, id: `${id}-label` }, label), input, said) };
}

function list(id, label, choices, take, of) {
  const node = control("select", { id, ...about(id, of) }, ...choices.map(([value, text]) => h("option", { value }, text)));
  node.addEventListener("change", () => take(node.value || null));
  return { set: (value) => { if (node.value !== (value ?? "")) node.value = value ?? ""; }, node: h("div", { class: "bd-list" }, h("label", { for: id, id: `${id}-label` }, label), node) };
}

// The signals in the order of the brief; question.options has them in the learner's own, seeded order.
const inOrder = (question) => question.order.map((id) => question.options.find((option) => option.id === id));

const partners = (question, signal) => [
  ["", "no other signal"], ...(question.met ?? inOrder(question)).filter(({ id }) => id !== signal).map(({ id, short }) => [id, `${id} ${short}`]),
];

const SHARES = [["", "not said: counts as an echo"], ["0", "nothing: an echo"], ["0.25", "a quarter"], ["0.5", "half"], ["0.75", "three quarters"], ["1", "all: independent"]];

// Which signal this one goes with, and, once there is one, how much of it is new. `take` gets what is to be changed.
function storyOf(question, id, label, signal, take, of) {
  const other = list(`${id}-story`, label, partners(question, signal), (same_as) => take(same_as ? { same_as } : { same_as, news: null }), of);
  const share = list(`${id}-news`, "How much of it is new, given that one?", SHARES, (news) => take({ news: news && Number(news) }), of);
  function set({ same_as, news }) {
    other.set(same_as);
    share.set(news === null ? null : String(news));
    share.node.hidden = same_as === null;
  }
  return { set, node: h("div", { class: "bd-story" }, other.node, share.node) };
}
