"""Everybody's marks, as plain values from nbgrader's grade book."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import msgspec
from nbgrader.api import Assignment, BaseCell, Comment, SubmittedAssignment, SubmittedNotebook

from grading.groups.counts import Counted


class Mark(msgspec.Struct, frozen=True):
    """What a learner has for an assignment.

    Attributes:
        points: after the late penalty, never below 0.
        waits: whether a part of it waits for a person, so that the points are not final.
        comments: what was said about each part, by the part's id.
    """

    points: float
    waits: bool
    comments: tuple[str, ...] = ()


class Column(msgspec.Struct, frozen=True):
    """An assignment: its id, the most points, and learner to mark; who handed nothing in is not there."""

    assignment: str
    max_points: float
    marks: Mapping[str, Mark]


def read_column(gradebook: Any, assignment: str, counted: Counted | None = None) -> Column:  # noqa: ANN401 - nbgrader is untyped
    """All marks of an assignment, in three queries whatever the number of learners.

    Args:
        gradebook: nbgrader's.
        assignment: its id.
        counted: of groups, whose hand-in counts for whom; each member has its mark. Where nobody has chosen, it waits.

    Raises:
        nbgrader.api.MissingEntry: the grade book has no such assignment.
    """
    most = float(gradebook.find_assignment(assignment).max_score)
    said = _comments(gradebook, assignment)
    submitted = (
        gradebook.db.query(
            SubmittedAssignment.student_id,
            SubmittedAssignment.score,
            SubmittedAssignment.late_submission_penalty,
            SubmittedAssignment.needs_manual_grade,
        )
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .filter(Assignment.name == assignment)
    )
    marks = {
        str(who): Mark(max(0.0, float(score) - float(penalty)), bool(waits), tuple(said[str(who)]))
        for who, score, penalty, waits in submitted
    }
    if counted:
        shared = {who: marks[counts] for who, counts in counted.whose.items() if counts in marks}
        waiting = {who: msgspec.structs.replace(marks.get(who, Mark(0.0, True)), waits=True) for who in counted.waiting}
        marks = marks | shared | waiting
    return Column(assignment, most, marks)


def _comments(gradebook: Any, assignment: str) -> defaultdict[str, list[str]]:  # noqa: ANN401 - nbgrader is untyped
    """Learner to the comments of persons; what grading says by itself is for whoever grades."""
    rows = (
        gradebook.db.query(SubmittedAssignment.student_id, Comment)
        .select_from(Comment)
        .join(SubmittedNotebook, SubmittedNotebook.id == Comment.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(BaseCell, BaseCell.id == Comment.cell_id)
        .filter(Assignment.name == assignment)
        .order_by(BaseCell.name)
    )
    found = defaultdict[str, list[str]](list)
    for who, comment in rows:
        if text := comment.manual_comment:
            found[str(who)].append(str(text))
    return found
