"""A mark counts only for the work that was on the page: both are compared as it is kept, in one transaction.

A page may be open while the same work is collected and graded again. What is asked for without the page's word, as by a
script, is kept as nbgrader keeps it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tornado import web

from grading.marking.basis import bases, hold
from grading.marking.standing import digest
from grading.showing.formgrader.seat import blind_essay

_AGAIN = "Load the page again, and look at what is there now."
_AS_SHOWN = {"auto_score": "automatic points", "max_score": "points that can be earned"}


@contextmanager
def unchanged(handler: Any, grade: Any) -> Iterator[None]:  # noqa: ANN401 - nbgrader is untyped
    """Keep within what a marker gives; 409 if the work, or what it earns by itself, is not what the page showed.

    The same where the page showed one marker's own mark, and both are handed in by now: what is given then is a
    moderated mark, and nobody meant that.

    Args:
        handler: with a body that holds what the page showed as `seen`, whether it showed the own mark only as `blind`,
            and nbgrader's members of a grade.
        grade: nbgrader's; None for a comment on a cell that earns nothing.
    """
    if grade is None:
        yield
        return
    try:
        hold(handler.gradebook, grade.notebook_id)
        if why := _why(handler, grade):
            raise web.HTTPError(409, f"Nothing was saved. {why} {_AGAIN}")
        yield
    finally:
        # What was not kept must not keep others waiting.
        handler.gradebook.db.rollback()


def _why(handler: Any, grade: Any) -> str:  # noqa: ANN401 - nbgrader is untyped
    told = handler.get_json_body() or {}
    if not isinstance(told, dict) or "seen" not in told:
        return ""
    kept = bases(handler.gradebook, [grade.id]).get(grade.id)
    # Without a row nothing was entered since an earlier version of the course, so the page shows what is there.
    if kept is not None and digest(kept.shown) != told["seen"]:
        return "Other work was handed in and graded after this page was loaded."
    if told.get("blind") is True and blind_essay(handler, grade) is None:
        return "Both markers had handed in their marks by then."
    for name, what in _AS_SHOWN.items():
        now = getattr(grade, name)
        if name in told and told[name] != now:
            return f"The {what} changed after this page was loaded: {_points(told[name])} then, {_points(now)} now."
    return ""


def _points(points: object) -> str:
    return f"{points:g}" if isinstance(points, int | float) else "none"
