"""A question as its page gets it: plain values, texts split into runs, choices in the learner's own order."""

import random
from typing import Any

from course.asked import Asked
from course.asked.prose import runs
from course.panels.static import points


def page_question(asked: Asked, seed: int) -> dict[str, Any]:
    """The question as the page needs it. No key is in it, not even a lesson's.

    Args:
        asked: the question.
        seed: the learner's, from which the order of its choices or items follows.
    """
    shown = [{"id": o.id, "text": runs(o.text)} for o in asked.options]
    if asked.shuffle:
        random.Random(f"{seed}:{asked.id}").shuffle(shown)  # noqa: S311 - an order for display, no secret
    kind = type(asked).__struct_config__.tag
    page: dict[str, Any] = {
        "id": asked.id,
        "type": kind,
        "title": asked.title,
        "prompt": runs(asked.prompt),
        "points": points(asked),
        "options": shown,
        "hints": len(asked.hints),
        "commit": _commit(asked),
    }
    return page | asked.page()


def _commit(asked: Asked) -> str:
    """What the button that commits an answer says. A graded answer is handed in with the notebook instead."""
    if asked.points is not None:
        return ""
    return "Check my answer" if asked.key else "Commit my answer"
