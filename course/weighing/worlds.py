"""A belief as one hundred worlds: evidence in natural frequencies.

People reason far better about evidence in whole numbers of cases than in probabilities or odds (G. Gigerenzer and
U. Hoffrage, “How to improve Bayesian reasoning without instruction: frequency formats”, *Psychological Review* 102,
1995, pp. 684–704). So a probability is shown as so many worlds of a hundred that hold a reset, and a signal leaves
those in which it would be seen.
"""

import math

import msgspec

from course.weighing.odds import WeighingError, log_odds, probability
from course.weighing.rating import HARDLY, TEN, Rating

HUNDRED = 100
OFTEN = 0.8
"""A step fixes only a ratio: the more frequent of the two is then seen in eight of ten."""


class Worlds(msgspec.Struct, frozen=True):
    """One hundred worlds before a signal, and those that it leaves. All are counts but `probability`.

    Attributes:
        reset: worlds with a reset before the signal, 1 to 99, the probability rounded; the rest have none.
        seen_reset: of those, in how many the signal would be seen.
        seen_none: of the rest, in how many it would be seen.
        probability: of a reset after the signal, exact: rounding worlds to whole ones may miss it by a little.
    """

    reset: int
    seen_reset: int
    seen_none: int
    probability: float


def often(rating: Rating) -> float:
    """How often a signal is seen in the worlds that show it more often, 0 to 1: as said by counts, or `OFTEN`."""
    return OFTEN if rating.counts is None else max(*rating.counts, HARDLY) / TEN


def worlds(prior: float, evidence: float, seen: float = OFTEN) -> Worlds:
    """The hundred worlds of a belief and what a signal leaves of them.

    Args:
        prior: probability of a reset before this signal, above 0 and below 1.
        evidence: what the signal adds, in log-odds: its discounted weight, or less where an earlier one of its story
            has told part of it.
        seen: how often the signal is seen in the worlds that show it more often; those of the other kind show it
            exp(−|evidence|) times as often. See `often`.

    Raises:
        WeighingError: the prior is not above 0 and below 1, or `seen` is not above 0 and at most 1.
    """
    before = log_odds(prior, "The prior")
    if not 0 < seen <= 1:
        raise WeighingError(f"How often the signal is seen: expected a share above 0, at most 1, found {seen!r}.")
    rarer = seen * math.exp(-abs(evidence))
    with_one, without = (seen, rarer) if evidence >= 0 else (rarer, seen)
    reset = min(max(_whole(HUNDRED * prior), 1), HUNDRED - 1)
    left = _whole(reset * with_one), _whole((HUNDRED - reset) * without)
    return Worlds(reset, *left, probability(before + evidence))


def _whole(count: float) -> int:
    return math.floor(count + 0.5)  # Python rounds halves to even, a page upwards
