"""How many items of an answer a key finds right, for kinds whose points are given by items. Pure."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, TypeAlias

import msgspec

from course.asked.condition import Condition, named

Reading: TypeAlias = tuple[tuple[Any, bool], ...]
"""Conditions, each with whether it has to hold: one way to meet a key."""


class Counted(msgspec.Struct, frozen=True):
    """How many items are right, of those that the key speaks of.

    Attributes:
        right: how many are as all criteria together have them.
        of: of how many.
        free: how many would be right whatever was answered, such as the first of a ranking.
    """

    right: int
    of: int
    free: int = 0

    @property
    def share(self) -> float:
        """The share of items right, those apart that anybody has right; 0 to 1."""
        return max(0, self.right - self.free) / (self.of - self.free) if self.of > self.free else float(self.right > 0)


class ByItems(msgspec.Struct, frozen=True):
    """Answers to whoever counts the items that are right. A kind that overrides nothing has its criteria add up."""

    counts_as: ClassVar[str] = "right"
    """What an item is called that counts."""

    @property
    def options(self) -> Sequence[Any]:
        """Its choices or items, in the bank's order."""
        raise NotImplementedError

    def counted(self, conditions: Sequence[Any], answer: Any) -> Counted | None:  # noqa: ANN401, ARG002 - as conditions take it
        """How many items of an answer are as all conditions together have them; None: items don't count here.

        An item that the answer leaves open is not right. Where conditions leave several ways, the best one counts.
        """
        return None

    def uncounted(self, conditions: Sequence[Any]) -> Iterator[str]:
        """What of a key counting can't see, a line each: items of which it says nothing, and denials of several."""
        if self.counted(conditions, None) is None:
            return
        for when in _all(conditions):
            if when.not_ is not None and (len({*when.not_.named()}) > 1 or (when.not_.any and {*when.not_.named()})):
                yield "criteria: points are given by items, so `not` can deny one item at a time and no more."
        said = named(conditions)
        for option in self.options:
            if option.id not in said:
                yield f"item “{option.id}”: points are given by items; expected a criterion that says what is right."


def readings(conditions: Iterable[Condition]) -> Iterator[Reading]:
    """Every way to meet conditions: of each `any`, one member; what must not hold is denied."""
    for way in itertools.product(*(_ways(each) for each in conditions)):
        yield tuple(pair for part in way for pair in part)


def best(found: Iterable[Counted]) -> Counted | None:
    """The count with the largest share, of those that speak of any item."""
    return max((each for each in found if each.of), key=lambda each: each.share, default=None)


def _ways(when: Condition) -> list[Reading]:
    # A bare condition, without members of a kind, names no item.
    ways: list[Reading] = [((when, True),) if when.members() else ()]
    if when.any:
        ways = [(*way, *more) for way in ways for each in when.any for more in _ways(each)]
    if when.not_ is not None:
        ways = [(*way, *_denied(when.not_)) for way in ways]
    return ways


def _denied(when: Condition) -> Reading:
    if when.any:
        return tuple(pair for each in when.any for pair in _denied(each))
    return ((when, False),) if when.members() else ()


def _all(conditions: Iterable[Any]) -> Iterator[Any]:
    for each in conditions:
        yield each
        yield from _all(each.parts)
