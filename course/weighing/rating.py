"""What a learner says about signals, and how much a single signal weighs."""

import math
from collections.abc import Iterable, Mapping

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
        stories: story id to the signals that share that story or source. Such a group counts once (see
            `course.weighing.weigh.once`). What the learner wants counted apart is left out.
    """

    prior: float
    ratings: Mapping[str, Rating]
    stories: Mapping[str, tuple[str, ...]] = {}


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


def parts(signals: Iterable[str], stories: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """What counts as one: every story, and every signal that is in none.

    Returns:
        Story id, or signal id, to its signals; in the order of the signals.

    Raises:
        WeighingError: a story names an unknown signal, two stories name the same one, or a story is called like a
            signal.
    """
    known = list(signals)
    home: dict[str, str] = {}
    for story, members in stories.items():
        if story in known:
            raise WeighingError(f"Story “{story}”: expected a name of its own, found the id of a signal.")
        for signal in dict.fromkeys(members):
            if signal not in known:
                raise WeighingError(f"Story “{story}”: expected signals that are rated or blank, found “{signal}”.")
            if signal in home:
                raise WeighingError(f"Signal “{signal}”: expected one story, found “{home[signal]}” and “{story}”.")
            home[signal] = story
    found: dict[str, tuple[str, ...]] = {}
    for signal in known:
        part = home.get(signal, signal)
        found[part] = (*found.get(part, ()), signal)
    return found
