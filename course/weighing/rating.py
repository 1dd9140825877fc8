"""What a learner says about signals, and how much a single signal weighs."""

import math
from collections.abc import Mapping

import msgspec

from course.weighing.odds import WeighingError

STRONGEST = 3
"""Steps go from −3 to 3. Step s stands for the likelihood ratio 2 ** s: 1/8, 1/4, 1/2, 1, 2, 4, 8.
`data/rating_steps.csv` holds their names."""


TEN = 10
"""Of so many imagined worlds a learner says in how many a signal would be seen."""
HARDLY = 0.5
"""“In none of ten” counts as half a world of ten, one in twenty: a signal that could never be seen without a reset
would make one certain, and no signal is that good. So the likelihood ratio lies between 1/20 and 20."""


class Rating(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a learner says about one signal. A signal counts once both parts are given.

    Attributes:
        step: whole number from −3 to 3, the binary logarithm of the likelihood ratio: how much more likely is the
            signal if a reset is coming than if not? 0 is “no effect” (ratio 1). None is blank: not said.
        credibility: from 0 (not believed) to 1 (taken at its word). None is blank.
        counts: the effect said by two natural frequencies instead of by its step: in how many of ten worlds with a
            reset would the signal be seen, and in how many of ten without? The ratio is then theirs, and `step` the
            nearest of the seven (see `nearest_step`). None where the step was chosen.
    """

    step: int | None = None
    credibility: float | None = None
    counts: tuple[int, int] | None = None


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that goes into a weighing. The order of ratings, of stories and within a story never matters to a number.

    Attributes:
        prior: probability of a reset before any signal, above 0 and below 1.
        ratings: one for each signal, by id; a blank one for a signal not rated yet.
        stories: story id to the signals that share a story, a source or a cause. Such a group counts together (see
            `course.weighing.story.once`). What the learner wants counted apart is left out.
        news: signal id to the share of its weight, from 0 to 1, that is new given the rest of its story; for a signal
            that is not named, 0, which makes it an echo. Outside a story it means nothing.
    """

    prior: float
    ratings: Mapping[str, Rating]
    stories: Mapping[str, tuple[str, ...]] = {}
    news: Mapping[str, float] = {}


def weight(signal: str, rating: Rating) -> float | None:
    """Weight of evidence of one signal, discounted by its credibility.

    The likelihood ratio is discounted geometrically, ``LR ** credibility``. In log-odds that is a product, so it
    treats raising and lowering signals alike, does not depend on order, and makes credibility 0 exactly no effect.
    Logarithmic opinion pools weigh sources by their reliability in the same way, as exponents.

    Args:
        signal: id, for the message of an error.
        rating: what the learner says.

    Returns:
        credibility × step × ln 2, in log-odds (Good's weight of evidence, natural logarithm); with counts, credibility
        × ln of their ratio. None if a part of the rating is blank: that differs from 0, which says that the signal has
        no effect.

    Raises:
        WeighingError: step, credibility or counts outside their range, or counts that don't fit the step; the message
            names the signal.
    """
    if rating.step is not None:
        check_step(f"Signal “{signal}”: step", rating.step, STRONGEST)
    check_credibility(signal, rating.credibility)
    if rating.counts is not None:
        _check_counts(signal, rating)
    if rating.step is None or rating.credibility is None:
        return None
    if rating.counts is not None:
        return rating.credibility * math.log(_ratio(rating.counts)) + 0.0
    return rating.step * rating.credibility * math.log(2) + 0.0  # −0.0 would print as “−0”


def likelihood_ratio(step: int) -> float:
    """Likelihood ratio of a step, 2 ** step: P(signal | reset) / P(signal | no reset), without credibility.

    Raises:
        WeighingError: not a whole number from −3 to 3.
    """
    check_step("Step", step, STRONGEST)
    return 2.0**step


def nearest_step(counts: tuple[int, int]) -> int:
    """The step whose likelihood ratio is nearest, in logarithms, to that of two counts of ten; a tie goes towards 0.

    Args:
        counts: in how many of ten worlds with a reset, and of ten without, the signal would be seen.
    """
    exact = math.log2(_ratio(counts))
    size = min(math.ceil(abs(exact) - 0.5 - 1e-9), STRONGEST)
    return size if exact > 0 else -size


def _ratio(counts: tuple[int, int]) -> float:
    with_one, without = (max(each, HARDLY) for each in counts)
    return with_one / without


def _check_counts(signal: str, rating: Rating) -> None:
    said = f"Signal “{signal}”: in how many of ten worlds it would be seen"
    for count in rating.counts or ():
        if type(count) is not int or not 0 <= count <= TEN:
            raise WeighingError(f"{said}: expected whole numbers from 0 to {TEN}, found {count!r}.")
    if rating.counts is not None and rating.step != nearest_step(rating.counts):
        raise WeighingError(
            f"{said}: {rating.counts[0]} and {rating.counts[1]} go with step {nearest_step(rating.counts)}, "
            f"found step {rating.step!r}."
        )


def check_step(what: str, step: object, strongest: int) -> None:
    """Raise WeighingError unless the step is a whole number from −strongest to strongest."""
    if type(step) is not int or not -strongest <= step <= strongest:
        raise WeighingError(f"{what}: expected a whole number from −{strongest} to {strongest}, found {step!r}.")


def check_credibility(signal: str, credibility: object) -> None:
    """Raise WeighingError unless the credibility is None or a number from 0 to 1."""
    if credibility is not None and not (type(credibility) in (int, float) and 0 <= credibility <= 1):  # type: ignore[operator]
        raise WeighingError(f"Signal “{signal}”: credibility: expected a number from 0 to 1, found {credibility!r}.")
