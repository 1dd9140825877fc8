// Needs: diagram
// The argument as a picture: each box says a premise, a step or the conclusion in words, each arrow that one thing follows
// from another, or that it does not; and the same in words alone.

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
  svg.append(title, desc);
  const verdict = h("p", { class: "rs-verdict", role: "status" }), list = h("ul"), counter = h("div");
  const node = h("div", { class: "ar-picture" }, h("h4", {}, "What your argument shows"), svg, verdict, counter,
    h("details", { class: "ar-words" }, control("summary", {}, "The same in words"), list));

  const tip = (kind) => {
    const marker = s("marker", { id: `${id}-${kind}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto", markerUnits: "userSpaceOnUse", class: `ar-tip ar-${kind}` });
    marker.append(s("path", { d: "M0 0L8 4L0 8Z" }));
    return marker;
  };

  let drawn = null, room = 0;

  function boxed({ x, y, width, height, heads, lines, kind }) {
    const row = (text, n, weight) => s("text", { x: x + TYPE.pad, y: y + TYPE.pad + TYPE.line * (n + 1) - 4, class: `ar-label ${weight}` }, text);
    return [s("rect", { x, y, width, height, rx: 4, class: `ar-box ar-${kind}` }),
      ...heads.map((text, n) => row(text, n, "ar-head")), ...lines.map((text, n) => row(text, heads.length + n, "ar-said"))];
  }

  function draw(a) {
    drawn = a;
    node.classList.remove("ar-stale");
    node.hidden = !a;
    if (!a) return;
    say(verdict, VERDICTS[a.state]);
    counter.replaceChildren(...world(a));
    const lines = spoken(a);
    list.replaceChildren(...lines.map((text) => h("li", {}, text)));
    if (room) paint(a);
    say(desc, `${lines.join(" ")} ${VERDICTS[a.state]}`);
  }
  function paint(a) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `${TYPE.size}px ${getComputedStyle(svg).fontFamily}`;
    const { columns, arrows } = shape(a), at = diagram(columns, arrows.map(({ way }) => way), room, pen), worded = new Set();
    const parts = [title, desc, tip("carries"), tip("breaks")], words = []; // words after all arrows: none runs through one
    at.ways.forEach(({ d, word: [x, y], anchor }, n) => {
      const { kind, way: [, to] } = arrows[n];
      parts.push(s("path", { d, class: `ar-line ar-${kind}`, "marker-end": `url(#${id}-${kind})` }));
      if (worded.has(to.join())) return; // one word for all arrows that meet
      worded.add(to.join());
      words.push(s("text", { x, y, "text-anchor": anchor, class: `ar-word ar-${kind}` }, kind === "carries" ? "so" : "✗"));
    });
    parts.push(...words, ...at.boxes.flat().flatMap(boxed));
    svg.setAttribute("viewBox", `0 0 ${at.width} ${at.height}`);
    svg.style.height = `${at.height}px`;
    svg.replaceChildren(...parts);
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

// The columns of boxes and the arrows between them: premises, what follows on the way, the conclusion.
function shape(a) {
  const numbers = (places) => places.map((n) => n + 1).join(", ");
  const premises = a.premises.map((each, n) => ({
    head: `${n + 1} · ${each.letters}${each.role === "idle" ? " · does no work" : ""}`, text: each.plain || "Not finished", kind: each.role,
  }));
  const steps = a.derived.map((each) => ({ head: `${each.from.length ? `so, from ${numbers(each.from)}` : "in any case"} · ${each.letters}`, text: each.plain, kind: "step" }));
  const columns = [premises, ...(steps.length ? [steps] : [])], arrows = [];
  const arrow = (from, to, kind) => arrows.push({ way: [from, to], kind });
  steps.forEach((_, n) => a.derived[n].from.forEach((premise) => arrow([0, premise], [1, n], "carries")));
  if (a.conclusion) {
    const valid = a.state === "valid", end = [columns.length, 0], on = valid ? a.conclusion.from : a.premises.map((_, n) => n);
    // A step lies on the way if all its premises carry the conclusion; they then need no arrow of their own.
    const way = steps.map((_, n) => n).filter((n) => valid && a.derived[n].from.every((premise) => on.includes(premise)));
    const carried = new Set(way.flatMap((n) => a.derived[n].from));
    way.forEach((n) => arrow([1, n], end, "carries"));
    on.filter((premise) => !carried.has(premise)).forEach((premise) => arrow([0, premise], end, valid ? "carries" : "breaks"));
    const head = valid ? `✓ so${on.length ? `, from ${numbers(on)}` : ""}` : a.state === "contradictory" ? "✗ shown by nothing" : "✗ does not follow";
    columns.push([{ head: `${head} · ${a.conclusion.letters}`, text: a.conclusion.plain, kind: a.state }]);
  }
  return { columns, arrows };
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
