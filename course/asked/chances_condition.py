"""What a key may ask of probabilities. Pure."""

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from course.asked.by_item import TINY, both, no_more, within
from course.asked.condition import Condition, answered, named
from course.asked.fields import Pair, Slug

PERCENTAGE_POINT = 0.01 + TINY
"""Panels take whole percentages, so thirds can miss a sum by one."""
Unit = Annotated[float, Meta(ge=0, le=1, description="a probability, 0 to 1")]


class Sum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Events of which exactly one comes if the whole comes, and none otherwise. Without `whole`: one comes for sure."""

    parts: Annotated[tuple[Slug, ...], Meta(min_length=2)]
    whole: Slug | None = None

    def adds_up(self, answer: dict[str, Any]) -> bool:
        """Whether the parts are together as probable as the whole, to a percentage point; not if one is missing."""
        named = [*self.parts, *([self.whole] if self.whole else [])]
        if any(answer.get(each) is None for each in named):
            return False
        whole = float(answer[self.whole]) if self.whole else 1.0
        return abs(sum(float(answer[each]) for each in self.parts) - whole) <= PERCENTAGE_POINT


class ChancesWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of probabilities."""

    between: dict[Slug, tuple[Unit, Unit]] = msgspec.field(default_factory=dict)
    """Every item named lies in its closed interval."""
    at_most: tuple[Pair, ...] = ()
    """In every pair the first is not more probable than the second."""
    adds_up: tuple[Sum, ...] = ()
    """In every sum the parts are together as probable as the whole, to a percentage point."""
    any: tuple["ChancesWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "ChancesWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "ChancesWhen | None" = None
    """Only where this holds is the rest judged."""

    def met(self, answer: dict[str, Any]) -> bool:
        """Whether probabilities meet all of it; of an item without one nothing is met."""
        return all(self.each(answer).values()) and all(each.adds_up(answer) for each in self.adds_up)

    def settled_by(self, answer: dict[str, Any], finished: bool) -> bool | None:
        """Once all numbers that it speaks of are given, no other number changes it, not even where it denies."""
        told = finished or named((self,)) <= answered(answer)
        return Condition.settled_by(self, answer, finished=True) if told else None

    def about(self, answer: dict[str, Any]) -> Iterator[str]:  # noqa: ARG002 - whatever was said
        """Events with an interval, the first of each pair, and the whole for a sum."""
        yield from self.between
        yield from (first for first, _ in self.at_most)
        yield from ("" for _ in self.adds_up)

    def each(self, answer: dict[str, Any]) -> dict[str, bool]:
        """Whether each event named lies in its interval, and is in order with all that it is paired with."""
        right = {i: within(answer, i, span) for i, span in self.between.items()}
        for a, b in self.at_most:
            ok = both(answer, a, b) and no_more(answer[a], answer[b])
            right |= {i: right.get(i, True) and ok for i in (a, b)}
        return right

    def named(self) -> Iterator[str]:
        """The events that it names."""
        yield from self.between
        yield from (i for pair in self.at_most for i in pair)
        yield from (i for each in self.adds_up for i in (*each.parts, *([each.whole] if each.whole else [])))
