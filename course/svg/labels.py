"""Labels in several lines."""

from textwrap import wrap


def lines(label: str, letters: int) -> list[str]:
    """A label in as few lines as fit, about equally long."""
    fewest = len(wrap(label, letters))
    return next(found for width in range(1, letters + 1) if len(found := wrap(label, width)) <= fewest)
