"""What is known of a class: points from the grade book, answers and misreadings from the records of autograding."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import msgspec
from nbgrader.api import Gradebook, MissingEntry

from course.journal import JournalError, parse
from grading.book import address
from grading.collecting import ledger
from grading.groups.found import look
from grading.handout.assignment import Assignment, AssignmentError, load_assignment
from grading.late.untimed import untimed
from grading.marking.pairs import load_pairs
from grading.marking.settle import Marked, marked
from grading.reading.files import plain_or_none
from grading.reading.submission import JOURNAL, LARGEST
from grading.report.given import given
from grading.roster.accounts import CHOICE, WAITING, Account, accounts
from grading.roster.learners import Listed, learners, submitted
from grading.scoring import record
from grading.scoring.record import Scores
from grading.similarity.traces import Traces


class Learner(msgspec.Struct, frozen=True):
    """A learner who has handed in.

    Attributes:
        name: nbgrader's student id.
        points: question to points, as the grade book has them: a person's mark goes before the scorer's.
        essay: points of the essays together; None while one waits for a person.
        penalty: points taken off the sum for handing in late.
        record: what autograding decided.
        days: days (UTC, ISO 8601) on which an answer was saved, one entry an answer.
        traces: what was handed in, byte for byte.
        late: whether it was handed in late; None if there is a deadline, or a platform says late, and no time is known.
        waits: whether any part still waits for a person.
    """

    name: str
    points: dict[str, float]
    essay: float | None
    penalty: float
    record: Scores
    days: tuple[str, ...]
    traces: Traces = Traces(None, None)
    late: bool | None = False
    waits: bool = False

    @property
    def total(self) -> float:
        """Points of all questions, without the essay."""
        return sum(self.points.values())

    def answer(self, question: str) -> Any:  # noqa: ANN401 - any JSON value
        """The answer to a question, None if there is none."""
        return next((item.answer for item in self.record.items if item.question == question), None)


class Class(msgspec.Struct, frozen=True):
    """A class and one assignment.

    Attributes:
        assignment: with its keys.
        most: question to the points it gives, in order.
        learners: those with a record of autograding.
        accounts: everybody whose work is not, or not wholly, among these.
        names: student id to “Last, First (id)”, or to the id alone, for everybody in the grade book.
        given: texts that every learner had: the brief, and the assignment as released.
        people: for whom these hand-ins count; more than there are hand-ins where groups hand in.
        marked: essays of which two have handed in their marks.
    """

    assignment: Assignment
    most: dict[str, float]
    learners: tuple[Learner, ...]
    accounts: tuple[Account, ...] = ()
    names: Mapping[str, str] = msgspec.field(default_factory=dict)
    given: tuple[str, ...] = ()
    people: int = 0
    marked: tuple[Marked, ...] = ()

    @property
    def total(self) -> float:
        """Points of all questions, without the essay."""
        return sum(self.most.values())


def gather(name: str, root: Path, database: str = "") -> Class:
    """All that was handed in and autograded.

    Args:
        name: the assignment's id.
        root: nbgrader's course root.
        database: address of the grade book; by default `gradebook.db` in the root.

    Raises:
        AssignmentError: this is no course root, there is no such assignment, or nothing of it is graded yet. The
            message is one line.
        LedgerError: the ledger of collecting can't be read.
    """
    book = address(root, database)
    assignment = load_assignment(name, root / "release" / name, root / "keys")
    with Gradebook(book) as gradebook:
        try:
            submissions = gradebook.assignment_submissions(name)
        except MissingEntry:
            raise AssignmentError(f"{name}: the grade book has no such assignment.") from None
        by_platform = untimed(root, name)
        found = [_learner(s, root, assignment, by_platform) for s in submissions]
        listed = learners(gradebook)
        twice = marked(gradebook, name, load_pairs(root, name))
    graded = tuple(sorted((each for each in found if each), key=lambda each: each.name))
    if not graded:
        raise AssignmentError(f"{name}: nothing is autograded yet; run `nbgrader autograde {name}` first.")
    most = {place: float(assignment.bank.draw(place, 0).points or 0) for place in assignment.places}
    known = [each.known for each in listed]
    _, counted = look(root, name)
    handed_in = submitted(root, name) | set(counted.whose) | counted.waiting
    done = {each.name for each in graded}
    done |= {who for who, counts in counted.whose.items() if counts in done}
    looked_at = accounts(known, ledger.read(root, name), handed_in, done - counted.waiting)
    looked_at += [Account(who, CHOICE, "", known=True) for who in sorted(counted.waiting)]
    looked_at = [each for each in looked_at if not (each.what == WAITING and each.learner in counted.waiting)]
    graded = tuple(each for each in graded if counted.counts(each.name))
    if not graded:
        raise AssignmentError(f"{name}: all hand-ins wait for a choice among those of their groups.")
    people = [who for who, counts in counted.whose.items() if counts in {each.name for each in graded}]
    names = _names(listed)
    for each in graded:
        group = sorted(names.get(who, who) for who in people if counted.whose[who] == each.name)
        names |= {each.name: ", ".join(group)} if len(group) > 1 else {}
    texts = given(root / "release" / name)
    return Class(assignment, most, graded, tuple(looked_at), names, texts, len(people), twice)


def _names(listed: Collection[Listed]) -> dict[str, str]:
    return {each.id: each.id if each.name == each.id else f"{each.name} ({each.id})" for each in listed}


def _learner(
    submission: Any,  # noqa: ANN401 - nbgrader is untyped
    root: Path,
    assignment: Assignment,
    by_platform: Collection[str],
) -> Learner | None:
    who, name = str(submission.student.id), assignment.name
    folder, handed_in = root / "autograded" / who / name, root / "submitted" / who / name
    if not (folder / record.FILE).exists():
        return None
    scores = record.read(folder / record.FILE)
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    points = {str(g.name): float(g.score) for g in grades if g.name in assignment.places}
    essays = [g for g in grades if g.name not in assignment.places]
    waits = any(g.needs_manual_grade for g in essays)
    written = any(not essay.blank for essay in scores.essays)
    journal = _bytes(handed_in / JOURNAL) or _bytes(folder / JOURNAL)
    return Learner(
        who,
        {place: points.get(place, 0.0) for place in assignment.places},
        None if waits or not essays else sum(float(g.score) for g in essays),
        float(submission.late_submission_penalty or 0.0),
        scores,
        _days(journal, assignment.places),
        Traces(journal, _bytes(handed_in / f"{name}.ipynb") if written else None),
        _late(submission, who in by_platform),
        any(g.needs_manual_grade for g in grades),
    )


def _late(submission: Any, by_platform: bool) -> bool | None:  # noqa: ANN401 - nbgrader is untyped
    if submission.timestamp is None:
        return None if by_platform or submission.duedate is not None else False
    return bool(submission.total_seconds_late > 0)


def _bytes(path: Path) -> bytes | None:
    linked = path.parent.is_symlink() or path.parent.parent.is_symlink()
    return None if linked else plain_or_none(path, LARGEST)


def _days(journal: bytes | None, asked: Collection[str]) -> tuple[str, ...]:
    try:
        answers = parse(journal, JOURNAL).answers if journal else {}
    except JournalError:
        return ()
    return tuple(sorted(answers[question].saved_at[:10] for question in answers.keys() & set(asked)))
