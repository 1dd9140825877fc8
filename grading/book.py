"""Where the grade book is."""

from pathlib import Path

from grading.assignment import AssignmentError


def address(root: Path, database: str = "") -> str:
    """The address of the grade book: as given, or `gradebook.db` in nbgrader's course root.

    Raises:
        AssignmentError: there is none.
    """
    book = root / "gradebook.db"
    if not database and not book.is_file():
        raise AssignmentError(f"{book}: no such grade book; autograde first, or name another place with --root.")
    return database or f"sqlite:///{book}"
