"""What is built, carried over from a lesson: its argument in the letters of another question, its ratings."""

from typing import Any

import numpy as np

from course.tables import read
from tests.validity.likeness import Likeness
from tests.validity.memory import Memory

LETTER = 0.4
"""From this likeness on, a proposition is taken for one of a lesson."""


def argued(memory: Memory, like: Likeness, question: Any, guessed: dict[str, Any]) -> dict[str, Any]:
    """The argument that a lesson accepts, in the letters of this question; what has no letter here is left out."""
    best: tuple[int, dict[str, Any]] = (0, guessed)
    for each in memory.built:
        if type(each.question) is not type(question):
            continue
        theirs = each.question.propositions  # type: ignore[attr-defined]
        near = like.between([p.text for p in theirs], [p.text for p in question.propositions])
        letters = {
            p.id: question.propositions[int(np.argmax(row))].id
            for p, row in zip(theirs, near, strict=True)
            if row.max() >= LETTER
        }
        made = _carried(question, each.answer, letters, guessed)
        if len(made["premises"]) > best[0]:
            best = (len(made["premises"]), made)
    return best[1]


def _carried(question: Any, told: Any, letters: dict[str, str], guessed: dict[str, Any]) -> dict[str, Any]:
    premises = []
    for each in told["premises"]:
        of = [letters.get(letter) for letter in each["of"]]
        if None not in of and len({*of}) == len(of) and each["form"] in question.forms:
            cited = [claim for claim in each["claims"] if claim in question.citable]
            premises.append({"form": each["form"], "of": of, "claims": cited})
    end = told["conclusion"]
    of = [letters.get(letter) for letter in end["of"]]
    offered = any(each.form == end["form"] and list(each.of) == of for each in question.conclusions)
    end = {"form": end["form"], "of": of} if offered else guessed["conclusion"]
    return {"premises": premises[: question.max], "conclusion": end}


def rated(guessed: dict[str, Any]) -> dict[str, Any]:
    """The ratings of the lessons' example; what follows of them is guessed."""
    example = {str(row["signal_id"]): row for row in read("example_ratings")}
    ratings = {
        signal: rating | {name: example[signal][name] for name in ("step", "credibility")}
        if signal in example
        else rating
        for signal, rating in guessed["ratings"].items()
    }
    return guessed | {"ratings": ratings}
