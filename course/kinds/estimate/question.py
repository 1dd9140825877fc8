"""Guess how many, before the number is shown."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from course.asked.by_item import OfItems, given, how_far, lines, within
from course.asked.condition import Condition
from course.asked.fields import Slug
from course.asked.key import Key
from course.asked.moment import moment
from course.asked.prose import as_text
from course.asked.question import Lines, Option
from course.asked.report import Pick
from course.asked.shown import Committed
from course.asked.standing import Standing, incoherent

Count = Annotated[int, Meta(ge=0, le=1000)]


class EstimateWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of guesses."""

    between: dict[Slug, tuple[Count, Count]] = msgspec.field(default_factory=dict)
    """Every item named lies in its closed interval."""
    any: tuple["EstimateWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "EstimateWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "EstimateWhen | None" = None
    """Only where this holds is the rest judged."""

    def met(self, answer: dict[str, Any]) -> bool:
        """Whether every item named lies in its interval; one not guessed lies in none."""
        return all(self.each(answer).values())

    def each(self, answer: dict[str, Any]) -> dict[str, bool]:
        """Whether each item named lies in its interval."""
        return {i: within(answer, i, span) for i, span in self.between.items()}

    def named(self) -> Iterator[str]:
        """The items that it names."""
        yield from self.between


class Estimate(OfItems, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="estimate"):
    """Guess how many. Answer: {item id: whole number, 0 to `most`}."""

    items: Annotated[tuple[Option, ...], Meta(min_length=1, max_length=6)]
    most: Annotated[int, Meta(ge=1, le=60)]
    """The largest number that can be guessed; the page draws so many squares."""
    found: dict[Slug, Count] = msgspec.field(default_factory=dict)
    """Item to the number that comes out, told once the guess is committed."""
    key: Key[EstimateWhen] | None = None
    condition: ClassVar[type[Condition]] = EstimateWhen
    keeps_first: ClassVar[bool] = True
    counts_unfinished: ClassVar[bool] = True

    @property
    def minutes(self) -> float:
        """A third of one: it is a number off the top of one's head."""
        return 0.3

    @property
    def instruction(self) -> str:
        """What to do."""
        return f"Guess a number from 0 to {self.most}, then commit."

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where guesses stand."""
        said = given(self, value)
        if said is None or not all(type(v) is int and 0 <= v <= self.most for v in said.values()):
            return incoherent(f"Every guess is a whole number from 0 to {self.most}.")
        return how_far(self, said, "guess")

    def faults(self) -> Iterator[str]:
        """Whether what comes out is asked and can be guessed."""
        yield from OfItems.faults(self)
        ids = {o.id for o in self.items}
        yield from (f"found: “{i}” is not an item." for i in self.found if i not in ids)
        yield from (f"found: expected at most {self.most} for “{i}”." for i, n in self.found.items() if n > self.most)

    def page(self) -> dict[str, Any]:
        """The largest number, and what the button says."""
        return {"most": self.most} | ({} if self.points is not None or self.key else {"commit": "Commit my guess"})

    def reveals(self, value: Any, first: Committed | None) -> dict[str, Any]:  # noqa: ANN401, ARG002 - any JSON value
        """Once committed: the first guess beside what comes out."""
        guessed = given(self, first.value) if first else None
        if not guessed:
            return {}
        told = [
            f"{as_text(item.text)}: you guessed {guessed[item.id]} of {self.most}, and it is {self.found[item.id]}."
            for item in self.items
            if item.id in guessed and item.id in self.found
        ]
        return {"moment": moment([], " ".join(told) or "Your guess is kept.", "")}

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """Each item with its number."""
        return lines(self, answer, self._line)

    def _line(self, item: str, said: Any) -> str | None:  # noqa: ANN401 - any JSON value
        return f"{item}: {said}" if type(said) is int and 0 <= said <= self.most else None

    def possible(self, joined: Sequence[EstimateWhen]) -> bool:
        """Whether each item's intervals have a number in common."""
        for item in self.items:
            spans = [(0, self.most), *(each.between[item.id] for each in joined if item.id in each.between)]
            if max(low for low, _ in spans) > min(high for _, high in spans):
                return False
        return True

    def picks(self, key: Key[Any]) -> tuple[Pick, ...]:  # noqa: ARG002 - whatever it asks
        """Nothing: hardly two learners guess alike."""
        return ()

    def guess(self, chance: Random) -> dict[str, int]:
        """Any number."""
        return {item.id: chance.randrange(self.most + 1) for item in self.items}
