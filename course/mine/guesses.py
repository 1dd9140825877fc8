"""What a learner guessed before looking."""

from collections.abc import Mapping

from course.journal import Journal


def guess(question: str, item: str) -> int | None:
    """What you guessed before you looked, as you committed it first.

    Args:
        question: id of the guess, as in ``ask("guess-first-page")``.
        item: which number of it.

    Returns:
        The number; None before you commit.

    Example:
        mine.guess("guess-first-page", "facts")
    """
    for event in Journal().history(question, "commit"):
        said = event.value.get(item) if isinstance(event.value, Mapping) else None
        if type(said) is int:
            return said
    return None
