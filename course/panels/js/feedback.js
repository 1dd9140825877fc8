// What a learner reads after checking an answer, and the hints asked for. Only lessons have either.

function reread(claims) {
  if (!claims.length) return null;
  return h("details", {}, control("summary", {}, `Reread ${claims.map((c) => c.id).join(", ")}`),
    h("ul", {}, ...claims.map((c) => h("li", {}, h("b", {}, c.id), ` (${c.place}) `, c.text))));
}

function remark(kind, mark, text, claims = []) {
  return h("li", { class: `rs-remark rs-${kind}` }, h("span", { class: "rs-mark" }, mark), " ", ...rich(text), reread(claims));
}

function drawFeedback(node, feedback) {
  node.replaceChildren();
  if (!feedback.checked) return;
  node.append(h("p", { class: "rs-verdict" }, h("b", {}, feedback.verdict)),
    h("ul", {}, ...feedback.remarks.map((r) => remark(r.kind, r.mark, r.says, r.reread))));
  if (feedback.reread.length) node.append(reread(feedback.reread));
}

function drawHints(node, hints) {
  node.replaceChildren(...hints.map((text, i) => h("p", { class: "rs-hint" }, h("b", {}, `Hint ${i + 1}. `), ...rich(text))));
}
