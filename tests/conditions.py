"""Conditions of keys as tests write them, without a bank around them."""

from typing import Any

import msgspec

from course.asked import Asked, Condition
from course.kinds import KINDS


def condition(members: dict[str, Any]) -> Condition:
    """The condition of the first kind that has these members."""
    return _found(members)[1]


def holds(members: dict[str, Any], value: Any) -> bool:
    """Whether an answer to a question of that kind meets the condition; the answer is JSON."""
    kind, made = _found(members)
    return made.settles(kind.read(None, value)) is True  # type: ignore[arg-type] # no kind looks at the question to read an answer


def _found(members: dict[str, Any]) -> tuple[type[Asked], Condition]:
    for kind in KINDS.values():
        try:
            return kind, msgspec.convert(members, kind.condition)
        except msgspec.ValidationError:
            continue
    raise AssertionError(f"no kind of question has a condition with {members}")
