"""Does a submission have to be graded again?"""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from nbgrader.api import MissingEntry

from grading.handout.assignment import Assignment, AssignmentError
from grading.reading.files import plain_or_none
from grading.reading.fingerprint import VERSION, files, fingerprint
from grading.reading.submission import JOURNAL, LARGEST, handed_in_at
from grading.reading.words import named
from grading.scoring import record
from grading.scoring.evidence import meaning
from grading.scoring.record import ItemMark, Scores


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
    if old.fingerprint and not old.fingerprint.startswith(VERSION):
        return "it was graded by an earlier version of the course"
    if _changed(old, source, done, assignment):
        return "what was handed in has changed"
    if _later(source, done):
        return "it was handed in again"
    asked = {place: assignment.bank.draw(place, 0).points for place in assignment.places}
    if {i.question: i.max_points for i in old.items} != asked or {e.task for e in old.essays} != tasks:
        return "the assignment has other questions or points now"
    other = [i.question for i in old.items if i.meaning and i.meaning != meaning(assignment, i.question)]
    return f"the bank reads answers to {named(other)} otherwise now" if other else ""


def known(gradebook: object, assignment: str, student: str) -> bool:
    """Whether the grade book has this submission; it has not if the learner was removed from it."""
    try:
        gradebook.find_submission(assignment, student)  # type: ignore[attr-defined] # nbgrader is untyped
    except MissingEntry:
        return False
    return True


def _changed(old: Scores, source: Path, done: Path, assignment: Assignment) -> bool:
    """By the fingerprint of what was graded. Records of earlier versions have none; the journal has to do for these."""
    if old.fingerprint:
        return old.fingerprint != fingerprint(files(source, assignment.bank.path.parent))
    return plain_or_none(source / JOURNAL, LARGEST) != plain_or_none(done / JOURNAL, LARGEST)


def _later(source: Path, done: Path) -> bool:
    return (now := handed_in_at(source)) is not None and now != handed_in_at(done)
