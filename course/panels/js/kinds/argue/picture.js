// The argument as a picture, premises to the left, what follows to the right, or below where there is no room; and the
// same in words.

const BOX = { width: 150, height: 30, gap: 12 }, STEP = BOX.height + BOX.gap, BETWEEN = 60, INDENT = 14, ARCS = 48;

// Where boxes and lines go: `column` is 0 for premises, then steps, last the conclusion. `counts`: boxes in each column.
function sideBySide(counts) {
  const rows = Math.max(...counts), pitch = BOX.width + BETWEEN, bend = BETWEEN / 2;
  return {
    width: counts.length * pitch - BETWEEN + 4,
    height: rows * STEP + BOX.gap,
    place: (column, n) => [2 + column * pitch, BOX.gap + ((rows - counts[column]) * STEP) / 2 + n * STEP],
    path: ([x1, y1], [x2, y2]) => `M${x1 + BOX.width} ${y1} C ${x1 + BOX.width + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`,
  };
}

function stacked(counts) {
  const above = counts.map((_, column) => counts.slice(0, column).reduce((sum, count) => sum + count, 0));
  return {
    width: BOX.width + (counts.length - 1) * INDENT + ARCS + 4,
    height: counts.reduce((sum, count) => sum + count, 0) * STEP + BOX.gap,
    place: (column, n) => [2 + column * INDENT, BOX.gap + (above[column] + n) * STEP],
    path: ([x1, y1], [x2, y2]) => {
      const out = x2 + BOX.width + Math.min(ARCS, 8 + (y2 - y1) / 4);
      return `M${x1 + BOX.width} ${y1} C ${out} ${y1}, ${out} ${y2}, ${x2 + BOX.width} ${y2}`;
    },
  };
}

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
  const verdict = h("p", { class: "rs-verdict", role: "status" }), list = h("ul"), counter = h("div");
  const node = h("div", { class: "ar-picture" }, h("h4", {}, "What your argument shows"), svg, verdict, counter,
    h("details", { class: "ar-words" }, control("summary", {}, "The same in words"), list));

  function box(x, y, text, kind) {
    return [s("rect", { x, y, width: BOX.width, height: BOX.height, rx: 4, class: `ar-box ar-${kind}` }),
      s("text", { x: x + BOX.width / 2, y: y + 19, class: "ar-label" }, text)];
  }

  let drawn = null, room = Infinity;

  function draw(a) {
    drawn = a;
    node.classList.remove("ar-stale");
    node.hidden = !a;
    if (!a) return;
    const steps = a.derived, counts = [a.premises.length, ...(steps.length ? [steps.length] : []), 1];
    const wide = sideBySide(counts), at = wide.width <= room ? wide : stacked(counts), parts = [title, desc];
    const middleOf = ([x, y]) => [x, y + BOX.height / 2];
    const line = (from, to, kind) => parts.push(s("path", { d: at.path(middleOf(from), middleOf(to)), class: `ar-line ar-${kind}` }));
    const premises = a.premises.map((_, n) => at.place(0, n)), middle = steps.map((_, n) => at.place(1, n));
    const end = at.place(counts.length - 1, 0);
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
    svg.setAttribute("viewBox", `0 0 ${at.width} ${at.height}`);
    svg.style.maxWidth = `${at.width}px`;
    svg.replaceChildren(...parts);
    say(verdict, VERDICTS[a.state]);
    counter.replaceChildren(...world(a));
    const lines = spoken(a);
    list.replaceChildren(...lines.map((text) => h("li", {}, text)));
    say(desc, `${lines.join(" ")} ${VERDICTS[a.state]}`);
  }
  // A hidden picture has no width; what is drawn changes only if the room does.
  const watch = new ResizeObserver(([{ contentRect: { width: now } }]) => {
    if (!now || now === room) return;
    room = now;
    draw(drawn);
  });
  watch.observe(node);
  // What was judged is no longer what stands there.
  const stale = () => node.classList.add("ar-stale");
  return { node, draw, stale, stop: () => watch.disconnect() };
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
