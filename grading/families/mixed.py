"""Mix variants from a few wordings of each part, so that every variant has the same parts in other words. Pure."""

from collections.abc import Sequence
from typing import TypeVar

from grading.families.family import FamilyError

T = TypeVar("T")
VARIANTS = 12


def pick(wordings: Sequence[T], variant: int, part: int) -> T:
    """The wording of a part in a variant: neighbours differ, and what goes together in one goes apart in the next.

    Args:
        wordings: of the part, any number.
        variant: its number, from 0.
        part: the number of the part in its question, from 0.
    """
    return wordings[(variant + part * (variant // len(wordings))) % len(wordings)]


def turned(parts: Sequence[T], variant: int) -> list[T]:
    """The parts in an order of this variant, which says nothing of what they are."""
    order = sorted(range(len(parts)), key=lambda place: (place * 7 + variant * 5 + place * place * 3) % 23)
    return [parts[place] for place in order]


def sure(holds: bool, what: str) -> None:
    """Hold what a family rests on.

    Raises:
        FamilyError: it does not hold.
    """
    if not holds:
        raise FamilyError(f"{what} does not hold.")
