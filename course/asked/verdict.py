"""What an answer, as far as it has come, settles of a condition with several members. Pure."""

from collections.abc import Iterable
from typing import Any

import msgspec

from course.asked.condition import Condition


class Found(msgspec.Struct, frozen=True):
    """What was found of one member of a condition.

    Attributes:
        met: whether it is met by what is there; None if that is not settled.
        gate: whether the condition is not about this, but can be judged only where this is met. What a learner reads
            when a condition is missed speaks of the others.
    """

    met: bool | None
    gate: bool = False


def found(met: bool, *, open_: bool, gate: bool = False) -> Found:
    """What was found of a member that is met or, while what could still meet it is open, not settled."""
    return Found(met or (None if open_ else False), gate)


def verdict(condition: Condition, members: Iterable[Found], answer: Any, finished: bool) -> bool | None:  # noqa: ANN401 - as `Condition.decided`
    """Whether a condition holds of an answer as far as it has come; None where that is not settled.

    Args:
        condition: of the kind; what it has of `any` and `not` is asked in its turn.
        members: what was found of its own.
        answer: as for `Condition.decided`.
        finished: the same.
    """
    own = [*members]
    gates, parts = [each.met for each in own if each.gate], [each.met for each in own if not each.gate]
    if condition.any:
        ways = [_settled(each, answer, finished) for each in condition.any]
        parts.append(True if True in ways else None if None in ways else False)
    if condition.not_ is not None:
        denied = condition.not_.holds(answer) if finished else _settled(condition.not_, answer, finished)
        parts.append(None if denied is None else not denied)
    if not parts:
        gates, parts = [], gates
    if False in parts:
        return False
    return True if all(each is True for each in (*parts, *gates)) else None


def _settled(condition: Condition, answer: Any, finished: bool) -> bool | None:  # noqa: ANN401
    return condition.holds(answer) if condition.decided(answer, finished) else None
