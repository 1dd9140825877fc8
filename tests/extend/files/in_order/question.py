"""Put events in order on a line, from the earliest to the latest."""

from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from course.asked.by_item import OfItems
from course.asked.condition import Condition
from course.asked.fields import Slug
from course.asked.key import Key
from course.asked.prose import as_text
from course.asked.question import Lines, Options, fitting
from course.asked.standing import ANSWERED, Standing, incoherent, incomplete


class InOrderWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of a line."""

    line: tuple[Slug, ...] = ()
    """Events from the earliest to the latest."""
    share: Annotated[float, Meta(gt=0, le=1)] = 1.0
    """At least this share of all pairs of these events stands in this order."""
    any: tuple["InOrderWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "InOrderWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""

    def met(self, answer: list[str]) -> bool:
        """Whether enough pairs are in order; an event that is not on the line is in none."""
        place = {event: n for n, event in enumerate(answer)}
        pairs = [*combinations(self.line, 2)]
        right = sum(a in place and b in place and place[a] < place[b] for a, b in pairs)
        return not pairs or right >= self.share * len(pairs) - 1e-9

    def named(self) -> Iterator[str]:
        """The events that it names."""
        yield from self.line


class InOrder(OfItems, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="in_order"):
    """Put events in order on a line. Answer: a list of item ids, the earliest first."""

    items: Options
    key: Key[InOrderWhen] | None = None
    condition: ClassVar[type[Condition]] = InOrderWhen
    counts_unfinished: ClassVar[bool] = True

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Put the events on the line, the earliest first."

    def standing(self, value: Any) -> Standing:
        """Where a line stands."""
        known = {item.id for item in self.items}
        if not isinstance(value, list) or not all(isinstance(each, str) and each in known for each in value):
            return incoherent("The line holds an event that the question does not have.")
        if len(set(value)) < len(value):
            return incoherent("An event stands on the line twice.")
        left = len(known) - len(value)
        return incomplete(f"{left} of {len(known)} still to put on the line.") if left else ANSWERED

    def in_words(self, answer: Any) -> Lines:
        """The events on the line, the earliest first."""
        texts = {item.id: as_text(item.text) for item in self.items}
        line = answer if isinstance(answer, list) else [] if answer is None else [None]
        return fitting(
            f"{n}. {texts[each]}" if isinstance(each, str) and each in texts else None for n, each in enumerate(line, 1)
        )

    def guess(self, chance: Random) -> list[str]:
        """Any order."""
        return chance.sample([item.id for item in self.items], len(self.items))
