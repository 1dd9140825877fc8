"""Of two marks the one that nbgrader has: their mean where they are near, else none until somebody gives it.

As universities have it for blind double marking: neither marker knows the other's decision until both have made one; a
small discrepancy is resolved by the mean, a larger one by a moderated mark.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

import msgspec
from nbgrader.api import Comment, SubmittedNotebook, TaskCell
from sqlalchemy import select

from grading.marking.criteria import keep_points, points_of
from grading.marking.marks import Mark, keep_mark, marks_of
from grading.marking.pairs import Pair, Pairs, load_pairs

NOBODY = Mark()


class Essay(msgspec.Struct, frozen=True):
    """An essay that two mark.

    Attributes:
        grade: nbgrader's.
        learner: nbgrader's id.
        task: id of the task.
        pair: its markers.
        marks: marker to mark, of these two only.
    """

    grade: Any
    learner: str
    task: str
    pair: Pair
    marks: dict[str, Mark]

    def of(self, marker: str) -> Mark:
        """What a marker has given so far."""
        return self.marks.get(marker, NOBODY)

    @property
    def both_in(self) -> bool:
        """Whether both have handed in their marks, so that each may see the other's."""
        return all(self.of(name).done for name in self.pair.names)

    @property
    def points(self) -> tuple[float, float]:
        """What the two gave."""
        first, second = (self.of(name).points or 0.0 for name in self.pair.names)
        return first, second

    @property
    def near(self) -> bool:
        """Whether the two differ by no more than they may."""
        return abs(self.points[0] - self.points[1]) <= self.pair.tolerance + 1e-9

    @property
    def to_moderate(self) -> bool:
        """Whether somebody has to give the mark, because the two differ by more."""
        return self.both_in and not self.near and bool(self.grade.needs_manual_grade)


def essay(gradebook: Any, grade: Any, root: Path) -> Essay | None:  # noqa: ANN401 - nbgrader is untyped
    """The essay of a grade, if two mark it.

    Raises:
        AssignmentError: the table of markers can't be read.
    """
    if not isinstance(grade.cell, TaskCell):
        return None
    submission = grade.notebook.assignment
    pair = load_pairs(root, submission.assignment.name).of(str(submission.student_id))
    return _begun(gradebook, grade, pair, marks_of(gradebook, [grade.id]).get(grade.id, {})) if pair else None


def essays(gradebook: Any, assignment: str, pairs: Pairs) -> Iterator[Essay]:  # noqa: ANN401 - nbgrader is untyped
    """All essays of an assignment that two mark, by learner."""
    for grade, pair, marks in _with_pairs(gradebook, assignment, pairs):
        if found := _begun(gradebook, grade, pair, marks):
            yield found


class Marked(msgspec.Struct, frozen=True):
    """An essay of which two have handed in their marks, as plain values; `waits` for a moderated mark."""

    pair: Pair
    task: str
    first: Mark
    second: Mark
    near: bool
    waits: bool


def marked(gradebook: Any, assignment: str, pairs: Pairs) -> tuple[Marked, ...]:  # noqa: ANN401 - nbgrader is untyped
    """Those of an assignment."""
    every = (_essay(*each) for each in _with_pairs(gradebook, assignment, pairs))
    found = [each for each in every if each.both_in]
    return tuple(Marked(e.pair, e.task, e.of(e.pair.first), e.of(e.pair.second), e.near, e.to_moderate) for e in found)


def hand_in(gradebook: Any, of: Essay, marker: str, mark: Mark) -> Essay:  # noqa: ANN401 - nbgrader is untyped
    """Take a marker's mark for final; if it is the second of the two, settle the essay."""
    # Who of two comes second, at the same moment, waits here and then sees the first one's.
    gradebook.db.execute(
        select(SubmittedNotebook.id).where(SubmittedNotebook.id == of.grade.notebook_id).with_for_update()
    )
    keep_mark(gradebook, of.grade.id, marker, msgspec.structs.replace(mark, done=True))
    gradebook.db.flush()
    marks = marks_of(gradebook, [of.grade.id])[of.grade.id]
    of = msgspec.structs.replace(of, marks={n: marks[n] for n in of.pair.names if n in marks})
    if of.both_in:
        _settle(gradebook, of)
    gradebook.db.commit()
    return of


