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

// What a story weighs: it counts once.
function once(weights) {
  const eachWay = Math.max(0, ...weights) + Math.min(0, ...weights);
  return [0, sum(weights), eachWay].sort((a, b) => a - b)[1];
}

function ownWeight(rating) {
  if (!rating || rating.step === null || rating.credibility === null) return null;
  return rating.step * rating.credibility * Math.LN2 + 0;
}

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

// A judgement is {prior, ratings: {signal: {step, credibility}}, stories: {story: [signal]}}.
function weigh({ prior, ratings, stories }) {
  const weights = Object.fromEntries(Object.entries(ratings).map(([signal, rating]) => [signal, ownWeight(rating)]));
  const contributions = groups(Object.keys(ratings), stories).map(([id, signals]) => {
    const given = signals.map((signal) => weights[signal]).filter((own) => own !== null);
    const rated = given.length > 0;
    return { id, signals, weight: rated ? once(given) : null, apart: rated ? sum(given) : null };
  });
  const total = sum(contributions.map((c) => c.weight ?? 0)), before = logOdds(prior);
  return {
    prior: before, weights, contributions, total, apart: sum(Object.values(weights).map((own) => own ?? 0)),
    log_odds: before + total, probability: probability(before + total),
  };
}

const MOVES = {
  drop: (rating) => ({ ...rating, step: null }),
  flip: (rating) => ({ ...rating, step: -rating.step }),
};

// Each rated signal dropped or flipped in turn: {signal: posterior log-odds}.
function oneAtATime(judgement, move) {
  const rated = Object.entries(judgement.ratings).filter(([, rating]) => ownWeight(rating) !== null);
  return Object.fromEntries(rated.map(([signal, rating]) => [
    signal, weigh({ ...judgement, ratings: { ...judgement.ratings, [signal]: MOVES[move](rating) } }).log_odds,
  ]));
}

// Competing hypotheses. A table is {cells: {hypothesis: {signal: step}}, credibility: {signal: number}, stories}.
function counted({ cells, credibility }) {
  return Object.fromEntries(Object.entries(cells).map(([hypothesis, row]) => [
    hypothesis,
    Object.fromEntries(Object.entries(credibility)
      .filter(([signal, trust]) => trust !== null && (row[signal] ?? null) !== null)
      .map(([signal, trust]) => [signal, row[signal] * trust + 0])),
  ]));
}

function standing(row, parts, signals) {
  const given = parts.map(([, told]) => told.filter((signal) => signal in row).map((signal) => row[signal]));
  return {
    inconsistency: sum(given.map((group) => Math.max(0, ...group.map((value) => -value)))),
    consistency: sum(given.map((group) => Math.max(0, ...group))),
    coverage: signals ? Object.keys(row).length / signals : 0,
  };
}

function standings(table) {
  const signals = Object.keys(table.credibility), parts = groups(signals, table.stories);
  return Object.fromEntries(Object.entries(counted(table)).map(([h, row]) => [h, standing(row, parts, signals.length)]));
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
    return [hypothesis, standing(kept, parts, shared.length).inconsistency];
  });
  const least = Math.min(...against.map(([, value]) => value));
  return against.filter(([, value]) => value - least <= 1e-9).map(([hypothesis]) => hypothesis);
}
