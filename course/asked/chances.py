"""Questions that are answered by probabilities, {item id: 0 to 1}. Pure."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from course.asked.by_item import OfItems, both, given, lines
from course.asked.condition import Condition
from course.asked.fields import Pair, Slug
from course.asked.key import Key
from course.asked.percent import in_percent
from course.asked.question import Asked, Lines
from course.asked.standing import incoherent

PERCENTAGE_POINT = 0.01 + 1e-9
"""Panels take whole percentages, so thirds can miss a sum by one."""
OUT_OF_RANGE = incoherent("Every probability lies between 0 and 1 (0 % and 100 %).")
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

    def met(self, answer: dict[str, Any]) -> bool:
        """Whether probabilities meet all of it; of an item without one nothing is met."""
        return (
            all(answer.get(i) is not None and lo <= answer[i] <= hi for i, (lo, hi) in self.between.items())
            and all(both(answer, a, b) and answer[a] <= answer[b] for a, b in self.at_most)
            and all(each.adds_up(answer) for each in self.adds_up)
        )

    def named(self) -> Iterator[str]:
        """The events that it names."""
        yield from self.between
        yield from (i for pair in self.at_most for i in pair)
        yield from (i for each in self.adds_up for i in (*each.parts, *([each.whole] if each.whole else [])))


def chances(question: Asked, value: Any) -> dict[str, Any] | None:  # noqa: ANN401 - any JSON value
    """The probabilities given; None if that is no such answer."""
    said = given(question, value)
    fits = said is not None and all(type(v) in (int, float) and 0 <= v <= 1 for v in said.values())
    return said if fits else None


class OfChances(OfItems, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question that asks how probable each of some events is."""

    key: Key[ChancesWhen] | None = None
    condition: ClassVar[type[Condition]] = ChancesWhen

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """Each event with its probability."""
        return lines(self, answer, _line)


def _line(item: str, said: Any) -> str | None:  # noqa: ANN401 - any JSON value
    return f"{item}: {in_percent(said)}%" if type(said) in (int, float) and 0 <= said <= 1 else None
