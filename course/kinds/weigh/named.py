"""What an answer to a weighing names that its question lacks, or says that can't be."""

from collections.abc import Iterator, Sequence

from course.kinds.weigh.answer import Conclusion, Weighed, is_probability
from course.weighing import standings


def wrong(signals: Sequence[str], hypotheses: Sequence[str], weighed: Weighed, *, conclude: bool) -> Iterator[str]:
    """What names something else, or is out of range, a line each.

    Args:
        signals: those of the question.
        hypotheses: those of the question.
        weighed: the answer.
        conclude: whether the learner is asked what follows.
    """
    known, said = set(signals), weighed.conclusion
    linked = {rating.same_as for rating in weighed.ratings.values() if rating.same_as}
    held = {signal for row in weighed.cells.values() for signal in row}
    named = {*weighed.ratings, *linked, *held, said.strongest or min(known)}
    if not named <= known or any(r.same_as == s for s, r in weighed.ratings.items()):
        yield "The answer names a signal that the question does not have, or a signal as its own story."
        return  # stories of any number of signals would take for ever
    weighed.weighing  # noqa: B018 - out of range is an error
    standings(weighed.table)
    if not set(weighed.cells) <= set(hypotheses):
        yield "The answer names a hypothesis that the question does not have."
    if not conclude and said != Conclusion():
        yield "The answer concludes something that the question does not ask."
    if said.posterior is not None and not (said.posterior in (0, 1) or is_probability(said.posterior)):
        yield "The probability after all signals lies between 0 and 1 (0 % and 100 %)."
