// What is said at once of an answer that was committed: one's own marks against the author's, where they differ most,
// and a question to think about.

function drawMoment(node, said) {
  node.replaceChildren();
  if (!said) return;
  const line = ([name, mine, author]) => h("li", {}, h("b", {}, name), ": you say ", h("b", {}, mine), "; the author ", h("b", {}, author), ".");
  const heads = ["What", "You", "The author, as the course reads him"];
  const table = h("table", {}, h("caption", { class: "rs-hidden" }, "Your marks and the author’s"), h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, ...said.marks.map(([name, ...marks]) => h("tr", {}, h("th", { scope: "row" }, name), ...marks.map((each) => h("td", {}, each))))));
  node.append(h("p", { class: "rs-verdict" }, h("b", {}, said.says)),
    ...(said.most.length ? [h("p", {}, "Where you differ most:"), h("ul", {}, ...said.most.map(line))] : []),
    ...(said.ask ? [h("p", { class: "rs-ask" }, h("b", {}, "To think about: "), said.ask)] : []),
    ...(said.marks.length ? [h("details", {}, control("summary", {}, `All ${said.marks.length}, mine against the author’s`), table)] : []));
}
