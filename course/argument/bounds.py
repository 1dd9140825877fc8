"""From how sure the premises are to how sure the conclusion can be.

A hedge does not vanish in an argument. Of a valid one, the uncertainty of the conclusion, 1 − P(conclusion), is at
most the sum of the uncertainties of its premises (E. W. Adams, *The Logic of Conditionals*, 1975). For the brief: if a
reset needs dialogue, and dialogue needs steps or a waiver, then P(reset) ≤ P(steps) + P(waiver). Premises are read as
material statements, each with a probability; nothing is assumed about dependence between them.
"""

import math
from collections.abc import Sequence

import msgspec

from course.argument.judge import judge
from course.argument.logic import ArgumentError
from course.argument.statement import Statement


class Bounds(msgspec.Struct, frozen=True):
    """Between which probabilities the conclusion lies, by what is said of the premises alone.

    Attributes:
        low: at least this probable, 0 to 1.
        support: the smallest set of premises that shows it, by place; empty if none does.
    """

    low: float
    support: tuple[int, ...]


def bounds(premises: Sequence[Statement], probabilities: Sequence[float], conclusion: Statement) -> Bounds:
    """The least probability that the premises leave to the conclusion.

    Args:
        premises: in order.
        probabilities: of each premise, 0 to 1.
        conclusion: what follows.

    Returns:
        The best of the bounds 1 − Σ (1 − p) over every smallest set of premises that entails the conclusion. 0 if the
        argument is not valid or its premises contradict each other: then they promise nothing.

    Raises:
        ArgumentError: a probability is not between 0 and 1, or there is not one for each premise; or as `judge`.
    """
    if len(probabilities) != len(premises):
        raise ArgumentError(f"Expected {len(premises)} probabilities, one a premise, found {len(probabilities)}.")
    for place, p in enumerate(probabilities, 1):
        if not 0 <= p <= 1:
            raise ArgumentError(f"Premise {place}: expected a probability from 0 to 1, found {p}.")
    best = Bounds(0.0, ())
    for support in judge(premises, conclusion).supports:
        low = 1 - math.fsum(1 - probabilities[place] for place in support)
        if low > best.low:
            best = Bounds(low, support)
    return best
