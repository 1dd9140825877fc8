"""Write freely under a few heads: room to draft before an essay."""

from collections.abc import Iterator
from random import Random
from typing import Annotated, Any, ClassVar

from msgspec import Meta

from course.asked.by_item import OfItems, given, lines
from course.asked.question import Lines, Option
from course.asked.standing import ANSWERED, NOT_ATTEMPTED, Standing, incoherent

MOST = 5000
"""Characters under one head: far more than an essay asks for, and little for a journal."""


class Draft(OfItems, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="draft"):
    """Write freely under a few heads. Answer: {item id: text}. It is neither graded nor checked."""

    items: Annotated[tuple[Option, ...], Meta(min_length=1, max_length=8)]
    key: None = None
    fixed_order: ClassVar[bool] = True

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Write as much or as little as you like. Your draft is kept, and it isn’t graded."

    @property
    def minutes(self) -> float:
        """One and a half for a few lines under each head."""
        return 1.5 * len(self.items)

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where a draft stands: whatever is written is enough."""
        said = given(self, value)
        if said is None or not all(isinstance(text, str) and len(text) <= MOST for text in said.values()):
            return incoherent(f"Every part of a draft is a text of at most {MOST:,} characters.")
        return ANSWERED if any(text.strip() for text in said.values()) else NOT_ATTEMPTED

    def faults(self) -> Iterator[str]:
        """Whether it is asked to be graded."""
        yield from OfItems.faults(self)
        if self.points is not None:
            yield "points: expected none; a draft isn’t graded."

    def page(self) -> dict[str, Any]:
        """How much can be written, and no button: there is nothing to commit."""
        return {"most": MOST, "commit": ""}

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """Each head with what is written under it, on one line."""
        return lines(self, answer, _line)

    def guess(self, chance: Random) -> dict[str, str]:
        """A word under each head."""
        return {item.id: chance.choice(("yes", "no", "perhaps")) for item in self.items}


def _line(head: str, said: Any) -> str | None:  # noqa: ANN401 - any JSON value
    return f"{head}: {' '.join(said.split())}" if isinstance(said, str) and len(said) <= MOST else None
