"""Score a submission: a pure function of assignment, released notebook and what was handed in."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from course.asked import Asked, State
from course.scoring import ItemScore, score
from grading.handout.assignment import Assignment
from grading.handout.pristine import Pristine
from grading.reading.foreign import foreign_answers
from grading.reading.handed import Expected, Fault
from grading.reading.inert import one_line
from grading.reading.submission import Submission
from grading.reading.words import ids, named
from grading.scoring.doubts import doubts
from grading.scoring.essay import find_essays
from grading.scoring.record import Flag, ItemMark, RemarkMark, Scores

MAX_CAUSE = 500
"""Characters of a cause. A reader's message may repeat a name that a learner chose, of any length."""
_ABOUT_JOURNAL = ("journal-", "not-a-journal", "folder-")
_ABOUT_NOTEBOOK = ("notebook-", "cells-", "folder-")


def score_submission(assignment: Assignment, pristine: Pristine, submission: Submission, student: str) -> Scores:
    """The record of a submission.

    What can't be read earns 0 and is flagged for a person; so is an item on which the scorer itself fails, because
    one submission must never cost another.
    """
    essays, notes = find_essays(pristine, submission.cells or (), submission.beside)
    scored = score_journal(assignment, submission, student, tuple(e.task for e in essays))
    found = msgspec.structs.replace(scored, essays=essays, flags=(*scored.flags, *notes))
    return msgspec.structs.replace(found, flags=(*found.flags, *doubts(found, submission)))


def asked_of(assignment: Assignment, tasks: Iterable[str] = ()) -> Expected:
    """What an assignment asks, by which its files are told from others."""
    return Expected(assignment.places, tuple(tasks), assignment.elsewhere)


def score_journal(assignment: Assignment, submission: Submission, student: str, tasks: tuple[str, ...] = ()) -> Scores:
    """The record of what stands in the journal, without essays.

    Args:
        assignment: with its keys.
        submission: what was handed in.
        student: the learner's id.
        tasks: ids of the essays, which a notebook that can't be read touches.
    """
    questions = assignment.places
    flags = [_flag(f, questions, tasks) for f in submission.faults]
    gone = _pools(assignment, submission.gone)
    answers = _current(submission.answers or {}, assignment)
    answers = {name: answer for name, answer in answers.items() if name not in gone}
    items = tuple(_item(place, submission.seed, answers.get(place), assignment, flags) for place in questions)
    flags += [_flag(f, questions, tasks) for f in foreign_answers(answers, asked_of(assignment, tasks))]
    flags += _redrawn(assignment, submission)
    return Scores(assignment.name, student, items, (), tuple(flags))


def _current(answers: Mapping[str, Any], assignment: Assignment) -> Mapping[str, Any]:
    """Answers under the ids that questions have now; one under an earlier id counts where there is no other."""
    earlier = {old: place for place in assignment.places for old in reversed(assignment.bank.earlier(place))}
    renamed = {earlier[old]: answer for old, answer in answers.items() if old in earlier}
    return {**renamed, **{name: answer for name, answer in answers.items() if name not in earlier}}


def _pools(assignment: Assignment, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that are pools of the assignment, in its order."""
    pools = {question.pool for question in assignment.questions if question.pool}
    return tuple(place for place in assignment.places if place in pools and place in {*names})


def _redrawn(assignment: Assignment, submission: Submission) -> list[Flag]:
    """What is told of a journal whose history says that another seed drew its questions."""
    moved, gone = _pools(assignment, submission.moved), _pools(assignment, submission.gone)
    if not moved:
        return []
    says = f"The journal’s history says that {ids(moved)} were drawn by another seed than the journal has now"
    if not gone:
        return [Flag("seed-changed", f"{says}; they were answered anew.", moved)]
    says += f". Answers to {ids(gone)} were given to other variants and earn nothing"
    return [Flag("seed-changed", f"{says}. Two journals may have been joined: ask.", moved, look=True)]


def _flag(fault: Fault, questions: tuple[str, ...], tasks: tuple[str, ...]) -> Flag:
    touched = questions if fault.code.startswith(_ABOUT_JOURNAL) else ()
    touched += tasks if fault.code.startswith(_ABOUT_NOTEBOOK) else ()
    says = one_line(fault.says[:MAX_CAUSE]) + (" …" if len(fault.says) > MAX_CAUSE else "")
    return Flag(fault.code, says, touched if fault.items is None else fault.items, fault.look)


def _item(place: str, seed: int, answer: Any, assignment: Assignment, flags: list[Flag]) -> ItemMark:  # noqa: ANN401 - JSON
    drawn = assignment.bank.draw(place, seed)
    question = msgspec.structs.replace(drawn, id=place)
    answer = question.up_to_date(answer)
    name = drawn.id if drawn.pool else None
    try:
        found = score(question, answer, assignment.keys[drawn.id])
        mark = _mark(found, answer, question, name)
    except Exception as e:  # noqa: BLE001 - whatever fails on one answer must fail closed, and for that item alone
        flags += _strange(question, answer)
        says = f"The scorer failed on this answer ({type(e).__name__}: {e}); no points were given."
        flags.append(Flag("scorer-failed", says, (question.id,), look=True))
        points = question.points or 0.0
        return ItemMark(place, State.INCOHERENT, (), None, 0.0, points, drawn=name)
    if found.state is State.INCOHERENT:
        flags += _strange(question, answer)
    return mark


def _strange(question: Asked, answer: Any) -> list[Flag]:  # noqa: ANN401 - JSON
    """A choice that has another name in the bank than in the journal must not cost a right answer its points."""
    try:
        names = question.strange(answer)
    except Exception:  # noqa: BLE001 - the scorer fails on the same answer, and says so
        return []
    if not names:
        return []
    says = f"The answer names {named(names)}, which the question does not have. If that was renamed, write the old "
    says += "name into the bank, as `was`, generate the assignment and autograde again; else decide what it earns."
    return [Flag("name-unknown", says, (question.id,), look=True)]


def _mark(found: ItemScore, answer: Any, question: Asked, drawn: str | None) -> ItemMark:  # noqa: ANN401 - JSON
    most = question.points or 0.0
    return ItemMark(
        question.id,
        found.state,
        found.reasons,
        answer,
        # nbgrader refuses points above the maximum; a sum of fractions may exceed it by a rounding error.
        min(found.points, most),
        most,
        found.criteria,
        tuple(RemarkMark(r.says, r.reread, r.misconception) for r in found.remarks),
        drawn,
        counted=found.counted,
    )
