"""Questions that are answered by probabilities, {item id: 0 to 1}."""

from collections.abc import Sequence
from random import Random
from typing import Any, ClassVar

from course.asked.author_chances import beside
from course.asked.by_item import OfItems, given, lines
from course.asked.chances_check import likely
from course.asked.chances_condition import ChancesWhen
from course.asked.condition import Condition
from course.asked.key import Key
from course.asked.percent import in_percent
from course.asked.prose import as_text
from course.asked.question import Asked, Lines
from course.asked.report import Pick
from course.asked.shown import Committed
from course.asked.standing import incoherent

OUT_OF_RANGE = incoherent("Every probability lies between 0 and 1 (0 % and 100 %).")


def chances(question: Asked, value: Any) -> dict[str, Any] | None:  # noqa: ANN401 - any JSON value
    """The probabilities given; None if that is no such answer."""
    said = given(question, value)
    fits = said is not None and all(type(v) in (int, float) and 0 <= v <= 1 for v in said.values())
    return said if fits else None


class OfChances(OfItems, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question that asks how probable each of some events is."""

    key: Key[ChancesWhen] | None = None
    condition: ClassVar[type[Condition]] = ChancesWhen
    answers_in_parts: ClassVar[bool] = True
    keeps_first: ClassVar[bool] = True
    counts_unfinished: ClassVar[bool] = True

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """Each event with its probability."""
        return lines(self, answer, _line)

    def reveals(self, value: Any, first: Committed | None) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
        """Once committed: the learner's chances beside those that the author's words imply."""
        said = chances(self, value)
        if first is None or self.key is not None or not said:
            return {}
        return {"moment": beside({item.id: as_text(item.text) for item in self.items}, said)}

    def picks(self, key: Key[Any]) -> tuple[Pick, ...]:  # noqa: ARG002 - whatever it asks
        """Nothing: hardly two learners give the same probabilities."""
        return ()

    def possible(self, joined: Sequence[ChancesWhen]) -> bool:
        """Whether probabilities can lie in all intervals, orders and sums."""
        return likely(self.items, (), joined)

    def guess(self, chance: Random) -> dict[str, float]:
        """Whole percentages."""
        return {item.id: chance.randrange(101) / 100 for item in self.items}


def _line(item: str, said: Any) -> str | None:  # noqa: ANN401 - any JSON value
    return f"{item}: {in_percent(said)}%" if type(said) in (int, float) and 0 <= said <= 1 else None
