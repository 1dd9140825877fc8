// What follows from ratings: the part of course.weighing that has to follow a control at once. Pure; no page, no widget.
// tests/weighing/cases.json holds both implementations to the same numbers, to 1e-9. Formulas and sources stand there, in
// course/weighing. Log-odds are natural logarithms; null is blank, which differs from no effect.

const LIMIT = 36; // log-odds beyond it are shown as its probability: evidence makes nothing certain

function logOdds(p) {
  return Math.log(p) - Math.log1p(-p);
}

function probability(x) {
  const e = Math.exp(-Math.abs(Math.min(LIMIT, Math.max(-LIMIT, x))));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// What signals that point one way count for together: the strongest, or what is new in each, whichever is more.
const oneWay = (sizes, news) => Math.max(0, ...sizes, sum(sizes.map((size, i) => size * news[i])));

// What a story weighs: what is not new counts once. `news` are the shares that are new; without it all but one are echoes.
function once(weights, news = weights.map(() => 0)) {
  const [raising, lowering] = [1, -1].map((sign) => oneWay(weights.map((own) => Math.max(0, sign * own)), news));
  return [0, sum(weights), raising - lowering].sort((a, b) => a - b)[1];
}

// Of ten worlds with and ten without, in how many would the signal be seen? None counts as half a world.
const ratioOf = (counts) => Math.max(counts[0], 0.5) / Math.max(counts[1], 0.5);

function nearestStep(counts) {
  const exact = Math.log2(ratioOf(counts)), size = Math.min(Math.ceil(Math.abs(exact) - 0.5 - 1e-9), 3);
  return (exact > 0 ? size : -size) + 0;
}

function ownWeight(rating) {
  if (!rating || rating.step === null || rating.credibility === null) return null;
  const whole = rating.counts ? Math.log(ratioOf(rating.counts)) : rating.step * Math.LN2;
  return whole * rating.credibility + 0;
}

// Whether a rating is complete and has an effect, and so needs a reason where reasons are asked for.
const moves = (rating) => Boolean(ownWeight(rating));

// Signals in groups, a story where its first signal stands: [[id, [signal, …]], …].
function groups(signals, stories) {
  const home = Object.fromEntries(Object.entries(stories).flatMap(([story, told]) => told.map((signal) => [signal, story])));
  const found = new Map();
  for (const signal of signals) {
    const id = home[signal] ?? signal;
    found.set(id, [...(found.get(id) ?? []), signal]);
  }
  return [...found];
}

// A judgement is {prior, ratings: {signal: {step, credibility}}, stories: {story: [signal]}, news: {signal: share}}.
function weigh({ prior, ratings, stories, news = {} }) {
  const weights = Object.fromEntries(Object.entries(ratings).map(([signal, rating]) => [signal, ownWeight(rating)]));
  const contributions = groups(Object.keys(ratings), stories).map(([id, signals]) => {
    const rated = signals.filter((signal) => weights[signal] !== null);
    const given = rated.map((signal) => weights[signal]), shares = rated.map((signal) => news[signal] ?? 0);
    return { id, signals, weight: rated.length ? once(given, shares) : null, apart: rated.length ? sum(given) : null };
  });
  const total = sum(contributions.map((c) => c.weight ?? 0)), before = logOdds(prior);
  return {
    prior: before, weights, contributions, total, apart: sum(Object.values(weights).map((own) => own ?? 0)),
    log_odds: before + total, probability: probability(before + total),
  };
}

// The way from prior to posterior: what each rated story or signal makes of the probability before it.
function stepsOf({ prior, contributions }) {
  let at = prior;
  return contributions.filter(({ weight }) => weight !== null).map(({ id, signals, weight }) => {
    const from = at;
    at += weight;
    return { id, signals, weight, from, to: at, before: probability(from), after: probability(at) };
  });
}

const MOVES = {
  drop: (rating) => ({ ...rating, step: null }),
  flip: (rating) => ({ ...rating, step: -rating.step, counts: rating.counts ? [...rating.counts].reverse() : null }),
};

// Each rated signal dropped or flipped in turn: {signal: posterior log-odds}.
function oneAtATime(judgement, move) {
  const rated = Object.entries(judgement.ratings).filter(([, rating]) => ownWeight(rating) !== null);
  return Object.fromEntries(rated.map(([signal, rating]) => [
    signal, weigh({ ...judgement, ratings: { ...judgement.ratings, [signal]: MOVES[move](rating) } }).log_odds,
  ]));
}

// Competing hypotheses. A table is {cells: {hypothesis: {signal: step}}, credibility: {signal: number}, stories, news}.
function counted({ cells, credibility }) {
  return Object.fromEntries(Object.entries(cells).map(([hypothesis, row]) => [
    hypothesis,
    Object.fromEntries(Object.entries(credibility)
      .filter(([signal, trust]) => trust !== null && (row[signal] ?? null) !== null)
      .map(([signal, trust]) => [signal, row[signal] * trust + 0])),
  ]));
}

function standing(row, parts, signals, news = {}) {
  const told = parts.map(([, group]) => group.filter((signal) => signal in row));
  const [inconsistency, consistency] = [-1, 1].map((sign) => sum(told.map((group) => oneWay(
    group.map((signal) => Math.max(0, sign * row[signal])), group.map((signal) => news[signal] ?? 0)))));
  return { inconsistency, consistency, coverage: signals ? Object.keys(row).length / signals : 0 };
}

function standings(table) {
  const signals = Object.keys(table.credibility), parts = groups(signals, table.stories);
  const rows = Object.entries(counted(table));
  return Object.fromEntries(rows.map(([h, row]) => [h, standing(row, parts, signals.length, table.news)]));
}

function diagnosticity(table) {
  const rows = Object.values(counted(table));
  return Object.fromEntries(Object.keys(table.credibility).map((signal) => {
    const column = rows.filter((row) => signal in row).map((row) => row[signal]);
    return [signal, column.length > 1 ? Math.max(...column) - Math.min(...column) : null];
  }));
}

function leastInconsistent(table) {
  const rows = Object.entries(counted(table)), parts = groups(Object.keys(table.credibility), table.stories);
  const shared = Object.keys(table.credibility).filter((signal) => rows.every(([, row]) => signal in row));
  if (!rows.length || !shared.length) return [];
  const against = rows.map(([hypothesis, row]) => {
    const kept = Object.fromEntries(shared.map((signal) => [signal, row[signal]]));
    return [hypothesis, standing(kept, parts, shared.length, table.news).inconsistency];
  });
  const least = Math.min(...against.map(([, value]) => value));
  return against.filter(([, value]) => value - least <= 1e-9).map(([hypothesis]) => hypothesis);
}
