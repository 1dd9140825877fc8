"""Grades and comments as whoever asks may see and change them, in the place of nbgrader's handlers.

They are nbgrader's own for all that one person marks.
"""

import json
from typing import Any

from nbgrader.api import Grade
from nbgrader.server_extensions.formgrader import apihandlers as stock
from tornado import web

from grading.marking.settle import Essay, hand_in
from grading.showing.formgrader.fresh import unchanged
from grading.showing.formgrader.guarded import Telling, found, guarded
from grading.showing.formgrader.seat import any_essay, blind_essay, keep_own, one_of_the_two, own


class GradesHandler(Telling, stock.GradeCollectionHandler):  # type: ignore[misc] # nbgrader is untyped
    """The grades of a submission, as whoever asks may see them."""

    @guarded
    def get(self) -> None:
        """All of them."""
        notebook = found(self.gradebook.find_submission_notebook_by_id, self.get_argument("submission_id"))
        self.write(json.dumps([_shown(self, grade) for grade in notebook.grades]))


class GradeHandler(Telling, stock.GradeHandler):  # type: ignore[misc] # nbgrader is untyped
    """One grade; what a marker gives before both are in is kept apart from it."""

    @guarded
    def get(self, grade_id: str) -> None:
        """As whoever asks may see it."""
        self.write(json.dumps(_shown(self, found(self.gradebook.find_grade_by_id, grade_id))))

    @guarded
    def put(self, grade_id: str) -> Any:  # noqa: ANN401 - nbgrader is untyped
        """Keep it; 409 if the page showed other work."""
        grade = found(self.gradebook.find_grade_by_id, grade_id)
        with unchanged(self, grade):
            of = blind_essay(self, grade)
            return super().put(grade_id) if of is None else self._apart(grade, of)

    def _apart(self, grade: Any, of: Essay) -> Any:  # noqa: ANN401 - nbgrader is untyped
        points = (self.get_json_body() or {}).get("manual_score")
        try:
            points = None if points is None else float(points)
        except (TypeError, ValueError):
            points = float("nan")
        if points is not None and not 0 <= points <= grade.max_score:
            raise web.HTTPError(400, f"expected 0 to {grade.max_score:g} points")
        keep_own(self, of, points=points)
        return self.write(json.dumps(_shown(self, grade)))


class CommentsHandler(Telling, stock.CommentCollectionHandler):  # type: ignore[misc] # nbgrader is untyped
    """The comments of a submission, as whoever asks may see them."""

    @guarded
    def get(self) -> None:
        """All of them."""
        notebook = found(self.gradebook.find_submission_notebook_by_id, self.get_argument("submission_id"))
        self.write(json.dumps([_comment_shown(self, comment) for comment in notebook.comments]))


class CommentHandler(Telling, stock.CommentHandler):  # type: ignore[misc] # nbgrader is untyped
    """One comment; what a marker says before both are in is kept apart from it."""

    @guarded
    def get(self, comment_id: str) -> None:
        """As whoever asks may see it."""
        self.write(json.dumps(_comment_shown(self, found(self.gradebook.find_comment_by_id, comment_id))))

    @guarded
    def put(self, comment_id: str) -> Any:  # noqa: ANN401 - nbgrader is untyped
        """Keep it; 409 if the page showed other work."""
        comment = found(self.gradebook.find_comment_by_id, comment_id)
        grade = _grade_of(self, comment)
        with unchanged(self, grade):
            of = None if grade is None else blind_essay(self, grade)
            if of is None:
                return super().put(comment_id)
            keep_own(self, of, comment=str((self.get_json_body() or {}).get("manual_comment") or ""))
            return self.write(json.dumps(_comment_shown(self, comment)))


class HandInHandler(Telling, stock.BaseApiHandler):  # type: ignore[misc] # nbgrader is untyped
    """A marker says that the own mark of an essay is final."""

    @guarded
    def put(self, grade_id: str) -> None:
        """Take it; 409 if it is not complete, or the page showed other work."""
        grade = found(self.gradebook.find_grade_by_id, grade_id)
        with unchanged(self, grade):
            of = any_essay(self, grade)
            if of is None:
                raise web.HTTPError(409, "one person marks this essay")
            marker = one_of_the_two(self, of)
            if not of.both_in:
                if of.of(marker).points is None:
                    raise web.HTTPError(409, "no points yet, or not for every criterion")
                of = hand_in(self.gradebook, of, marker, of.of(marker))
        self.write(json.dumps({"bothIn": of.both_in}))


def _shown(handler: Any, grade: Any) -> dict[str, Any]:  # noqa: ANN401 - nbgrader is untyped
    says: dict[str, Any] = grade.to_dict()
    if of := blind_essay(handler, grade):
        mark = own(handler, of)
        says |= {
            "manual_score": mark.points,
            "needs_manual_grade": not mark.done,
            "score": mark.points or 0.0,
            "extra_credit": None,
        }
    return says


def _comment_shown(handler: Any, comment: Any) -> dict[str, Any]:  # noqa: ANN401 - nbgrader is untyped
    says: dict[str, Any] = comment.to_dict()
    grade = _grade_of(handler, comment)
    if grade is not None and (of := blind_essay(handler, grade)):
        said = own(handler, of).comment or None
        says |= {"manual_comment": said, "comment": said or comment.auto_comment}
    return says


def _grade_of(handler: Any, comment: Any) -> Any:  # noqa: ANN401 - nbgrader is untyped
    """The grade beside a comment; None where the cell earns nothing."""
    query = handler.gradebook.db.query(Grade)
    return query.filter(Grade.cell_id == comment.cell_id, Grade.notebook_id == comment.notebook_id).one_or_none()
