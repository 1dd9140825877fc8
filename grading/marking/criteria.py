"""Points by criterion, in a small table of the grade book, where nbgrader keeps only their sum.

Its rows name a grade of nbgrader's, without a constraint, so that nbgrader can remove the grade.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, Float, MetaData, String, Table, delete, insert, inspect, select

_TABLE = Table(
    "course_criteria",
    MetaData(),
    Column("grade_id", String(32), primary_key=True),
    Column("number", String(20), primary_key=True),
    Column("points", Float, nullable=False),
)


def points_of(gradebook: Any, grades: Iterable[str]) -> dict[str, dict[str, float]]:  # noqa: ANN401 - nbgrader is untyped
    """Grade id to criterion to points, for those of the grades that were given by criterion."""
    found: dict[str, dict[str, float]] = {}
    if inspect(gradebook.db.connection()).has_table(_TABLE.name):
        rows = gradebook.db.execute(select(_TABLE).where(_TABLE.c.grade_id.in_(list(grades))).order_by(_TABLE.c.number))
        for grade, number, points in rows:
            found.setdefault(grade, {})[number] = points
    return found


def keep_points(gradebook: Any, grade: str, points: Mapping[str, float]) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Keep what the criteria of a grade earned, in the place of what was kept."""
    # By another connection SQLite would wait for this one, for ever.
    _TABLE.create(gradebook.db.connection(), checkfirst=True)
    gradebook.db.execute(delete(_TABLE).where(_TABLE.c.grade_id == grade))
    if points:
        rows = [{"grade_id": grade, "number": number, "points": each} for number, each in points.items()]
        gradebook.db.execute(insert(_TABLE), rows)
    gradebook.db.commit()
