"""A question as its page gets it: plain values, texts split into runs, choices in the learner's own order."""

import random
from typing import Any

from course.asked import Asked
from course.asked.form import points
from course.asked.prose import runs
from course.asked.shown import Answered


def page_question(asked: Asked, seed: int, answered: Answered) -> dict[str, Any]:
    """The question as the page needs it. No key is in it, not even a lesson's.

    Args:
        asked: the question.
        seed: the learner's, from which the order of its choices or items follows.
        answered: gives the learner's answers to other questions.

    Raises:
        BankError: the question names what no table has.
    """
    shown = asked.cards()
    if asked.shuffle and not asked.fixed_order:
        random.Random(f"{seed}:{asked.id}").shuffle(shown)  # noqa: S311 - an order for display, no secret
    page: dict[str, Any] = {
        "id": asked.id,
        "type": asked.kind,
        "title": asked.title,
        "prompt": runs(asked.prompt),
        "points": points(asked),
        "options": shown,
        "hints": len(asked.hints),
        "commit": _commit(asked),
    }
    return page | asked.page() | asked.drawn(seed) | asked.begun(answered)


def page_hints(asked: Asked, shown: int) -> list[Any]:
    """The first so many hints."""
    return [runs(hint) for hint in asked.hints[:shown]]


def _commit(asked: Asked) -> str:
    """What the button that commits an answer says. A graded answer is handed in with the notebook instead."""
    if asked.points is not None:
        return ""
    return "Check my answer" if asked.key else "Commit my answer"
