"""Does a mark that a person gave stand for the work that is there now?

A mark stands for exactly the work that lay before the person who gave or confirmed it. So the grade book keeps for each
grade which work was shown last, and of a mark that waits, for which work it was given.
"""

import hashlib
from typing import Any

import msgspec

from grading.handout.assignment import Assignment
from grading.scoring.record import EssayMark, ItemMark, Scores

CHANGED = "The work was changed after this mark was given. Confirm the mark, or give another."
UNKNOWN = "Whether the work was changed after this mark was given can't be told. Confirm the mark, or give another."
_LONG = 20_000
_SHORT = 16


class Basis(msgspec.Struct, frozen=True):
    """What the grade book keeps beside a grade: texts that are equal where the work is.

    Attributes:
        shown: the work as it was last entered, and so shown to whoever marks; None if nobody knows.
        given: the work for which a mark that waits was given; None if none waits, or nobody knows.
    """

    shown: str | None = None
    given: str | None = None


class Settled(msgspec.Struct, frozen=True):
    """What becomes of a mark: what to keep beside it, whether it waits, and why, or ""."""

    basis: Basis
    waits: bool = False
    why: str = ""


def settle(basis: Basis, now: str, *, marked: bool, waited: bool) -> Settled:
    """What becomes of a person's mark when work is entered.

    Args:
        basis: what was kept beside the grade.
        now: the work that is entered.
        marked: whether there is a mark of a person's.
        waited: whether it waited to be confirmed. A person who confirms or changes a mark ends that.
    """
    if not marked:
        return Settled(Basis(now))
    given = basis.given if waited else basis.shown
    if given == now:
        return Settled(Basis(now))
    return Settled(Basis(now, given), waits=True, why=UNKNOWN if given is None else CHANGED)


def work(scores: Scores | None, cell: str, like: Scores | None = None) -> str | None:
    """The work of a cell, answer or essay, as a text; None if the record does not tell.

    Args:
        scores: the record of the submission.
        cell: id of a question or a task.
        like: the record to compare with. What an earlier version did not record can't be told if it matters there.
    """
    if scores is None:
        return None
    for item in scores.items:
        if item.question == cell:
            return _text(item)
    for essay in scores.essays:
        if essay.task == cell:
            matters = any(e.evidence for e in like.essays if e.task == cell) if like else False
            return None if essay.evidence is None and matters else _of_essay(essay)
    return _encoded(None)


def digest(work: str | None) -> str:
    """A short text that is equal where the work is. Pages and worksheets carry it, and give it back with a mark."""
    return _hash(work or "")[:_SHORT]


def renamed(basis: Basis, cell: str, assignment: Assignment) -> Basis:
    """The same with the ids that choices and items have now."""
    return Basis(_renamed(basis.shown, cell, assignment), _renamed(basis.given, cell, assignment))


def _renamed(text: str | None, cell: str, assignment: Assignment) -> str | None:
    if text is None or cell not in assignment.places or text.startswith('"'):
        return text
    answer, drawn, evidence = msgspec.json.decode(text)
    earlier = {was: q.id for q in assignment.questions for was in q.was}
    drawn = earlier.get(drawn, drawn)
    question = assignment.bank[drawn] if drawn in assignment.bank.ids else assignment.bank.draw(cell, 0)
    return _encoded([question.up_to_date(answer), drawn, evidence])


def _text(item: ItemMark) -> str:
    text = _encoded([item.answer, item.drawn, item.evidence])
    return text if len(text) <= _LONG else _encoded(_hash(text))


def _of_essay(essay: EssayMark) -> str:
    return _encoded(_hash(_encoded([essay.text, essay.beside, essay.evidence or ""])))


def _encoded(value: Any) -> str:  # noqa: ANN401 - JSON
    return msgspec.json.encode(value, order="sorted").decode()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
