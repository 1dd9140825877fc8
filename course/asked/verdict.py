"""What an answer, as far as it has come, settles of a condition with several members. Pure."""

from collections.abc import Iterable
from typing import Any

import msgspec

from course.asked.condition import Condition

HIGHEST = 2
"""Of the levels, from 0."""


class Found(msgspec.Struct, frozen=True):
    """What was found of one member of a condition.

    Attributes:
        met: whether it is met by what is there; None if that is not settled.
        level: a condition is about its members of the highest level, and so is what a learner reads where it is missed.
            Those of a lower level only say whether it can be judged.
    """

    met: bool | None
    level: int


def found(met: bool, *, level: int, open_: bool = False) -> Found:
    """What was found of a member that is met or, while what could still meet it is open, not settled."""
    return Found(met or (None if open_ else False), level)


def verdict(condition: Condition, members: Iterable[Found], answer: Any, finished: bool) -> bool | None:  # noqa: ANN401 - as `Condition.settles`
    """Whether a condition holds of an answer as far as it has come; None where that is not settled.

    Args:
        condition: of the kind.
        members: what was found of its own. What it has of `any` and `not` is of the highest level.
        answer: as for `Condition.settles`.
        finished: the same.
    """
    own = [*members]
    top = max((each.level for each in own), default=0) if not condition.parts else HIGHEST
    gates, parts = [each.met for each in own if each.level < top], [each.met for each in own if each.level == top]
    if condition.any:
        ways = [each.settles(answer, finished) for each in condition.any]
        parts.append(True if True in ways else None if None in ways else False)
    if condition.not_ is not None:
        denied = condition.not_.settles(answer, finished)
        parts.append(None if denied is None and not finished else not denied)
    if False in parts:
        return False
    return True if all(each is True for each in (*parts, *gates)) else None
