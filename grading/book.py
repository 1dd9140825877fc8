"""The grade book: where it is, and what it alone keeps of an assignment."""

from functools import cache
from pathlib import Path
from typing import Any

from nbgrader import api
from nbgrader.api import MissingEntry
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import URL

from grading.handout.assignment import AssignmentError


def address(root: Path, database: str = "") -> str:
    """The address of the grade book: as given, or `gradebook.db` in nbgrader's course root.

    Raises:
        AssignmentError: there is none.
    """
    book = root / "gradebook.db"
    if not database and not book.is_file():
        raise AssignmentError(f"{book}: no such grade book; autograde first, or name another place with --root.")
    return database or sqlite(book)


def sqlite(path: Path) -> str:
    """The address of a grade book in a file, whatever letters lead to it: % and ? mean something in an address."""
    return URL.create("sqlite", database=str(path)).render_as_string()


@cache
def newest() -> str:
    """The version of the tables of a new grade book: the id of the last of nbgrader's migrations."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - only who makes a grade book needs it

    return ScriptDirectory(ALEMBIC_DIR).get_current_head() or ""


def read_version_here() -> None:
    """Let nbgrader read in this process which version a new grade book has.

    It asks the program alembic, which loads all of nbgrader once more: two thirds of what the first command takes.
    """
    api.get_alembic_version = newest


def locked_cells(gradebook: Any, name: str) -> dict[str, tuple[str, str]]:  # noqa: ANN401 - nbgrader is untyped
    """Id to (source, checksum) of the cells that a learner can't edit, with what a release leaves out of them.

    Raises:
        AssignmentError: the grade book has no such assignment.
    """
    try:
        cells = gradebook.find_notebook(name, name).source_cells
    except MissingEntry:
        raise AssignmentError(
            f"the grade book has no assignment “{name}”; run `nbgrader generate_assignment {name}`."
        ) from None
    return {c.name: (c.source, c.checksum) for c in cells if c.locked}
