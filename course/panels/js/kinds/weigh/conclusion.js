// Needs: scales
// Graded: the learner says what follows from the ratings, instead of reading it off.

function conclusion(question, id, state) {
  if (!question.conclude) return null;
  const take = (member) => (value) => state.set((said) => { said.conclusion[member] = value; });
  const direction = radios(`${id}-direction`, `Taken together, my signals make ${question.event}`, [
    ["raises", "more probable"], ["lowers", "less probable"], ["neither", "neither: they leave it about where it was"],
  ], take("direction"));
  const posterior = slider(`${id}-posterior`, `So, after all signals, how probable is ${question.event}?`, { min: 0, max: 100, step: 1 },
    (value) => `${value} %`, (value) => take("posterior")(value / 100));
  const strongest = list(`${id}-strongest`, "Leaving out which signal would move my result most?",
    [["", "choose one"], ...inOrder(question).map(({ id: signal, short }) => [signal, `${signal} ${short}`])], take("strongest"));
  const removal = radios(`${id}-removal`, "If I left it out, my probability would", [["rises", "rise"], ["falls", "fall"], ["stays", "stay as it is"]], take("removal"));
  function draw() {
    const said = state.shown().conclusion;
    direction.set(said.direction);
    posterior.set(said.posterior === null ? null : Math.round(100 * said.posterior));
    strongest.set(said.strongest);
    removal.set(said.removal);
  }
  const at = spot("what follows");
  return { at, node: h("div", {}, h("h4", {}, "What follows from your ratings?"), direction.node, posterior.node, strongest.node, removal.node, at), draw };
}
