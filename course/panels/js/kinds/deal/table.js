// Who accepts which deal: positions, objections, and what a side is supposed to accept besides.

const key = (side, issue, option) => [side, issue, option].join("/");

// [{side, issue, option}] for every term that a side does not accept, relaxed positions counted.
function objecting(question, terms, relaxed) {
  const more = new Set(relaxed.map((each) => key(...each)));
  return question.sides.flatMap((side) => question.options.flatMap((issue) => {
    const option = issue.options.find((each) => each.id === terms[issue.id]);
    if (!option || option.sides[side].accepts || more.has(key(side, issue.id, option.id))) return [];
    return [{ side, issue, option, said: option.sides[side] }];
  }));
}

// How many deals everybody accepts.
function zoneSize(question, relaxed) {
  const more = new Set(relaxed.map((each) => key(...each)));
  const open = (issue) => issue.options.filter((option) => question.sides.every(
    (side) => option.sides[side].accepts || more.has(key(side, issue.id, option.id)))).length;
  return question.options.reduce((product, issue) => product * open(issue), 1);
}
