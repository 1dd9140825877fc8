"""What a learner says when weighing signals, as the journal keeps it. Pure."""

import math
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from course.questions.model import Weigh
from course.weighing import Judgement, Rating, Table, standings, weigh

Direction = Literal["raises", "lowers", "neither"]
Removal = Literal["rises", "falls", "stays"]


class SignalRating(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a learner says of one signal. None is blank, which differs from no effect.

    Attributes:
        step: −3 to 3, the binary logarithm of the likelihood ratio.
        credibility: 0 to 1.
        same_as: another signal that tells the same story.
    """

    step: int | None = None
    credibility: float | None = None
    same_as: str | None = None


class Conclusion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a learner says follows from the ratings. None is blank.

    Attributes:
        direction: what all signals together do to the probability of a reset.
        posterior: that probability after all signals, 0 to 1.
        strongest: the signal whose removal would move the result most.
        removal: what its removal would do to the probability.
    """

    direction: Direction | None = None
    posterior: float | None = None
    strongest: str | None = None
    removal: Removal | None = None


class Weighed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to a question of type weigh.

    Attributes:
        prior: probability of a reset before any signal, above 0 and below 1; None is blank.
        ratings: signal id to rating.
        cells: hypothesis id to signal id to consistency, −2 to 2, or None.
        conclusion: only where the question asks for it.
    """

    prior: float | None = None
    ratings: dict[str, SignalRating] = {}
    cells: dict[str, dict[str, int | None]] = {}
    conclusion: Conclusion = Conclusion()


def parse(value: Any) -> Weighed:  # noqa: ANN401 - any JSON value
    """An answer from JSON.

    Raises:
        ValueError: it has another form; the message names the member. (`msgspec.ValidationError` is one.)
    """
    return msgspec.convert(value, Weighed)


def stories(weighed: Weighed) -> dict[str, tuple[str, ...]]:
    """Story id to its signals. Stories are what “same story as” links, however many links lie between."""
    home = {signal: signal for signal in weighed.ratings}
    for signal, rating in weighed.ratings.items():
        if rating.same_as in home:
            old, new = home[signal], home[rating.same_as]
            home = {s: new if h == old else h for s, h in home.items()}
    groups: dict[str, list[str]] = {}
    for signal, root in home.items():
        groups.setdefault(root, []).append(signal)
    return {f"{min(group)}-story": tuple(group) for group in groups.values() if len(group) > 1}


def judgement(weighed: Weighed) -> Judgement:
    """The answer as the models take it; a blank prior counts as even odds.

    Nothing is checked here; `course.weighing.weigh` raises WeighingError for what is out of range.
    """
    ratings = {signal: Rating(each.step, each.credibility) for signal, each in weighed.ratings.items()}
    return Judgement(0.5 if weighed.prior is None else weighed.prior, ratings, stories(weighed))


def table(weighed: Weighed) -> Table:
    """The learner's table of competing hypotheses, with the credibilities and stories of the ratings."""
    held = dict.fromkeys((signal for row in weighed.cells.values() for signal in row), None)
    credibility = {**held, **{signal: each.credibility for signal, each in weighed.ratings.items()}}
    return Table(weighed.cells, credibility, stories(weighed))


def is_rated(rating: SignalRating | None) -> bool:
    """Whether a signal is fully rated."""
    return rating is not None and rating.step is not None and rating.credibility is not None


def is_probability(value: float | None) -> bool:
    """Whether a number lies above 0 and below 1."""
    return value is not None and math.isfinite(value) and 0 < value < 1


def faults(question: Weigh, value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Why an answer does not fit the question. Raises ValueError as `parse`, or for a number out of range."""
    weighed = parse(value)
    known, said = set(question.signals), weighed.conclusion
    linked = {rating.same_as for rating in weighed.ratings.values() if rating.same_as}
    held = {signal for row in weighed.cells.values() for signal in row}
    named = {*weighed.ratings, *linked, *held, said.strongest or min(known)}
    if not named <= known or any(r.same_as == s for s, r in weighed.ratings.items()):
        yield "The answer names a signal that the question does not have, or a signal as its own story."
        return  # stories of any number of signals would take for ever
    weigh(judgement(weighed))
    standings(table(weighed))
    if not set(weighed.cells) <= set(question.hypotheses):
        yield "The answer names a hypothesis that the question does not have."
    if not question.conclude and said != Conclusion():
        yield "The answer concludes something that the question does not ask."
    if said.posterior is not None and not (said.posterior in (0, 1) or is_probability(said.posterior)):
        yield "The probability after all signals lies between 0 and 1 (0 % and 100 %)."


def gaps(question: Weigh, value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """What is still to be done. Raises ValueError as `parse`."""
    weighed = parse(value)
    if weighed.prior is None:
        yield "The prior is missing."
    left = sum(not is_rated(weighed.ratings.get(signal)) for signal in question.signals)
    if left:
        yield f"{left} of {len(question.signals)} signals still to weigh."
    if question.conclude and None in msgspec.structs.astuple(weighed.conclusion):
        yield "A part of the conclusion is missing."
