"""What a learner says about signals, and how much a single signal weighs."""

import math
from collections.abc import Mapping

import msgspec

from course.weighing.odds import WeighingError

STRONGEST = 3
"""Steps go from −3 to 3. Step s stands for the likelihood ratio 2 ** s: 1/8, 1/4, 1/2, 1, 2, 4, 8.
`data/rating_steps.csv` holds their names."""


class Rating(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a learner says about one signal. A signal counts once both parts are given.

    Attributes:
        step: whole number from −3 to 3, the binary logarithm of the likelihood ratio: how much more likely is the
            signal if a reset is coming than if not? 0 is “no effect” (ratio 1). None is blank: not said.
        credibility: from 0 (not believed) to 1 (taken at its word). None is blank.
    """

    step: int | None = None
    credibility: float | None = None


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
        credibility × step × ln 2, in log-odds (Good's weight of evidence, natural logarithm). None if a part of the
        rating is blank: that differs from 0, which says that the signal has no effect.

    Raises:
        WeighingError: step or credibility outside its range; the message names the signal.
    """
    if rating.step is not None:
        check_step(f"Signal “{signal}”: step", rating.step, STRONGEST)
    check_credibility(signal, rating.credibility)
    if rating.step is None or rating.credibility is None:
        return None
    return rating.step * rating.credibility * math.log(2) + 0.0  # −0.0 would print as “−0”


def likelihood_ratio(step: int) -> float:
    """Likelihood ratio of a step, 2 ** step: P(signal | reset) / P(signal | no reset), without credibility.

    Raises:
        WeighingError: not a whole number from −3 to 3.
    """
    check_step("Step", step, STRONGEST)
    return 2.0**step


def check_step(what: str, step: object, strongest: int) -> None:
    """Raise WeighingError unless the step is a whole number from −strongest to strongest."""
    if type(step) is not int or not -strongest <= step <= strongest:
        raise WeighingError(f"{what}: expected a whole number from −{strongest} to {strongest}, found {step!r}.")


def check_credibility(signal: str, credibility: object) -> None:
    """Raise WeighingError unless the credibility is None or a number from 0 to 1."""
    if credibility is not None and not (type(credibility) in (int, float) and 0 <= credibility <= 1):  # type: ignore[operator]
        raise WeighingError(f"Signal “{signal}”: credibility: expected a number from 0 to 1, found {credibility!r}.")
