"""Who asks, and what a marker of two is told and may change while the other's mark is missing: the own mark only."""

import os
from pathlib import Path
from typing import Any

import msgspec
from tornado import web

from grading.handout.assignment import AssignmentError
from grading.marking.marks import Mark, keep_mark
from grading.marking.pairs import load_pairs
from grading.marking.settle import Essay, essay

VARIABLE = "NBGRADER_MARKER"


def marker_of(handler: Any) -> str:  # noqa: ANN401 - nbgrader is untyped
    """Under which name whoever asks marks: as configured, or the user of the hub; "" if nobody knows."""
    if name := os.environ.get(VARIABLE, "").strip():
        return name
    if "JUPYTERHUB_USER" not in os.environ:
        return ""
    # Whoever asks, and not whose server it is: several markers may share one.
    return str(getattr(handler.current_user, "username", "") or os.environ["JUPYTERHUB_USER"])


def blind_essay(handler: Any, grade: Any) -> Essay | None:  # noqa: ANN401 - nbgrader is untyped
    """The essay of a grade, if two mark it and not both marks are in."""
    of = any_essay(handler, grade)
    return None if of is None or of.both_in else of


def any_essay(handler: Any, grade: Any) -> Essay | None:  # noqa: ANN401 - nbgrader is untyped
    """The essay of a grade, if two mark it; 409 if the table of markers can't be read."""
    try:
        return essay(handler.gradebook, grade, _root(handler))
    except AssignmentError as e:
        raise web.HTTPError(409, str(e)) from None


def own(handler: Any, of: Essay) -> Mark:  # noqa: ANN401 - nbgrader is untyped
    """What whoever asks has given."""
    return of.of(marker_of(handler))


def keep_own(handler: Any, of: Essay, **changes: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Keep a change of the own mark, which has to be handed in then; 403 for anybody but the two markers."""
    marker = one_of_the_two(handler, of)
    mark = msgspec.structs.replace(of.of(marker), **changes)
    if mark != of.of(marker):
        keep_mark(handler.gradebook, of.grade.id, marker, msgspec.structs.replace(mark, done=False))
    handler.gradebook.db.commit()


def told(handler: Any, notebook: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401 - nbgrader is untyped
    """Cell to what the page tells of two markers; the other's mark is in it only when both are in."""
    said = {}
    for grade in notebook.grades:
        if (of := any_essay(handler, grade)) is None:
            continue
        marks = [{"marker": name, **msgspec.to_builtins(of.of(name))} for name in of.pair.names]
        said[str(grade.name)] = {
            "marker": marker_of(handler),
            "mayMark": marker_of(handler) in of.pair.names,
            "bothIn": of.both_in,
            "toModerate": of.to_moderate,
            "tolerance": of.pair.tolerance,
            "done": own(handler, of).done,
            "marks": marks if of.both_in else [],
        }
    return said


def waits_for(handler: Any, submission: Any) -> bool:  # noqa: ANN401 - nbgrader is untyped
    """Whether something in a submission waits for whoever asks, and not only for the other marker."""
    if not load_pairs(_root(handler), submission.assignment.assignment.name):
        return bool(submission.needs_manual_grade)
    for grade in submission.grades:
        of = blind_essay(handler, grade)
        if grade.needs_manual_grade and (
            of is None or (marker_of(handler) in of.pair.names and not own(handler, of).done)
        ):
            return True
    return False


def one_of_the_two(handler: Any, of: Essay) -> str:  # noqa: ANN401 - nbgrader is untyped
    """The marker who asks; 403 for anybody else."""
    marker = marker_of(handler)
    if marker not in of.pair.names:
        who = f"you are “{marker}”" if marker else f"nobody knows who you are; start with {VARIABLE} set to your name"
        raise web.HTTPError(403, f"{' and '.join(of.pair.names)} mark this essay, and {who}")
    return marker


def _root(handler: Any) -> Path:  # noqa: ANN401 - nbgrader is untyped
    return Path(handler.coursedir.root)
