"""For which work a mark was given, in a small table of the grade book, so that both change in one transaction.

Its rows name a grade of nbgrader's, without a constraint, so that nbgrader can remove the grade.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from nbgrader.api import SubmittedNotebook
from sqlalchemy import Column, MetaData, String, Table, Text, delete, insert, select, update

from grading.marking.standing import Basis

_TABLE = Table(
    "course_basis",
    MetaData(),
    Column("grade_id", String(32), primary_key=True),
    Column("shown", Text),
    Column("given", Text),
)


def bases(gradebook: Any, grades: Iterable[str]) -> dict[str, Basis]:  # noqa: ANN401 - nbgrader is untyped
    """Grade id to what is kept beside it, for those of the grades that have something."""
    _TABLE.create(gradebook.db.connection(), checkfirst=True)
    rows = gradebook.db.execute(select(_TABLE).where(_TABLE.c.grade_id.in_(list(grades))))
    return {str(grade): Basis(shown, given) for grade, shown, given in rows}


def keep(gradebook: Any, kept: Mapping[str, Basis]) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Keep this beside grades, in the place of what was kept. The caller commits."""
    gradebook.db.execute(delete(_TABLE).where(_TABLE.c.grade_id.in_(list(kept))))
    if kept:
        rows = [{"grade_id": grade, "shown": each.shown, "given": each.given} for grade, each in kept.items()]
        gradebook.db.execute(insert(_TABLE), rows)


def hold(gradebook: Any, notebook: str) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Let nobody else change the grades of a submission until this transaction ends, and forget what was read before.

    Work and mark are compared and written in one go then, whether a person marks or a command enters new work.
    """
    # SQLite has no lock that is asked for; whoever writes has one.
    same = SubmittedNotebook.__table__
    gradebook.db.execute(update(same).where(same.c.id == notebook).values(flagged=same.c.flagged))
    gradebook.db.expire_all()
