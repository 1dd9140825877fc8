"""What the portfolio asks of a question: what its answers say of the brief's event, and what of them is kept. Pure."""

from collections.abc import Iterator
from typing import Any, ClassVar

import msgspec


class Piece(msgspec.Struct, frozen=True):
    """An answer as the portfolio keeps it. A kind adds members; they are the columns of a CSV file."""

    question: str
    """Its title."""

    @property
    def points(self) -> tuple[str, ...]:
        """What it says, point by point."""
        return ()

    @property
    def so(self) -> str:
        """What it concludes; "" if nothing."""
        return ""

    @property
    def judged(self) -> str:
        """What is to be said of it; "" if nothing."""
        return ""


class Part(msgspec.Struct, frozen=True):
    """A part of the portfolio that a kind of question fills.

    Attributes:
        name: of its file.
        piece: the kind's record of an answer.
        title: over it on the page.
        begins: where it begins, in a sentence with a place for the lesson; stands there while nothing is kept.
    """

    name: str
    piece: type[Piece]
    title: str
    begins: str


class Kept(msgspec.Struct, frozen=True):
    """Answers to whoever makes a portfolio. Of a kind that overrides nothing nothing is kept."""

    part: ClassVar[Part | None] = None
    """The part that the kind fills."""

    def pieces(self, value: Any) -> Iterator[Piece]:  # noqa: ANN401, ARG002 - a complete answer
        """What of a complete answer is kept."""
        yield from ()

    @property
    def of_the_brief(self) -> bool:
        """Whether whatever answers it says how probable the event of the brief is."""
        return False

    def believed(self, value: Any, event: str) -> float | None:  # noqa: ANN401, ARG002 - an answer that stands
        """How probable an answer, perhaps incomplete, holds the event of the brief; None if it does not say.

        Args:
            value: the answer.
            event: the id of that event, where it is an item.
        """
        return None
