"""Conditions on a deal that a learner proposes, and on the positions relaxed for it."""

from typing import Any

from course.bargaining import distance, objections, relaxed, zone
from course.questions.dealt import Dealt, parse
from course.questions.key import When
from course.questions.positions import positions


def deals(when: When, value: Any) -> bool:  # noqa: ANN401 - an answer is any JSON value
    """Whether a deal meets the members of a condition that speak of deals; true if none does."""
    asked = (when.agreed, when.spare, when.fewest)
    if not (when.proposes or when.relaxes) and asked == (None, None, None):
        return True
    dealt = parse(value)
    return (
        all(_proposes(dealt, issue, wanted) for issue, wanted in when.proposes.items())
        and set(when.relaxes) <= set(dealt.relaxed)
        and (when.agreed is None or when.agreed is agreed(dealt))
        and (when.spare is None or when.spare is _spare(dealt))
        and (when.fewest is None or when.fewest is _fewest(dealt))
    )


def agreed(dealt: Dealt) -> bool:
    """Whether every side accepts the terms, positions relaxed as in the answer."""
    table = positions(tuple(dealt.terms))
    return bool(dealt.terms) and not objections(relaxed(table, dealt.relaxed), dealt.terms)


def _proposes(dealt: Dealt, issue: str, wanted: str | tuple[str, ...]) -> bool:
    return dealt.terms.get(issue) in ((wanted,) if isinstance(wanted, str) else wanted)


def _spare(dealt: Dealt) -> bool:
    table = positions(tuple(dealt.terms))
    needed = {(each.side, each.issue, each.option) for each in objections(table, dealt.terms)}
    return bool(set(dealt.relaxed) - needed)


def _fewest(dealt: Dealt) -> bool:
    table = positions(tuple(dealt.terms))
    return bool(zone(relaxed(table, dealt.relaxed))) and len(dealt.relaxed) == distance(table)
