// Needs: model
// What the learner has said on the board, and the copy of it that “what if?” plays with.

const BLANK = { step: null, credibility: null, same_as: null, news: null, counts: null, because: null };

// “Same story as” links, made into stories as course.kinds.weigh.answer.stories does.
function storiesOf(ratings) {
  const home = Object.fromEntries(Object.keys(ratings).map((signal) => [signal, signal]));
  for (const [signal, { same_as: other }] of Object.entries(ratings)) {
    if (!(other in home)) continue;
    const [old, now] = [home[signal], home[other]];
    for (const each of Object.keys(home)) if (home[each] === old) home[each] = now;
  }
  const told = {};
  for (const [signal, root] of Object.entries(home)) (told[root] ??= []).push(signal);
  return Object.fromEntries(Object.values(told).filter((group) => group.length > 1)
    .map((group) => [`${[...group].sort()[0]}-story`, group]));
}

// How much of each signal is new, as course.kinds.weigh.answer.news does: all of it where it goes with no other.
const newsOf = (ratings) => Object.fromEntries(Object.entries(ratings).map(([signal, { same_as: other, news }]) => [
  signal, other in ratings ? news ?? 0 : 1,
]));

function boardState(question, change) {
  let answer, play = null;

  function write(value) {
    const said = value ?? question.start, ratings = {};
    for (const signal of question.order) ratings[signal] = { ...BLANK, ...said.ratings?.[signal] };
    const before = answer && JSON.stringify(answer);
    answer = {
      prior: said.prior ?? null, ratings, cells: structuredClone(said.cells ?? {}),
      conclusion: { direction: null, posterior: null, strongest: null, removal: null, ...said.conclusion },
    };
    return before !== JSON.stringify(answer);
  }
  write(null);

  const shown = () => play ?? answer;
  return {
    write,
    shown,
    // As the journal keeps it: nothing said is no answer, and blanks are left out.
    read() {
      const { prior, ratings, cells, conclusion } = answer;
      const said = Object.entries(ratings).filter(([, r]) => Object.values(r).some((v) => v !== null))
        .map(([signal, { news, counts, because, ...r }]) => [signal, { ...r, ...(news !== null && { news }), ...(counts && { counts }), ...(because && { because }) }]);
      const value = {};
      if (prior !== null) value.prior = prior;
      if (said.length) value.ratings = Object.fromEntries(said);
      if (Object.keys(cells).length) value.cells = cells;
      if (Object.values(conclusion).some((v) => v !== null)) value.conclusion = conclusion;
      return Object.keys(value).length ? value : null;
    },
    set(edit) {
      edit(shown());
      if (play) change.tried();
      else change();
    },
    playing: () => play !== null,
    // Begins with the answer, however often it is begun anew.
    play(on) { play = on ? structuredClone(answer) : null; change.tried(); },
    seen() { return { answer: this.read(), play }; },
    put(seen) { write(seen.answer); play = structuredClone(seen.play ?? null); },
    keep() { answer = structuredClone(play); play = null; change(); },
    left: () => question.options.filter(({ id }) => ownWeight(answer.ratings[id]) === null).map(({ id }) => id),
    answer: () => answer,
    judgement: (of = shown()) => ({ prior: of.prior ?? 0.5, ratings: of.ratings, stories: storiesOf(of.ratings), news: newsOf(of.ratings) }),
    table: () => ({
      cells: Object.fromEntries(question.hypotheses.map(({ id }) => [id, shown().cells[id] ?? {}])),
      credibility: Object.fromEntries(Object.entries(shown().ratings).map(([signal, r]) => [signal, r.credibility])),
      stories: storiesOf(shown().ratings),
      news: newsOf(shown().ratings),
    }),
  };
}
