"""What a key may ask of probabilities. Pure."""

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from course.asked.by_item import TINY, both, no_more, within
from course.asked.condition import Condition
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
    different: Annotated[int, Meta(ge=2, le=20)] | None = None
    """So many of the probabilities differ from one another; each that is certain, 0 or 1, counts as one that does."""
    given: "ChancesWhen | None" = None
    """Only where this holds is the rest judged; else it earns nothing and nothing is told."""
    any: tuple["ChancesWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "ChancesWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""

    def met(self, answer: dict[str, Any]) -> bool:
        """Whether probabilities meet all of it; of an item without one nothing is met."""
        return (
            all(self.each(answer).values())
            and all(each.adds_up(answer) for each in self.adds_up)
            and (self.different is None or _different(answer) >= self.different)
        )

    def decided(self, answer: dict[str, Any], finished: bool) -> bool:
        """As of every condition. Numbers still to come may make more of them different."""
        if self.given is not None and not (self.given.decided(answer, finished) and self.given.holds(answer)):
            return False
        enough = self.different is None or _different(answer) >= self.different
        return finished or (enough and Condition.decided(self, answer, finished))

    @property
    def parts(self) -> tuple["ChancesWhen", ...]:
        """The conditions within this one."""
        return (*self.any, *(each for each in (self.not_, self.given) if each is not None))

    def unfit(self, question: Any) -> Iterator[str]:  # noqa: ANN401 - a question of probabilities
        """What it names that the question does not have, and what it asks for that learners are not told."""
        yield from Condition.unfit(self, question)
        if self.different is not None and self.different != getattr(question, "different", None):
            yield f"when: different: expected a question with different = {self.different}, which tells learners of it."

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


def _different(answer: dict[str, Any]) -> int:
    said = [float(each) for each in answer.values() if each is not None]
    return len({round(each, 6) for each in said if each not in (0, 1)}) + sum(each in (0, 1) for each in said)
