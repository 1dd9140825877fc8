"""What the scores of a class show about an item and about a test: classical test theory. Pure."""

import math
from collections.abc import Mapping, Sequence
from statistics import StatisticsError, correlation, mean, pvariance

import msgspec

Scores = Sequence[Mapping[str, float]]
"""One mapping a learner: item to points. Every learner has every item."""


class Reliability(msgspec.Struct, frozen=True):
    """Cronbach's alpha, and the interval that holds it with 95 % confidence."""

    alpha: float
    low: float
    high: float


def difficulty(scores: Scores, most: Mapping[str, float]) -> dict[str, float]:
    """Item to the mean share of its points, 0 to 1: high is easy. `most`: item to the points that it gives."""
    return {item: mean(row[item] for row in scores) / points for item, points in most.items()} if scores else {}


def item_rest(scores: Scores, items: Sequence[str]) -> dict[str, float | None]:
    """Item to the correlation of its points with the sum of all others; None where either does not vary.

    Without the rest, an item would be correlated with itself (S. Henrysson, “Correction of item-total correlations in
    item analysis”, *Psychometrika* 28, 1963, pp. 211–218).
    """
    found: dict[str, float | None] = {}
    for item in items:
        own = [row[item] for row in scores]
        rest = [math.fsum(points for other, points in row.items() if other != item) for row in scores]
        try:
            found[item] = correlation(own, rest)
        except StatisticsError:  # fewer than two learners, or no spread
            found[item] = None
    return found


def alpha(scores: Scores) -> Reliability | None:
    """Cronbach's alpha with its 95 % interval; None with fewer than two items or learners, or without any spread.

    L. J. Cronbach, “Coefficient alpha and the internal structure of tests”, *Psychometrika* 16, 1951, pp. 297–334. The
    interval: L. S. Feldt, “The approximate sampling distribution of Kuder–Richardson reliability coefficient twenty”,
    *Psychometrika* 30, 1965, pp. 357–370. It takes learners for a random sample and items for equally good.
    """
    from scipy.stats import f  # noqa: PLC0415 - slow to import, and needed here alone

    if len(scores) < 2 or len(scores[0]) < 2:
        return None
    items, n = list(scores[0]), len(scores)
    whole = pvariance([math.fsum(row.values()) for row in scores])
    if whole == 0:
        return None
    parts = math.fsum(pvariance([row[item] for row in scores]) for item in items)
    k = len(items)
    found = k / (k - 1) * (1 - parts / whole)
    first, second = n - 1, (n - 1) * (k - 1)
    low = 1 - (1 - found) * float(f.ppf(0.975, first, second))
    high = 1 - (1 - found) * float(f.ppf(0.025, first, second))
    return Reliability(found, low, high)
