// The argument as a picture, premises to the left, what follows to the right; and the same in words.

const BOX = { width: 150, height: 30, gap: 12 };
const ROLES = { needed: "needed", used: "used", idle: "idle: it does no work", open: "not finished", given: "" };
const VERDICTS = {
  valid: "✓ The conclusion follows.",
  invalid: "✗ The conclusion does not follow.",
  contradictory: "✗ Your premises contradict one another. From a contradiction anything follows, so nothing is shown.",
  open: "Choose a conclusion.",
};

function picture(id) {
  const title = s("title", { id: `${id}-t` }, "Your argument"), desc = s("desc", { id: `${id}-d` });
  const svg = s("svg", { role: "img", "aria-labelledby": `${id}-t ${id}-d`, class: "ar-svg" });
  const verdict = h("p", { class: "rs-verdict", role: "status" }), inText = h("div", { class: "ar-words" }), counter = h("div");
  const node = h("div", { class: "ar-picture" }, h("h4", {}, "What your argument shows"), svg, verdict, counter, inText);

  function box(x, y, text, kind) {
    return [s("rect", { x, y, width: BOX.width, height: BOX.height, rx: 4, class: `ar-box ar-${kind}` }),
      s("text", { x: x + BOX.width / 2, y: y + 19, class: "ar-label" }, text)];
  }

  function draw(a) {
    node.hidden = !a;
    if (!a) return;
    const steps = a.derived, columns = steps.length ? 3 : 2, step = BOX.height + BOX.gap;
    const rows = Math.max(a.premises.length, steps.length, 1), height = rows * step + BOX.gap, width = columns * (BOX.width + 60) - 60 + 4;
    const place = (column, n, of) => [2 + column * (BOX.width + 60), BOX.gap + ((rows - of) * step) / 2 + n * step];
    const from = ([x, y]) => [x + BOX.width, y + BOX.height / 2], parts = [title, desc];
    const line = (a1, b1, kind) => {
      const [x1, y1] = from(a1), [x2, y2] = [b1[0], b1[1] + BOX.height / 2];
      parts.push(s("path", { d: `M${x1} ${y1} C ${x1 + 30} ${y1}, ${x2 - 30} ${y2}, ${x2} ${y2}`, class: `ar-line ar-${kind}` }));
    };
    const premises = a.premises.map((_, n) => place(0, n, a.premises.length)), middle = steps.map((_, n) => place(1, n, steps.length));
    const end = place(columns - 1, 0, 1);
    steps.forEach((each, n) => each.from.forEach((premise) => line(premises[premise], middle[n], "carries")));
    if (a.conclusion) {
      const on = a.state === "valid" ? a.conclusion.from : a.premises.map((_, n) => n);
      // A step lies on the way if all its premises carry the conclusion; they then need no line of their own.
      const way = steps.map((each, n) => n).filter((n) => a.state === "valid" && steps[n].from.every((p) => on.includes(p)));
      const carried = new Set(way.flatMap((n) => steps[n].from));
      way.forEach((n) => line(middle[n], end, "carries"));
      on.filter((p) => !carried.has(p)).forEach((p) => line(premises[p], end, a.state === "valid" ? "carries" : "breaks"));
    }
    a.premises.forEach((each, n) => parts.push(...box(...premises[n], `${n + 1}. ${each.letters}`, each.role)));
    steps.forEach((each, n) => parts.push(...box(...middle[n], each.letters, "step")));
    if (a.conclusion) parts.push(...box(...end, `${a.state === "valid" ? "✓" : "✗"} ${a.conclusion.letters}`, a.state));
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.style.maxWidth = `${width}px`;
    svg.replaceChildren(...parts);
    say(verdict, VERDICTS[a.state]);
    counter.replaceChildren(...world(a));
    const lines = spoken(a);
    inText.replaceChildren(h("details", {}, control("summary", {}, "The same in words"), h("ul", {}, ...lines.map((text) => h("li", {}, text)))));
    say(desc, `${lines.join(" ")} ${VERDICTS[a.state]}`);
  }
  return { node, draw };
}

// The world that the premises allow and the conclusion rules out: where the argument breaks.
function world(a) {
  if (a.state !== "invalid" || !a.counter.length) return [];
  const parts = [h("p", {}, h("b", {}, "Your premises allow a world in which")),
    h("ul", {}, ...a.counter.map((clause) => h("li", {}, clause)))];
  if (a.more) parts.push(h("p", { class: "bd-kind" }, a.more === 1 ? "And one other world like it." : `And ${a.more} other worlds in which the conclusion is false.`));
  if (a.missing.length) parts.push(h("p", {}, "It would follow if one more thing were granted that the author leaves unsaid. Which?"));
  return [h("div", { class: "ar-counter" }, ...parts)];
}

function spoken(a) {
  const numbers = (places) => places.map((n) => n + 1).join(", ");
  return [
    ...a.premises.map((each, n) => `Premise ${n + 1}: ${each.text || "not finished"}. ${ROLES[each.role] ? `(${ROLES[each.role]})` : ""}`.trim()),
    ...a.derived.map((each) => (each.from.length ? `From ${numbers(each.from)} it follows that ${each.text}.` : `It holds in any case that ${each.text}.`)),
    ...(a.conclusion ? [`Conclusion: ${a.conclusion.text}. ${a.conclusion.from.length ? `It rests on ${numbers(a.conclusion.from)}.` : ""}`.trim()] : []),
  ];
}
