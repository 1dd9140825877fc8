"""Each marker's own mark of an essay, in a table of the grade book apart from nbgrader's grade.

While one of two marks is missing nbgrader's grade holds nothing, so none of its pages, lists and exports can show one
marker what the other gave. The grade book and not a file keeps them, because two persons may write to it at once.
Rows name a grade of nbgrader's, without a constraint, so that nbgrader can remove the grade.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from nbgrader.api import BaseCell, Grade
from sqlalchemy import Boolean, Column, Float, MetaData, String, Table, Text, delete, insert, inspect, select, update

_TABLE = Table(
    "course_marks",
    MetaData(),
    Column("grade_id", String(32), primary_key=True),
    Column("marker", String(128), primary_key=True),
    Column("points", Float),
    Column("criteria", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("done", Boolean, nullable=False),
)


class Mark(msgspec.Struct, frozen=True):
    """What one marker gives an essay.

    Attributes:
        points: of the whole; None while it is not complete.
        criteria: criterion to points, as far as they are given.
        comment: for the learner, as Markdown.
        done: whether the marker has handed it in.
    """

    points: float | None = None
    criteria: Mapping[str, float] = msgspec.field(default_factory=dict)
    comment: str = ""
    done: bool = False


def marks_of(gradebook: Any, grades: Iterable[str]) -> dict[str, dict[str, Mark]]:  # noqa: ANN401 - nbgrader is untyped
    """Grade id to marker to mark."""
    found: dict[str, dict[str, Mark]] = {}
    if _there(gradebook):
        for row in gradebook.db.execute(select(_TABLE).where(_TABLE.c.grade_id.in_(list(grades)))):
            mark = Mark(row.points, json.loads(row.criteria), row.comment, bool(row.done))
            found.setdefault(row.grade_id, {})[row.marker] = mark
    return found


def keep_mark(gradebook: Any, grade: str, marker: str, mark: Mark) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Keep a marker's mark in the place of what was kept; it is not committed."""
    _TABLE.create(gradebook.db.connection(), checkfirst=True)
    where = (_TABLE.c.grade_id == grade) & (_TABLE.c.marker == marker)
    values = {
        "points": mark.points, "criteria": json.dumps(dict(mark.criteria)), "comment": mark.comment, "done": mark.done,
    }  # fmt: skip
    if not gradebook.db.execute(update(_TABLE).where(where).values(values)).rowcount:
        gradebook.db.execute(insert(_TABLE).values(grade_id=grade, marker=marker, **values))


def reopen(gradebook: Any, grades: Iterable[str]) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Let marks wait for their markers again, because the work is another; it is not committed."""
    if _there(gradebook):
        gradebook.db.execute(update(_TABLE).where(_TABLE.c.grade_id.in_(list(grades))).values(done=False))


def drop(gradebook: Any, grades: Iterable[str]) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Forget the marks of grades that are taken out; it is not committed."""
    if _there(gradebook):
        gradebook.db.execute(delete(_TABLE).where(_TABLE.c.grade_id.in_(list(grades))))


def kept_for(gradebook: Any, notebook: str) -> list[tuple[str, float]]:  # noqa: ANN401 - nbgrader is untyped
    """Name of a cell and points, for every mark that was given in a notebook of an assignment."""
    if not _there(gradebook):
        return []
    rows = (
        select(BaseCell.name, _TABLE.c.points)
        .join(Grade, Grade.cell_id == BaseCell.id)
        .join(_TABLE, _TABLE.c.grade_id == Grade.id)
        .where(BaseCell.notebook_id == notebook, _TABLE.c.points.isnot(None))
    )
    return [(str(name), float(points)) for name, points in gradebook.db.execute(rows)]


def _there(gradebook: Any) -> bool:  # noqa: ANN401 - nbgrader is untyped
    return bool(inspect(gradebook.db.connection()).has_table(_TABLE.name))
