"""Is one thing necessary for another, sufficient for it, both, or neither?"""

from collections.abc import Iterable
from typing import Literal

from course.argument.logic import entails
from course.argument.statement import Statement

Role = Literal["necessary", "sufficient", "both", "neither"]


def role(premises: Iterable[Statement], condition: str, of: str) -> Role:
    """What the premises say about a condition.

    Args:
        premises: what is granted: rules such as “of only if condition”. Facts such as “not: condition” would make
            conditions of anything, because nothing is then left to test.
        condition: letter of what may be a condition.
        of: letter of what it may be a condition of.

    Returns:
        necessary: the other is never true without it (“of only if condition”). sufficient: the other is true whenever
        it is (“if condition, then of”). both, or neither.

    Raises:
        ArgumentError: as `course.argument.entails`.
    """
    given = tuple(premises)
    necessary = entails(given, Statement("only_if", (of, condition)))
    sufficient = entails(given, Statement("if", (condition, of)))
    if necessary and sufficient:
        return "both"
    return "necessary" if necessary else "sufficient" if sufficient else "neither"
