"""Where in an answer a condition of a key belongs, and which items fit a key one by one. Pure."""

from collections.abc import Iterable
from typing import Any

from course.asked.condition import Condition


def place(condition: Condition, answer: Any) -> str:  # noqa: ANN401 - as conditions take it
    """The one item, or part of a built answer, that a condition is about; "" if there are several, or none."""
    found = _about(condition, answer)
    return found.pop() if len(found) == 1 else ""


def fits(conditions: Iterable[Condition], answer: Any) -> dict[str, bool]:  # noqa: ANN401 - as conditions take it
    """Whether each item that conditions judge by itself is as all of them have it."""
    found: dict[str, bool] = {}
    for condition in conditions:
        for item, right in _each(condition, answer).items():
            found[item] = found.get(item, True) and right
    return found


def _about(condition: Condition, answer: Any) -> set[str]:  # noqa: ANN401
    return {*condition.about(answer), *(each for part in condition.parts for each in _about(part, answer))}


def _each(condition: Condition, answer: Any) -> dict[str, bool]:  # noqa: ANN401
    found = dict(condition.each(answer))
    if condition.any:
        met = any(each.settles(answer) for each in condition.any)
        ways = [_each(each, answer) for each in condition.any]
        for item in {item for way in ways for item in way}:
            found[item] = found.get(item, True) and (met or any(way.get(item, False) for way in ways))
    if condition.not_ is not None:
        named = _each(condition.not_, answer)
        if len(named) == 1:  # of several, no one alone is to blame
            (item,) = named
            found[item] = found.get(item, True) and not condition.not_.settles(answer)
    return found
