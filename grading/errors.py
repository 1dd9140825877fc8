"""What goes wrong often, in one line instead of a traceback or a misleading guess."""

import os
import shutil
import sys
import sysconfig
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, NoReturn

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters.base import NbGraderException
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from grading.handout.assignment import AssignmentError

_MIGRATION = "alembic"
_OLD = ("no such table", "no such column", "does not exist")


_ELSEWHERE = (
    "its folder is on a network drive that can't lock files. Move the course to a disk of this computer, or keep the "
    "grade book on PostgreSQL: NBGRADER_DB_URL."
)


def explain(error: BaseException) -> str | None:
    """One line for an error that is foreseen, "" if nbgrader has said it already, None for any other."""
    match error:
        case AssignmentError():
            return str(error)
        case NbGraderException():
            return ""
        case MissingEntry():
            return "this is not in the grade book; run `nbgrader autograde` with the assignment's name first."
        case OperationalError():
            return _database(error)
        case BrokenProcessPool():
            return "a process that scored was ended from outside, or ran out of memory; run this again."
        case _:
            return _system(error)


def give_up(converter: Any, why: AssignmentError | str) -> NoReturn:  # noqa: ANN401 - nbgrader is untyped
    """Say in one line why a converter can't start, and end its command as nbgrader ends it."""
    converter.log.error("%s", why)
    raise NbGraderException(str(why)) from None


def check_gradebook(coursedir: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Open the grade book and close it, before anything is changed.

    Raises:
        AssignmentError: it can't be opened.
    """
    try:
        Gradebook(coursedir.db_url, coursedir.course_id).close()
    except (OSError, SQLAlchemyError) as e:
        # The address may hold a password, so it is not repeated.
        raise AssignmentError(explain(e) or f"the grade book can't be opened ({e}).") from None


def find_programs() -> None:
    """Let nbgrader find the programs of its own environment, also where nobody activated it."""
    if shutil.which(_MIGRATION) is None:
        os.environ["PATH"] = os.pathsep.join((sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)))


def install_hook() -> None:
    """Explain what ends a command, where it can be explained; everything else is shown as before."""
    before = sys.excepthook
    if getattr(before, "__module__", "") == __name__:
        return

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        says = explain(error)
        if says is None:
            before(kind, error, trace)
        elif says:
            sys.stderr.write(f"[nbgrader | ERROR] {says}\n")

    sys.excepthook = hook


def _system(error: BaseException) -> str | None:
    if isinstance(error, FileNotFoundError) and error.filename == _MIGRATION:
        return "the program alembic, which nbgrader starts, is not on PATH; activate the course's environment first."
    return None


def _database(error: OperationalError) -> str:
    said = " ".join(str(error.orig).split())
    if "locked" in said:
        return (
            "the grade book is locked: another command or a formgrader writes to it. Run this again when it is done. "
            f"If none is running: {_ELSEWHERE}"
        )
    if "disk is full" in said:
        return "the disk with the grade book is full. Make room, then run this again."
    if "readonly" in said:
        return "the grade book can't be written: it or its folder is read-only, or belongs to somebody else."
    if "disk I/O error" in said or "locking protocol" in said:
        return f"the disk with the grade book is full or fails ({said}), or {_ELSEWHERE}"
    if any(part in said for part in _OLD):
        return f"the grade book is of another nbgrader ({said}); back it up, then run `nbgrader db upgrade`."
    return f"the grade book can't be opened ({said}); check CourseDirectory.db_url, or NBGRADER_DB_URL."
