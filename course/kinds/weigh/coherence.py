"""Does what a learner concludes follow from the learner's own ratings? Opinion is free, incoherence is not. Pure.

Tolerances are generous, because the conclusion is the learner's own reckoning: a likelihood ratio is one step of the
scale, a factor of two in the odds. They are the same at both ends of every scale, and rounding never decides: log-odds
that differ by no more than `NEAR` count as equal.
"""

import math
from collections.abc import Callable
from typing import Literal

from course.kinds.weigh.answer import Weighed, is_rated
from course.weighing import TOLERANCE as NEAR
from course.weighing import log_odds

Check = Literal["varied", "unmoved", "direction", "towards", "posterior", "strongest", "removal"]
STEP = math.log(2)
SLIGHT = STEP / 2
"""Evidence of no more than half a step, in log-odds, may be called no evidence."""
TIE = STEP / 4
"""Effects that differ by no more than a quarter of a step are as good as equal."""
SURE = 0.01
"""Probabilities nearer to 0 or 1 than a slider can say are taken for 1 % and 99 %."""
END = -log_odds(SURE)
"""The log-odds of the upper end of the slider; those of the lower are its opposite."""
ROUNDED = 0.005 + NEAR
"""A slider takes whole percentages, so the nearest to Bayes' rule may lie half a point from it."""


def coherent(check: Check, weighed: Weighed) -> bool:
    """Whether one part of a conclusion follows from the ratings. A blank part does not.

    Args:
        check: varied: not all rated signals weigh the same. unmoved: none of them weighs anything, so that every
            part of the conclusion follows from that alone. direction: the sign of the total weight; no more than half
            a step may also be called neither. towards: the stated posterior lies on that side of the prior, unless
            the prior is at the end of the slider already. posterior: it lies within one step (a factor of two in the
            odds) of Bayes' rule, and at least half of the way there from the prior, where the ratings move it by more
            than half a step. strongest: leaving out the signal named moves the result as much as leaving out any
            other. removal: what leaving it out does to the probability.
        weighed: an answer in range.
    """
    return _CHECKS[check](weighed)


def settled(check: Check, weighed: Weighed) -> bool:
    """Whether an answer, which may be unfinished, says all that a check is about: every rating, and its parts."""
    parts = {"prior": weighed.prior} | {name: getattr(weighed.conclusion, name) for name in _PARTS[check]}
    rated = all(is_rated(each) for each in weighed.ratings.values())
    return rated and all(parts[name] is not None for name in (*_PARTS[check], *_PRIOR.get(check, ())))


def _weights(weighed: Weighed) -> list[float]:
    return [weight for weight in weighed.weighing.weights.values() if weight is not None]


def _varied(weighed: Weighed) -> bool:
    weights = _weights(weighed)
    return bool(weights) and max(weights) - min(weights) >= TIE - NEAR


def _unmoved(weighed: Weighed) -> bool:
    weights = _weights(weighed)
    return bool(weights) and max(map(abs, weights)) <= NEAR


def _direction(weighed: Weighed) -> bool:
    total, said = weighed.weighing.total, weighed.conclusion.direction
    signs = {"raises": total > NEAR, "lowers": total < -NEAR, "neither": abs(total) <= SLIGHT + NEAR}
    return said is not None and signs[said]


def _towards(weighed: Weighed) -> bool:
    said = weighed.conclusion.posterior
    if said is None or weighed.prior is None:
        return False
    if _as_near_as_a_slider_gets(said, weighed):
        return True
    total, prior = weighed.weighing.total, _bounded(weighed.prior)
    moved = _bounded(said) - prior
    if abs(total) <= SLIGHT + NEAR:
        return abs(moved) <= STEP + NEAR
    way = math.copysign(1, total)
    # A prior at that end of the slider can't be left any farther.
    return moved * way > NEAR or (abs(moved) <= NEAR and prior * way >= END - NEAR)


def _posterior(weighed: Weighed) -> bool:
    said = weighed.conclusion.posterior
    if said is None or weighed.prior is None:
        return False
    bayes, prior = _bounded(weighed.weighing.probability), _bounded(weighed.prior)
    if abs(_bounded(said) - bayes) > STEP + NEAR:
        return False
    way, slight = bayes - prior, abs(weighed.weighing.total) <= SLIGHT + NEAR
    gone = (_bounded(said) - prior) * math.copysign(1, way)
    return slight or gone >= abs(way) / 2 - NEAR or _as_near_as_a_slider_gets(said, weighed)


def _as_near_as_a_slider_gets(said: float, weighed: Weighed) -> bool:
    return abs(_in_range(said) - _in_range(weighed.weighing.probability)) <= ROUNDED


def _strongest(weighed: Weighed) -> bool:
    effects = weighed.removals
    named = effects.get(weighed.conclusion.strongest or "")
    return named is not None and abs(named) >= max(abs(each) for each in effects.values()) - TIE - NEAR


def _removal(weighed: Weighed) -> bool:
    effect, said = weighed.removals.get(weighed.conclusion.strongest or ""), weighed.conclusion.removal
    if effect is None or said is None:
        return False
    return {"rises": effect > NEAR, "falls": effect < -NEAR, "stays": abs(effect) <= TIE + NEAR}[said]


def _in_range(probability: float) -> float:
    return min(max(probability, SURE), 1 - SURE)


def _bounded(probability: float) -> float:
    return log_odds(_in_range(probability))


_CHECKS: dict[Check, Callable[[Weighed], bool]] = {
    "varied": _varied,
    "unmoved": _unmoved,
    "direction": _direction,
    "towards": _towards,
    "posterior": _posterior,
    "strongest": _strongest,
    "removal": _removal,
}
_PARTS: dict[Check, tuple[str, ...]] = {
    "varied": (),
    "unmoved": (),
    "direction": ("direction",),
    "towards": ("posterior",),
    "posterior": ("posterior",),
    "strongest": ("strongest",),
    "removal": ("strongest", "removal"),
}
_PRIOR: dict[Check, tuple[str, ...]] = {"towards": ("prior",), "posterior": ("prior",)}
