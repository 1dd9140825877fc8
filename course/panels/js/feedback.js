// What a learner reads after checking an answer, and the hints asked for. Only lessons have either. A remark stands beside
// the item that it is about; the most useful one is open, the others are folded.

function reread(claims) {
  if (!claims.length) return null;
  return h("details", {}, control("summary", {}, `Reread ${claims.map((c) => c.id).join(", ")}`),
    h("ul", {}, ...claims.map((c) => h("li", {}, h("b", {}, c.id), ` (${c.place}) `, c.text))));
}

const marked = ({ mark }) => h("span", { class: "rs-mark" }, mark);

// What stands there without a word of its own says which item it means only to who sees it beside.
const WORDS = { wrong: "Look at this one again." };

function remark(said) {
  return control("div", { class: `rs-remark rs-${said.kind}`, tabindex: "-1" }, marked(said), " ", ...(said.says.length ? rich(said.says) : [WORDS[said.kind] ?? ""]), reread(said.reread));
}

function folded(said, at, wrong) {
  const summary = control("summary", {}, h("span", { class: "rs-mark" }, wrong ? "✗" : said.mark), wrong ? " Look at this one again" : " A remark", hidden(at.called));
  return h("details", { class: `rs-remark rs-${said.kind}` }, summary, h("p", {}, ...rich(said.says)), reread(said.reread));
}

// `spots` are the places beside items, by what Python calls them.
function drawFeedback(node, feedback, spots) {
  for (const each of [node, ...Object.values(spots)]) each.replaceChildren();
  for (const item of feedback.lacking ?? []) spots[item]?.append(h("p", {}, marked({ mark: "→" }), " Still to answer."));
  if (!feedback.checked) return;
  const [first, ...others] = feedback.remarks, more = [], all = feedback.verdict.startsWith("✓");
  const verdict = h("p", { class: "rs-verdict" }, h("b", {}, feedback.verdict));
  node.append(verdict);
  if (first) {
    const said = remark(first), at = spots[first.place];
    (at ?? node).append(said);
    if (at && !all) verdict.append(" ", button(`Begin with ${at.called}`, () => said.focus()));
  }
  for (const each of others) {
    const at = spots[each.place];
    if (!at) more.push(each);
    else at.append(each.says.length ? folded(each, at, feedback.wrong.includes(each.place)) : remark(each));
  }
  if (more.length) node.append(h("details", {}, control("summary", {}, `More to look at (${more.length})`), ...more.map(remark)));
  if (feedback.reread.length) node.append(reread(feedback.reread));
}

function drawHints(node, hints) {
  node.replaceChildren(...hints.map((text, i) => h("p", { class: "rs-hint" }, h("b", {}, `Hint ${i + 1}. `), ...rich(text))));
}
