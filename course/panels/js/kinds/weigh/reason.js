// Needs: model, scales
// The claim on which a rating rests, chosen from a few; all of them stand below in full.

const SHORT = 70; // signs of a claim in the list

const shortly = (text) => (text.length <= SHORT ? text : `${text.slice(0, SHORT).replace(/\s+\S*$/, "")} …`);

// Null where the question asks for no reasons. `take` gets what is to be changed; `of` is as for `list`, and `name` what a
// screen reader hears behind the line that opens the claims.
function reasonOf(question, id, { id: signal, title }, take, of) {
  const offered = question.reasons?.[signal];
  if (!offered) return null;
  const made = list(`${id}-because`, "It rests on the claim", [["", "choose one"], ...offered.map((each) => [each.id, `${each.id} ${shortly(each.text)}`])],
    (because) => take({ because }), of);
  const note = h("p", { class: "bd-note" });
  const full = h("details", {}, control("summary", {}, "These claims in full", hidden(title)),
    h("ul", {}, ...offered.map((each) => h("li", {}, h("b", {}, each.id), ` (${each.place}) ${each.text} `, h("span", { class: "bd-kind" }, each.kind)))));
  function set(rating) {
    made.set(rating.because);
    say(note, rating.because !== null || ownWeight(rating) === null ? "" : moves(rating) ? "A rating that has an effect needs a claim." : "No effect: a claim is welcome, and not needed.");
  }
  return { set, lacks: (rating) => moves(rating) && rating.because === null, node: h("div", { class: "bd-because" }, made.node, note, full) };
}
