// Needs: model, scales
// One hundred worlds: a belief as natural frequencies, and what a signal leaves of them. The numbers are those of
// course/weighing/worlds.py, held together by tests/weighing/cases.json.

const OFTEN = 0.8; // where a step was chosen, the more frequent of the two is seen in eight of ten

const wholeOf = (count) => Math.floor(count + 0.5);

const oftenOf = (rating) => (rating.counts ? Math.max(...rating.counts, 0.5) / 10 : OFTEN);

// `evidence` in log-odds is what the signal adds: less than its own weight where an earlier one has told part of it.
function worlds(prior, evidence, seen = OFTEN) {
  const rarer = seen * Math.exp(-Math.abs(evidence)), [withOne, without] = evidence >= 0 ? [seen, rarer] : [rarer, seen];
  const reset = Math.min(Math.max(wholeOf(100 * prior), 1), 99);
  return {
    reset, seen_reset: wholeOf(reset * withOne), seen_none: wholeOf((100 - reset) * without),
    probability: probability(logOdds(prior) + evidence),
  };
}

const many = (count, of) => `${count} ${of}${count === 1 ? "" : "s"}`;

// The picture: a square for each world, those with the event first; what the signal leaves stays, the rest fades.
// `after` is null before the effect is said. The numbers in words stand beside it, for everybody.
function worldsPicture(id, event) {
  const title = s("title", { id: `${id}-wt` }), svg = s("svg", { role: "img", "aria-labelledby": `${id}-wt`, class: "bd-worlds", viewBox: "0 0 206 86" });
  const squares = Array.from({ length: 100 }, (_, i) => s("rect", { x: 2 + 10 * (i % 20) + 2 * (i % 20 >= 10), y: 2 + 16.5 * Math.floor(i / 20), width: 8, height: 14 }));
  svg.append(title, ...squares);
  const words = h("p", { class: "bd-worlds-words" });
  function draw(prior, evidence, seen) {
    const now = worlds(prior, evidence ?? 0, seen), none = 100 - now.reset, said = evidence !== null;
    squares.forEach((square, i) => {
      const holds = i < now.reset, left = !said || (holds ? i < now.seen_reset : i - now.reset < now.seen_none);
      mark(square, { class: `${holds ? "bd-holds" : "bd-lacks"}${left ? "" : " bd-gone"}` });
    });
    const before = `${many(now.reset, "world")} of 100 with ${event}, ${none} without.`;
    const left = now.seen_reset + now.seen_none;
    const after = said ? ` The signal is seen in about ${now.seen_reset} of the ${now.reset} and ${now.seen_none} of the ${none}. Of the ${left} that are left, ${now.seen_reset} hold one.` : "";
    say(title, before + after);
    say(words, before + after);
    return now.probability;
  }
  return { node: h("div", { class: "bd-hundred" }, svg, words), draw };
}

// The effect said by two counts of ten worlds; `take` gets them once both are given.
function inTens(id, event, take) {
  let said = [null, null];
  const row = (i, label) => slider(`${id}-${i}`, label, { min: 0, max: 10, step: 1 }, (count) => `${count} of ten`, (count) => {
    said[i] = count;
    if (!said.includes(null)) take([...said]);
  });
  const rows = [row(0, `In how many of ten worlds with ${event} would you see this signal?`), row(1, "In how many of ten worlds without?")];
  const node = h("details", { class: "bd-tens" }, control("summary", {}, "Or say it in worlds"), ...rows.map((each) => each.node));
  function set(counts) {
    said = counts ? [...counts] : [null, null];
    rows.forEach((each, i) => each.set(said[i]));
    if (counts) node.open = true;
  }
  return { node, set };
}
