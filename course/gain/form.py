"""What stands in the place of a check-in or a check-out where there is no kernel. Pure.

It is the same for everybody, though the questions are not.
"""

from collections.abc import Mapping, Sequence

from course.asked import Asked
from course.asked.form import RUN


def says(among: Mapping[str, Sequence[Asked]]) -> str:
    """How many questions there are."""
    return f"{len(among)} questions, drawn for you from {sum(map(len, among.values()))}."


def sheet_text(among: Mapping[str, Sequence[Asked]]) -> str:
    """As plain text."""
    return f"{says(among)} {RUN}"


def sheet_html(among: Mapping[str, Sequence[Asked]]) -> str:
    """As HTML."""
    return f"<p>{says(among)}</p><p><em>{RUN}</em></p>"
