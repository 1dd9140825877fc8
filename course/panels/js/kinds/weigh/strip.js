// Needs: model, scales, waterfall
// What stays in view while a rating is moved: prior and posterior in figures, and a bar from one to the other.

const STRIP = 6; // log-odds shown on each side; what lies beyond stands at the edge

function strip() {
  const words = h("p", { class: "bd-result" }), answer = h("p", { class: "bd-kind" });
  const place = (v) => 50 + (50 * Math.min(STRIP, Math.max(-STRIP, v))) / STRIP;
  const [bar, start, ghost] = ["", "bd-start-line", "bd-ghost"].map((kind) => s("rect", { y: 3, height: 12, class: kind }));
  const svg = s("svg", { class: "bd-mini", "aria-hidden": "true", viewBox: "0 0 100 18", preserveAspectRatio: "none" });
  svg.append(s("rect", { x: 0, y: 8.5, width: 100, height: 1, class: "bd-track" }), bar, ghost, start);
  const span = (node, a, b, least) => mark(node, { x: Math.min(place(a), place(b)), width: Math.max(least, Math.abs(place(b) - place(a))) });
  function draw(now, was) {
    span(bar, now.prior, now.log_odds, 0.8);
    mark(bar, { class: direction(now.log_odds - now.prior) });
    span(start, now.prior, now.prior, 0.6);
    if (was) span(ghost, was.prior, was.log_odds, 0.8);
    ghost.style.display = was ? "" : "none";
    const said = (of) => {
      const [before, after] = [chance(probability(of.prior)), chance(of.probability)];
      return before === after ? `stays at ${before}` : `${before} → ${after}`;
    };
    say(words, said(now));
    say(answer, was ? `What if. Your answer, outlined: ${said(was)}` : "");
  }
  return { node: h("div", { class: "bd-now" }, words, svg, answer), draw };
}
