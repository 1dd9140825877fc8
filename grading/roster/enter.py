"""Enter a list of learners into nbgrader's grade book, under the ids by which the course knows them."""

from pathlib import Path
from typing import Any

import msgspec
from nbgrader.api import Gradebook, Student

from grading.collecting import ledger
from grading.collecting.found import Found
from grading.roster.columns import Person
from grading.roster.match import Match, match

_HANDED_IN = ("submitted", "autograded")


class Entered(msgspec.Struct, frozen=True):
    """What became of a list.

    Attributes:
        match: hand-ins held against the list.
        new: ids that the grade book did not have.
        changed: id to what is different now, in words.
        joined: id under which work was handed in, to the id of the list, which is no longer in the grade book.
        double: the same for learners who have work under both.
        others: ids of the grade book that the list does not have, and under which nothing was handed in.
    """

    match: Match
    new: tuple[str, ...]
    changed: dict[str, str]
    joined: dict[str, str]
    double: dict[str, str]
    others: tuple[str, ...]


def enter(people: list[Person], root: Path, database: str, course: str) -> Entered:
    """Match the list with what was handed in, and write it into the grade book, which is made if it is not there.

    A learner whose work is there under another id than the list's is entered under that id, for it is the id of the
    marks. What the list leaves empty stays as it is.

    Args:
        people: the list.
        root: nbgrader's course root.
        database: address of the grade book.
        course: the course's id.

    Raises:
        LedgerError: a ledger of collecting can't be read; nothing is entered.
    """
    found = [row for path in sorted((root / ledger.FOLDER).glob(f"*/{ledger.FILE}")) for row in _ledger(root, path)]
    with Gradebook(database, course) as gradebook:
        students = {str(s.id): s for s in gradebook.db.query(Student).all()}
        busy = handed_in(root) | {who for who, s in students.items() if s.submissions}
        matched = match(people, busy, found)
        mine = {person.id: who for who, (person, _) in matched.found.items()}
        new, changed, joined, double = [], {}, {}, {}
        for person in people:
            who = mine.get(person.id, person.id)
            if who not in students:
                new.append(who)
            elif said := _changes(students[who], person):
                changed[who] = said
            gradebook.update_or_create_student(who, **_fields(person))
            if who != person.id and person.id in students:
                if person.id in busy:
                    double[who] = person.id
                else:
                    gradebook.remove_student(person.id)
                    joined[who] = person.id
        listed = {mine.get(p.id, p.id) for p in people} | set(joined.values()) | set(double.values())
    others = tuple(sorted(set(students) - listed - busy))
    return Entered(matched, tuple(new), changed, joined, double, others)


def handed_in(root: Path) -> set[str]:
    """Ids under which something was handed in."""
    folders = (folder for name in _HANDED_IN if (root / name).is_dir() for folder in (root / name).iterdir())
    return {folder.name for folder in folders if folder.is_dir() and not folder.name.startswith(".")}


def _ledger(root: Path, path: Path) -> list[Found]:
    return ledger.read(root, path.parent.name)


def _fields(person: Person) -> dict[str, str]:
    given = {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "email": person.email,
        "lms_user_id": person.number,
    }
    return {field: value for field, value in given.items() if value}


def _changes(student: Any, person: Person) -> str:  # noqa: ANN401 - nbgrader is untyped
    was = {field: getattr(student, field) or "" for field in _fields(person)}
    return "; ".join(
        f"{field} was “{was[field]}”, is “{value}”"
        for field, value in _fields(person).items()
        if was[field] and was[field] != value
    )