def comment_of(gradebook: Any, grade: Any) -> Any:  # noqa: ANN401 - nbgrader is untyped
    """Nbgrader's comment on the cell of a grade."""
    return (
        gradebook.db.query(Comment)
        .filter(Comment.cell_id == grade.cell_id, Comment.notebook_id == grade.notebook_id)
        .one()
    )


def _begun(gradebook: Any, grade: Any, pair: Pair, marks: dict[str, Mark]) -> Essay | None:  # noqa: ANN401
    """The essay; None if nothing was written, which is 0 without anybody looking.

    A mark that was given before there were two markers becomes the first one's, and is nbgrader's no longer.
    """
    if not marks and grade.manual_score is None and not grade.needs_manual_grade:
        return None
    if not marks and grade.manual_score is not None:
        comment = comment_of(gradebook, grade)
        criteria = points_of(gradebook, [grade.id]).get(grade.id, {})
        marks = {
            pair.first: Mark(
                float(grade.manual_score), criteria, comment.manual_comment or "", not grade.needs_manual_grade
            )
        }
        keep_mark(gradebook, grade.id, pair.first, marks[pair.first])
        grade.manual_score, comment.manual_comment, grade.needs_manual_grade = None, None, True
        keep_points(gradebook, grade.id, {})  # commits all of it
    found = _essay(grade, pair, marks)
    if not found.both_in and not grade.needs_manual_grade:
        grade.needs_manual_grade = True
        gradebook.db.commit()
    return found


def _essay(grade: Any, pair: Pair, marks: dict[str, Mark]) -> Essay:  # noqa: ANN401 - nbgrader is untyped
    learner = str(grade.notebook.assignment.student_id)
    return Essay(grade, learner, str(grade.name), pair, {n: marks[n] for n in pair.names if n in marks})


def _with_pairs(
    gradebook: Any,  # noqa: ANN401 - nbgrader is untyped
    assignment: str,
    pairs: Pairs,
) -> Iterator[tuple[Any, Pair, dict[str, Mark]]]:
    """The grades of essays that two mark, by learner, with the marks that there are."""
    if not pairs:
        return
    submissions = gradebook.assignment_submissions(assignment)
    grades = [g for s in submissions for n in s.notebooks for g in n.grades if isinstance(g.cell, TaskCell)]
    marks = marks_of(gradebook, [g.id for g in grades])
    for grade in sorted(grades, key=lambda g: (str(g.notebook.assignment.student_id), g.name)):
        if pair := pairs.of(str(grade.notebook.assignment.student_id)):
            yield grade, pair, marks.get(grade.id, {})


def _settle(gradebook: Any, of: Essay) -> None:  # noqa: ANN401 - nbgrader is untyped
    first, second = (of.of(name) for name in of.pair.names)
    said = dict.fromkeys(filter(None, (first.comment.strip(), second.comment.strip())))
    comment_of(gradebook, of.grade).manual_comment = "\n\n".join(said) or None
    if not of.near:
        of.grade.manual_score, of.grade.needs_manual_grade = None, True
        keep_points(gradebook, of.grade.id, {})
        return
    of.grade.manual_score, of.grade.needs_manual_grade = fmean(of.points), False
    criteria = {}
    if first.criteria.keys() == second.criteria.keys():
        criteria = {number: fmean((points, second.criteria[number])) for number, points in first.criteria.items()}
    adds_up = math.isclose(sum(criteria.values()), of.grade.manual_score, abs_tol=1e-6)
    keep_points(gradebook, of.grade.id, criteria if adds_up else {})
