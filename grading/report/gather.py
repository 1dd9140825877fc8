"""What is known of a class: points from the grade book, answers and misreadings from the records of autograding."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import msgspec
from nbgrader.api import Gradebook, MissingEntry

from course.journal import JournalError, parse
from grading.book import address
from grading.handout.assignment import Assignment, AssignmentError, load_assignment
from grading.reading.files import NotPlainError, read_plain
from grading.reading.submission import JOURNAL
from grading.scoring import record
from grading.scoring.record import Scores


class Learner(msgspec.Struct, frozen=True):
    """A learner who has handed in.

    Attributes:
        name: nbgrader's student id.
        points: question to points, as the grade book has them: a person's mark goes before the scorer's.
        essay: points of the essays together; None while one waits for a person.
        penalty: points taken off the sum for handing in late.
        record: what autograding decided.
        days: days (UTC, ISO 8601) on which an answer was saved, one entry an answer.
    """

    name: str
    points: dict[str, float]
    essay: float | None
    penalty: float
    record: Scores
    days: tuple[str, ...]

    @property
    def total(self) -> float:
        """Points of all questions, without the essay."""
        return sum(self.points.values())

    def answer(self, question: str) -> Any:  # noqa: ANN401 - any JSON value
        """The answer to a question, None if there is none."""
        return next((item.answer for item in self.record.items if item.question == question), None)


class Class(msgspec.Struct, frozen=True):
    """A class and one assignment."""

    assignment: Assignment
    most: dict[str, float]
    """Question to the points it gives, in order."""
    learners: tuple[Learner, ...]

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
    """
    book = address(root, database)
    assignment = load_assignment(name, root / "release" / name, root / "keys")
    with Gradebook(book) as gradebook:
        try:
            submissions = gradebook.assignment_submissions(name)
        except MissingEntry:
            raise AssignmentError(f"{name}: the grade book has no such assignment.") from None
        found = [_learner(s, root / "autograded" / str(s.student.id) / name, assignment) for s in submissions]
    learners = tuple(sorted((each for each in found if each), key=lambda each: each.name))
    if not learners:
        raise AssignmentError(f"{name}: nothing is autograded yet; run `nbgrader autograde {name}` first.")
    most = {place: float(assignment.bank.draw(place, 0).points or 0) for place in assignment.places}
    return Class(assignment, most, learners)


def _learner(submission: Any, folder: Path, assignment: Assignment) -> Learner | None:  # noqa: ANN401 - nbgrader is untyped
    if not (folder / record.FILE).exists():
        return None
    scores = record.read(folder / record.FILE)
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    points = {str(g.name): float(g.score) for g in grades if g.name in assignment.places}
    essays = [g for g in grades if g.name not in assignment.places]
    waits = any(g.needs_manual_grade for g in essays)
    return Learner(
        str(submission.student.id),
        {place: points.get(place, 0.0) for place in assignment.places},
        None if waits or not essays else sum(float(g.score) for g in essays),
        float(submission.late_submission_penalty or 0.0),
        scores,
        _days(folder / JOURNAL, assignment.places),
    )


def _days(path: Path, asked: Collection[str]) -> tuple[str, ...]:
    try:
        data = read_plain(path, 10**8)
        answers = parse(data, JOURNAL).answers if data else {}
        return tuple(sorted(answers[question].saved_at[:10] for question in answers.keys() & set(asked)))
    except (NotPlainError, JournalError):
        return ()
