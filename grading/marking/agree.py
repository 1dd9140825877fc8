"""How far two markers agree. Pure."""

import math
from collections.abc import Sequence
from statistics import fmean

import msgspec

Pair = tuple[float, float]
"""What the first marker gave, and the second."""


class Agreement(msgspec.Struct, frozen=True):
    """How far two markers agree about one thing, in points.

    Attributes:
        n: works that both have marked.
        kappa: quadratic weighted kappa, at most 1, 0 for what chance gives; None where it is not defined.
        difference: mean of second minus first: above 0, the second is the more generous.
        apart: mean of the difference without its sign.
        equal: works for which both gave the same.
    """

    n: int
    kappa: float | None
    difference: float
    apart: float
    equal: int


def agreement(marks: Sequence[Pair]) -> Agreement | None:
    """How far two markers agree; None where both have marked nothing."""
    if not marks:
        return None
    differences = [second - first for first, second in marks]
    return Agreement(
        len(marks),
        weighted_kappa(marks),
        fmean(differences),
        fmean(map(abs, differences)),
        sum(math.isclose(first, second, abs_tol=1e-9) for first, second in marks),
    )


def weighted_kappa(marks: Sequence[Pair]) -> float | None:
    """Cohen's kappa with weights that grow with the square of the difference.

    One minus the mean squared difference of the two marks of a work, over the mean squared difference of every mark of
    one marker from every mark of the other, which is what chance gives when each keeps to the marks that he or she
    gave (J. Cohen, “Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit”,
    *Psychological Bulletin* 70, 1968, pp. 213–220). Points are a scale of their own here, so steps need not be equal.

    Returns:
        None where chance gives no difference: there is no mark, or both gave one and the same mark always.
    """
    if not marks:
        return None
    firsts, seconds = zip(*marks, strict=True)
    mean_first, mean_second = fmean(firsts), fmean(seconds)
    spread = fmean((each - mean_first) ** 2 for each in firsts) + fmean((each - mean_second) ** 2 for each in seconds)
    by_chance = spread + (mean_first - mean_second) ** 2
    if by_chance < 1e-12:
        return None
    return 1 - fmean((second - first) ** 2 for first, second in marks) / by_chance
