"""What the grade book has for a penalty, in step with everything that it depends on, whoever changes it.

nbgrader works a penalty out once, when it autogrades; points that a person gives later would count in full. Here every
change of a grade, a time of handing in, an extension or a due date renews it, in the same transaction.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from jupyter_core.application import JupyterApp
from nbgrader.api import Assignment, Grade, SubmittedAssignment, SubmittedNotebook
from nbgrader.apps.baseapp import NbGrader
from sqlalchemy import event, inspect, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value
from traitlets.config import Application, Config

from grading.handout.assignment import AssignmentError
from grading.late.rule import Rule

_log = logging.getLogger(__name__)
_rule: Callable[[], Rule] | None = None


def settings(root: Path) -> Config:
    """Nbgrader's configuration for a course root, as its commands and its formgrader read it."""
    app: Any = NbGrader()
    JupyterApp.load_config_file(app)
    Application.load_config_file(app, "nbgrader_config.py", path=str(root))
    found: Config = app.config
    return found


def follow(config: Callable[[], Config]) -> None:
    """Renew penalties from now on in this process, by the rule of a configuration that is read when it is needed."""
    global _rule  # noqa: PLW0603 - nbgrader makes its sessions itself, and hands them nothing
    _rule = cache(lambda: Rule(config()))
    if not event.contains(Session, "after_flush", _after_flush):
        event.listen(Session, "after_flush", _after_flush)


def renew(gradebook: Any, assignment: str) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Renew all penalties of an assignment, as needed after a change of the rule.

    Raises:
        AssignmentError: the rule is missing or fails.
    """
    _renew(gradebook.db(), Assignment.name == assignment)
    gradebook.db.commit()


def _after_flush(session: Session, _context: object) -> None:
    # The session still tells what it has just written.
    written = [*session.new, *session.dirty]
    gone = [inspect(each).dict.get("notebook_id") for each in session.deleted if isinstance(each, Grade)]
    notebooks = {each.notebook_id for each in written if isinstance(each, Grade)} | {*gone} - {None}
    submissions = {_id(each) for each in written if isinstance(each, SubmittedAssignment)}
    assignments = {_id(each) for each in written if isinstance(each, Assignment)}
    if notebooks or submissions or assignments:
        try:
            _renew(
                session,
                SubmittedNotebook.id.in_(notebooks)
                | SubmittedAssignment.id.in_(submissions)
                | Assignment.id.in_(assignments),
            )
        except AssignmentError as e:
            # A mark must not be lost because the rule fails. Feedback and autograde renew all, and refuse.
            _log.error("%s The mark is kept, the penalty stays as it was.", e)


def _renew(session: Session, which: Any) -> None:  # noqa: ANN401 - a condition of SQLAlchemy's
    of = select(SubmittedNotebook.id).join(SubmittedAssignment).join(Assignment).where(which)
    # Two graders who mark one submission at once: whoever comes second waits here, and counts what the first gave.
    locked = of.order_by(SubmittedNotebook.id).with_for_update(of=SubmittedNotebook, key_share=True)
    ids = [str(each) for each in session.scalars(locked)]
    rows = (
        select(
            SubmittedNotebook.id,
            SubmittedNotebook.score,
            SubmittedNotebook.late_submission_penalty,
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            Assignment.duedate,
        )
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(SubmittedNotebook.id.in_(ids))
    )
    found = session.execute(rows).all() if ids else []
    for notebook, score, before, who, handed_in, extension, due in found:
        seconds = _late(handed_in, extension, due)
        penalty = _current().penalty(str(who), float(score), seconds) if seconds > 0 else None
        if penalty != before:
            table: Any = SubmittedNotebook.__table__
            session.connection().execute(
                update(table).where(table.c.id == notebook).values(late_submission_penalty=penalty)
            )
            known = session.identity_map.get(session.identity_key(SubmittedNotebook, notebook))
            if known is not None:
                set_committed_value(known, "late_submission_penalty", penalty)


def _late(handed_in: datetime | None, extension: timedelta | None, due: datetime | None) -> float:
    """Seconds; 0 where nobody knows when it was handed in or when it was due."""
    if handed_in is None or due is None:
        return 0.0
    return max(0.0, (handed_in - due - (extension or timedelta())).total_seconds())


def _current() -> Rule:
    if _rule is None:
        raise AssignmentError("the rule for late work is not known; run this with the course's nbgrader_config.py.")
    return _rule()


def _id(each: Any) -> str:  # noqa: ANN401 - nbgrader is untyped
    # What is new has no identity yet, and what is expired has no attribute.
    return str(inspect(each).dict.get("id") or inspect(each).identity[0])
