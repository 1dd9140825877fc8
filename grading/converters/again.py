"""Does a submission have to be graded again, and which of a person's marks stand then?"""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from nbgrader.api import MissingEntry

from grading.handout.assignment import Assignment, AssignmentError
from grading.reading.files import plain_or_none
from grading.reading.fingerprint import fingerprint
from grading.reading.submission import JOURNAL, LARGEST, handed_in_at
from grading.scoring import record
from grading.scoring.record import EssayMark, ItemMark, Scores

CHANGED = "The work was changed after this mark was given. Confirm the mark, or give another."
UNKNOWN = "Whether the work was changed after this mark was given can't be told. Confirm the mark, or give another."


def last_record(done: Path) -> Scores | None:
    """The record of a submission when it was last graded; None if there is none that can be read."""
    try:
        return record.read(done / record.FILE)
    except AssignmentError:
        return None


def up_to_date(old: Scores | None, assignment: Assignment) -> Scores | None:
    """A record with the ids that questions, choices and items have now."""
    if old is None:
        return None
    places = {was: place for place in assignment.places for was in assignment.bank.earlier(place)}
    return msgspec.structs.replace(old, items=tuple(_renamed(i, places, assignment) for i in old.items))


def _renamed(item: ItemMark, places: Mapping[str, str], assignment: Assignment) -> ItemMark:
    place = places.get(item.question, item.question)
    if place not in assignment.places:
        return item
    asked = item.drawn if item.drawn in assignment.bank.ids else None
    question = assignment.bank[asked] if asked else assignment.bank.draw(place, 0)
    return msgspec.structs.replace(item, question=place, answer=question.up_to_date(item.answer))


def why_again(old: Scores | None, source: Path, done: Path, assignment: Assignment, tasks: frozenset[str]) -> str:
    """Why a submission that was graded has to be graded again, in a few words; "" if it has not.

    Args:
        old: its record.
        source: what was handed in.
        done: the folder in `autograded/`.
        assignment: as it is released now.
        tasks: ids of its essays.
    """
    if old is None:
        return "its record can't be read"
    if _changed(old, source, done):
        return "what was handed in has changed"
    if _later(source, done):
        return "it was handed in again"
    asked = {place: assignment.bank.draw(place, 0).points for place in assignment.places}
    if {i.question: i.max_points for i in old.items} != asked or {e.task for e in old.essays} != tasks:
        return "the assignment has other questions or points now"
    return ""


def known(gradebook: object, assignment: str, student: str) -> bool:
    """Whether the grade book has this submission; it has not if the learner was removed from it."""
    try:
        gradebook.find_submission(assignment, student)  # type: ignore[attr-defined] # nbgrader is untyped
    except MissingEntry:
        return False
    return True


def same_work(old: Scores | None, new: Scores, cell: str) -> bool:
    """Whether a learner's answer in a cell, or essay, is what it was when it was last graded."""
    return old is not None and _work(old, cell) == _work(new, cell)


def _work(scores: Scores, cell: str) -> object:
    found: list[ItemMark | EssayMark] = [
        *(i for i in scores.items if i.question == cell),
        *(e for e in scores.essays if e.task == cell),
    ]
    match found:
        case [ItemMark() as item]:
            return msgspec.json.encode(item.answer, order="sorted")
        case [EssayMark() as essay]:
            return msgspec.structs.replace(essay, max_points=0)
        case _:
            return None


def _changed(old: Scores, source: Path, done: Path) -> bool:
    """By the fingerprint of what was graded. Records of earlier versions have none; the journal has to do for these."""
    if old.fingerprint:
        return old.fingerprint != fingerprint(source)
    return plain_or_none(source / JOURNAL, LARGEST) != plain_or_none(done / JOURNAL, LARGEST)


def _later(source: Path, done: Path) -> bool:
    return (now := handed_in_at(source)) is not None and now != handed_in_at(done)
