"""Questions that are answered by choices. Pure."""

from typing import Any

from course.asked.prose import as_text
from course.asked.question import Asked, Lines, fitting


def in_words(question: Asked, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
    """What was chosen, whether one choice or a list."""
    texts = {o.id: as_text(o.text) for o in question.options}
    chosen = answer if isinstance(answer, list) else [answer] if answer is not None else []
    return fitting(texts.get(c) if isinstance(c, str) else None for c in chosen)
