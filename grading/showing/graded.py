"""What the grade book says of one submission, read at once.

nbgrader's own step for it, GetGrades, opens the grade book anew for each submission and asks it for each cell by the
names of learner, assignment, notebook and cell: half of what giving feedback to a class took.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from nbgrader.api import BaseCell, Comment, Grade, MissingEntry

from grading.marking.criteria import points_of
from grading.showing.essays import Given


class Graded(msgspec.Struct, frozen=True):
    """A submission as the grade book has it now.

    Attributes:
        cells: cell id to points, points possible, comment, and whether it waits.
        criteria: cell id to the points by criterion, for what was given by criterion.
        penalty: points taken off for late work, None if there is none.
    """

    cells: Mapping[str, Given]
    criteria: Mapping[str, Mapping[str, float]]
    penalty: float | None

    def of(self, cell: str) -> Given:
        """What is said of one cell. Raises nbgrader's MissingEntry where nothing is."""
        if cell not in self.cells:
            raise MissingEntry(f"No such grade: {cell}")
        return self.cells[cell]


def graded(gradebook: Any, notebook: str, assignment: str, student: str) -> Graded:  # noqa: ANN401 - nbgrader is untyped
    """Read a submission.

    Raises:
        MissingEntry: nbgrader's; the grade book does not have it.
    """
    db, found = gradebook.db, gradebook.find_submission_notebook(notebook, assignment, student)
    names = dict(db.query(BaseCell.id, BaseCell.name).filter(BaseCell.notebook_id == found.notebook_id).tuples())
    said = db.query(Comment.cell_id, Comment.comment).filter(Comment.notebook_id == found.id)
    comments = {names[cell]: comment for cell, comment in said}
    grades = db.query(Grade.id, Grade.cell_id, Grade.score, Grade.max_score, Grade.needs_manual_grade)
    rows = grades.filter(Grade.notebook_id == found.id).all()
    by_grade = {grade: names[cell] for grade, cell, *_ in rows}
    return Graded(
        {
            names[cell]: Given(float(score), float(most), comments.get(names[cell]) or "", bool(waits))
            for _, cell, score, most, waits in rows
        },
        {by_grade[grade]: points for grade, points in points_of(gradebook, by_grade).items()},
        found.late_submission_penalty,
    )
