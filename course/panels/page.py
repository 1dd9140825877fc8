"""A question as its page gets it: plain values, texts split into runs, choices in the learner's own order."""

import random
from typing import Any

from course.panels.prose import runs
from course.panels.static import instruction, points
from course.questions.model import ChooseMany, ChooseOne, Classify, Forecast, Question, options
from course.tables import read


def page_question(asked: Question, seed: int) -> dict[str, Any]:
    """The question as the page needs it. No key is in it, not even a lesson's.

    Args:
        asked: the question.
        seed: the learner's, from which the order of its choices or items follows.
    """
    shown = [{"id": o.id, "text": runs(o.text)} for o in options(asked)]
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
    match asked:
        case ChooseMany() | ChooseOne():
            page["ask"] = instruction(asked)
        case Classify():
            page["categories"] = [{"id": c.id, "text": runs(c.text)} for c in asked.categories]
        case Forecast():
            page["settled_by"] = {name: runs(text) for name, text in asked.settled_by.items()}
            page["terms"] = [{name: row[name] for name in ("term", "low", "high")} for row in read("probability_terms")]
        case _:
            pass
    return page


def _commit(asked: Question) -> str:
    """What the button that commits an answer says. A graded answer is handed in with the notebook instead."""
    if asked.points is not None:
        return ""
    return "Check my answer" if asked.key else "Commit my answer"
