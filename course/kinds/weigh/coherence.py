"""Does what a learner concludes follow from the learner's own ratings? Opinion is free, incoherence is not. Pure.

Tolerances are generous, because the conclusion is the learner's own reckoning: a likelihood ratio is one step of the
scale, a factor of two in the odds.
"""

import math
from collections.abc import Callable
from typing import Literal

from course.kinds.weigh.answer import Weighed
from course.weighing import log_odds

Check = Literal["varied", "direction", "towards", "posterior", "strongest", "removal"]
STEP = math.log(2)
SLIGHT = STEP / 2
"""Evidence of less than half a step, in log-odds, may be called no evidence."""
TIE = STEP / 4
"""Effects that differ by less than a quarter of a step are as good as equal."""
SURE = 0.01
"""Probabilities nearer to 0 or 1 than a slider can say are taken for 1 % and 99 %."""


def coherent(check: Check, weighed: Weighed) -> bool:
    """Whether one part of a conclusion follows from the ratings. A blank part does not.

    Args:
        check: varied: not all rated signals weigh the same, so that there is something to conclude. direction: the
            sign of the total weight; less than half a step may also be called neither. towards: the stated posterior
            lies on that side of the prior. posterior: it lies within one step (a factor of two in the odds) of
            Bayes' rule. strongest: leaving out the signal named moves the result as much as leaving out any other.
            removal: what leaving it out does to the probability.
        weighed: an answer that is complete and in range.
    """
    return _CHECKS[check](weighed)


def _varied(weighed: Weighed) -> bool:
    weights = [w for w in weighed.weighing.weights.values() if w is not None]
    return bool(weights) and max(weights) - min(weights) > TIE


def _direction(weighed: Weighed) -> bool:
    total, said = weighed.weighing.total, weighed.conclusion.direction
    signs = {"raises": total > 0, "lowers": total < 0, "neither": abs(total) < SLIGHT}
    return said is not None and signs[said]


def _towards(weighed: Weighed) -> bool:
    if weighed.conclusion.posterior is None or weighed.prior is None:
        return False
    total, moved = weighed.weighing.total, _bounded(weighed.conclusion.posterior) - _bounded(weighed.prior)
    if abs(total) < SLIGHT:
        return abs(moved) <= STEP
    # A prior at the end of the slider can't be left any farther.
    return moved * total > 0 or (moved == 0 and abs(_bounded(weighed.prior)) >= -log_odds(SURE))


def _posterior(weighed: Weighed) -> bool:
    if weighed.conclusion.posterior is None:
        return False
    return abs(_bounded(weighed.conclusion.posterior) - _bounded(weighed.weighing.probability)) <= STEP + 1e-9


def _strongest(weighed: Weighed) -> bool:
    effects = weighed.removals
    named = effects.get(weighed.conclusion.strongest or "")
    return named is not None and abs(named) > max(abs(each) for each in effects.values()) - TIE


def _removal(weighed: Weighed) -> bool:
    effect, said = weighed.removals.get(weighed.conclusion.strongest or ""), weighed.conclusion.removal
    if effect is None or said is None:
        return False
    return {"rises": effect > 0, "falls": effect < 0, "stays": abs(effect) < TIE}[said]


def _bounded(probability: float) -> float:
    return log_odds(min(max(probability, SURE), 1 - SURE))


_CHECKS: dict[Check, Callable[[Weighed], bool]] = {
    "varied": _varied,
    "direction": _direction,
    "towards": _towards,
    "posterior": _posterior,
    "strongest": _strongest,
    "removal": _removal,
}
