"""Say how probable each event is."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from msgspec import Meta

from course.asked.by_item import how_far, no_more
from course.asked.chances import OUT_OF_RANGE, OfChances, chances
from course.asked.chances_check import likely
from course.asked.chances_condition import ChancesWhen
from course.asked.fields import Pair
from course.asked.prose import as_text
from course.asked.question import Option
from course.asked.standing import Standing, incoherent


class Probability(OfChances, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="probability"):
    """Say how probable each event is. Answer: {item id: probability, 0 to 1}.

    In every pair of `at_most` the first event can't be more probable than the second, because it implies it.
    """

    items: Annotated[tuple[Option, ...], Meta(min_length=1, max_length=12)]
    at_most: tuple[Pair, ...] = ()

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Give each a probability from 0 to 100 %."

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where probabilities stand."""
        said, texts = chances(self, value), {o.id: as_text(o.text) for o in self.items}
        if said is None:
            return OUT_OF_RANGE
        wrong = [(a, b) for a, b in self.at_most if a in said and b in said and not no_more(said[a], said[b])]
        if wrong:
            return incoherent(
                *(f"“{texts[a]}” can't be more probable than “{texts[b]}”, because it needs it." for a, b in wrong)
            )
        return how_far(self, said, "judge")

    def faults(self) -> Iterator[str]:
        """Whether what is compared is asked."""
        yield from OfChances.faults(self)
        ids = {o.id for o in self.items}
        yield from (f"at_most: “{i}” is not an item." for pair in self.at_most for i in pair if i not in ids)

    def possible(self, joined: Sequence[ChancesWhen]) -> bool:
        """Whether probabilities can lie in all intervals, orders and sums, its own orders too."""
        return likely(self.items, self.at_most, joined)

    def believed(self, value: dict[str, float], event: str) -> float | None:
        """What is said of the event, if it is asked."""
        return value.get(event)
