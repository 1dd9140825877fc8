"""Does an answer meet a condition of a key? For a deal the table of positions is read; all else is pure."""

from typing import Any

from course.questions.key import Sum, When
from course.questions.weighed import Weighed, parse, stories
from course.scoring.arguing import argues
from course.scoring.coherence import coherent
from course.scoring.dealing import deals

PERCENTAGE_POINT = 0.01 + 1e-9
"""Panels take whole percentages, so thirds can miss a sum by one."""


def holds(when: When, value: Any) -> bool:  # noqa: ANN401 - an answer is any JSON value
    """Whether an answer meets every member of a condition.

    Args:
        when: the condition, already checked to fit the question.
        value: an answer whose form fits the question, perhaps incomplete. What it does not speak of is not met:
            an item not placed is in no category, a pair not fully ranked is in no order.
    """
    return (
        (not when.chose or value in when.chose)
        and all(i in value for i in when.includes)
        and not any(i in value for i in when.excludes)
        and all(_in(value.get(i), wanted) for i, wanted in when.places.items())
        and all(_both(value, a, b) and value[a] < value[b] for a, b in when.before)
        and all(value.get(i) is not None and lo <= value[i] <= hi for i, (lo, hi) in when.between.items())
        and all(_both(value, a, b) and value[a] <= value[b] for a, b in when.at_most)
        and all(_adds_up(value, each) for each in when.adds_up)
        and (not (when.rates or when.together or when.coherent) or _weighs(when, parse(value)))
        and argues(when, value)
        and deals(when, value)
        and (not when.any or any(holds(w, value) for w in when.any))
        and (when.not_ is None or not holds(when.not_, value))
    )


def negated(when: When) -> bool:
    """Whether a condition asks, anywhere in it, that something is absent."""
    return bool(when.excludes) or when.not_ is not None or any(negated(w) for w in when.any)


def _weighs(when: When, weighed: Weighed) -> bool:
    told = [set(group) for group in stories(weighed).values()]
    steps = {signal: rating.step for signal, rating in weighed.ratings.items()}
    return (
        all((step := steps.get(s)) is not None and lo <= step <= hi for s, (lo, hi) in when.rates.items())
        and all(any(set(group) <= story for story in told) for group in when.together)
        and all(coherent(check, weighed) for check in when.coherent)
    )


def _adds_up(value: dict[str, Any], told: Sum) -> bool:
    named = [*told.parts, *([told.whole] if told.whole else [])]
    if any(value.get(each) is None for each in named):
        return False
    whole = float(value[told.whole]) if told.whole else 1.0
    return abs(sum(float(value[each]) for each in told.parts) - whole) <= PERCENTAGE_POINT


def _in(category: str | None, wanted: str | tuple[str, ...]) -> bool:
    return category is not None and (category == wanted if isinstance(wanted, str) else category in wanted)


def _both(value: dict[str, Any], a: str, b: str) -> bool:
    return value.get(a) is not None and value.get(b) is not None
