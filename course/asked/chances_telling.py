"""Sums and orders of probabilities, and whether probabilities that keep to them say more than one number. Pure."""

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from course.asked.by_item import TINY, both, no_more
from course.asked.fields import Pair, Slug

PERCENTAGE_POINT = 0.01 + TINY
"""Panels take whole percentages, so thirds can miss a sum by one."""


class Sum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Events of which exactly one comes if the whole comes, and none otherwise. Without `whole`: one comes for sure."""

    parts: Annotated[tuple[Slug, ...], Meta(min_length=2)]
    whole: Slug | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The events of it."""
        return (*self.parts, *([self.whole] if self.whole else []))

    def adds_up(self, answer: dict[str, Any]) -> bool:
        """Whether the parts are together as probable as the whole, to a percentage point; not if one is missing."""
        if any(answer.get(each) is None for each in self.named):
            return False
        whole = float(answer[self.whole]) if self.whole else 1.0
        return abs(sum(float(answer[each]) for each in self.parts) - whole) <= PERCENTAGE_POINT


def in_order(answer: dict[str, Any], pair: tuple[str, str]) -> bool:
    """Whether the first of two events is given and not more probable than the second."""
    return both(answer, *pair) and no_more(answer[pair[0]], answer[pair[1]])


def different(answer: dict[str, Any]) -> int:
    """How many different probabilities there are. Who is certain says much, so each 0 and each 1 counts as another."""
    said = [float(each) for each in answer.values() if each is not None]
    return len({round(each, 6) for each in said if each not in (0, 1)}) + sum(each in (0, 1) for each in said)


class Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So many different probabilities among those that keep to one of these orders and sums.

    Numbers that contradict one another are not counted: a wrong one must not lend weight to the others.
    """

    least: Annotated[int, Meta(ge=2, le=20)]
    at_most: tuple[Pair, ...] = ()
    adds_up: tuple[Sum, ...] = ()

    def holds(self, answer: dict[str, Any]) -> bool:
        """Whether there are so many."""
        kept = {i for pair in self.at_most if in_order(answer, pair) for i in pair}
        kept |= {i for each in self.adds_up if each.adds_up(answer) for i in each.named}
        return different({i: answer[i] for i in kept}) >= self.least

    def named(self) -> Iterator[str]:
        """The events that it names."""
        yield from (i for pair in self.at_most for i in pair)
        yield from (i for each in self.adds_up for i in each.named)
