"""Sentences that are computed from the learner's own numbers, so that no text speaks of anybody else's."""

from collections.abc import Sequence
from html import escape


class Told:
    """Paragraphs to read; they need no kernel once they are shown.

    Args:
        paragraphs: in order; empty ones are left out.
    """

    def __init__(self, *paragraphs: str) -> None:
        self.paragraphs = tuple(each for each in paragraphs if each)

    def __repr__(self) -> str:
        """The paragraphs as lines."""
        return "\n".join(self.paragraphs)

    def _repr_html_(self) -> str:
        return "".join(f"<p>{escape(each)}</p>" for each in self.paragraphs)


def listed(names: Sequence[str], joint: str = "and") -> str:
    """Names as a sentence has them: “S01”, “S01 and S02”, “S01, S02 and S03”."""
    *most, last = names
    return f"{', '.join(most)} {joint} {last}" if most else last
