"""What is said at once, beside the button, of a committed answer: the learner's marks against the author's. Pure."""

from typing import Any

import msgspec

FEW = 3


class Mark(msgspec.Struct, frozen=True):
    """What the learner and the author say of one thing, in words.

    Attributes:
        name: what is judged.
        mine: the learner's mark.
        author: the author's, as the course reads him.
        apart: how far the two are apart, 0 if not at all; marks are compared by it with no other meaning.
    """

    name: str
    mine: str
    author: str
    apart: float = 0.0


def moment(marks: list[Mark], says: str, ask: str) -> dict[str, Any]:
    """What the page gets: {says, most, marks, ask}; `most` has the few marks that are farthest apart, in that order."""
    far = sorted((each for each in marks if each.apart > 0), key=lambda each: -each.apart)
    return {"says": says, "most": _rows(far[:FEW]), "marks": _rows(marks), "ask": ask}


def _rows(marks: list[Mark]) -> list[list[str]]:
    return [[each.name, each.mine, each.author] for each in marks]
