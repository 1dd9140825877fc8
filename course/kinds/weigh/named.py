"""What an answer to a weighing names that its question lacks, or says that can't be."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from course.kinds.weigh.answer import Conclusion, Weighed, is_probability
from course.kinds.weigh.coherence import coherent
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


def strange_reasons(offers: Mapping[str, Collection[str]], weighed: Weighed) -> Iterator[str]:
    """Reasons that the question does not offer for their signal, a line for all.

    Args:
        offers: signal to the claims that may be its reason; none where the question asks for no reasons.
        weighed: the answer.
    """
    given = {signal: each.because for signal, each in weighed.ratings.items() if each.because is not None}
    if any(reason not in offers.get(signal, ()) for signal, reason in given.items()):
        yield "The answer gives a reason that the question does not offer for that signal."


def without_reason(signals: Sequence[str], weighed: Weighed) -> tuple[str, ...]:
    """The signals whose rating has an effect and no reason."""
    return tuple(s for s in signals if (r := weighed.ratings.get(s)) is not None and r.moves and r.because is None)


def notes(weighed: Weighed, *, varied: bool) -> Iterator[str]:
    """What is pointed out of ratings, and holds nothing up.

    Args:
        weighed: an answer in range.
        varied: whether the question asks for ratings that differ.
    """
    if varied and len(weighed.rated) > 1 and not coherent("varied", weighed):
        yield "All your signals weigh the same. Points here are for what follows from ratings that differ."
