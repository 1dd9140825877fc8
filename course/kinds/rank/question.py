"""Put items in order."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Any, ClassVar

import msgspec

from course.asked.by_item import OfItems, both, given, how_far, lines
from course.asked.condition import Condition
from course.asked.counted import Counted
from course.asked.fields import Pair
from course.asked.key import Key
from course.asked.question import Lines, Options
from course.asked.report import Pick
from course.asked.standing import Standing, incoherent
from course.kinds.rank import check, counted


class RankWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of a ranking."""

    before: tuple[Pair, ...] = ()
    """In every pair the first item ranks before the second."""
    any: tuple["RankWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "RankWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "RankWhen | None" = None
    """Only where this holds is the rest judged."""

    def met(self, answer: dict[str, Any]) -> bool:
        """Whether every pair is in order; one not fully ranked is in none."""
        return all(both(answer, a, b) and answer[a] < answer[b] for a, b in self.before)

    def about(self, answer: dict[str, Any]) -> Iterator[str]:  # noqa: ARG002 - whatever was ranked
        """The first of each pair."""
        yield from (first for first, _ in self.before)

    def each(self, answer: dict[str, Any]) -> dict[str, bool]:
        """Whether each item named is in order with all that it is paired with."""
        right = {pair: both(answer, *pair) and answer[pair[0]] < answer[pair[1]] for pair in self.before}
        return {i: all(ok for pair, ok in right.items() if i in pair) for i in self.named()}

    def named(self) -> Iterator[str]:
        """The items that it names."""
        yield from (i for pair in self.before for i in pair)


class Rank(OfItems, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="rank"):
    """Put items in order. Answer: {item id: rank}, 1 is first."""

    items: Options
    key: Key[RankWhen] | None = None
    condition: ClassVar[type[Condition]] = RankWhen
    counts_unfinished: ClassVar[bool] = True
    counts_as: ClassVar[str] = "in order"

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Give each a rank. 1 comes first."

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where a ranking stands."""
        ranks, top = given(self, value), len(self.items)
        if ranks is None or not all(type(v) is int and 1 <= v <= top for v in ranks.values()):
            return incoherent(f"Every rank is a whole number from 1 to {top}.")
        shared = sorted(rank for rank, n in Counter(ranks.values()).items() if n > 1)
        if shared:
            return incoherent(*(f"Rank {rank} is given more than once." for rank in shared))
        return how_far(self, ranks, "rank")

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """Each item with its rank, the first at the top."""
        return lines(
            self,
            answer,
            lambda item, value: f"{value}. {item}" if type(value) is int and abs(value) < 1000 else None,
            lambda value: value if type(value) is int else 0,
        )

    def counted(self, conditions: Sequence[Any], answer: Any) -> Counted | None:  # noqa: ANN401 - as conditions take it
        """Items that stand in order among each other."""
        return counted.counted(conditions, answer)

    def tries(self, conditions: Sequence[Any]) -> Iterator[dict[str, int]]:
        """Rankings that the conditions allow."""
        return check.tries(self.items, conditions)

    def picks(self, key: Key[Any]) -> tuple[Pick, ...]:  # noqa: ARG002 - whatever it asks
        """Nothing: a rank says something only beside the others."""
        return ()

    def guess(self, chance: Random) -> dict[str, int]:
        """Any order."""
        ids = [item.id for item in self.items]
        return _in_order(chance.sample(ids, len(ids)))

    def agree(self) -> dict[str, int]:
        """The order in which they stand."""
        return _in_order([item.id for item in self.items])

    def match(self, heard: Mapping[str, float], nearest: Callable[[str, Sequence[str]], int]) -> dict[str, int]:  # noqa: ARG002
        """What sounds least like the claims comes first."""
        return _in_order(sorted(heard, key=lambda item: heard[item]))


def _in_order(ids: Sequence[str]) -> dict[str, int]:
    return {item: rank for rank, item in enumerate(ids, 1)}
