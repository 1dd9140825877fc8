"""The learners of the grade book as plain values, and whose hand-ins stand in `submitted/`."""

from pathlib import Path
from typing import Any

import msgspec
from nbgrader.api import Student

from grading.roster.accounts import Known


class Listed(msgspec.Struct, frozen=True):
    """A learner of the grade book; "" stands for what it does not know."""

    id: str
    first_name: str
    last_name: str
    email: str
    number: str

    @property
    def name(self) -> str:
        """“Last, First”, or the id if the grade book has no name."""
        return ", ".join(filter(None, (self.last_name, self.first_name))) or self.id

    @property
    def known(self) -> Known:
        """What tells this learner from others."""
        names = {self.first_name + self.last_name, self.last_name + self.first_name} - {""}
        return Known(self.id, tuple(sorted(names)), self.number)


def learners(gradebook: Any) -> list[Listed]:  # noqa: ANN401 - nbgrader is untyped
    """Everybody in the grade book, by name."""
    found = [
        Listed(str(s.id), s.first_name or "", s.last_name or "", s.email or "", s.lms_user_id or "")
        for s in gradebook.db.query(Student).all()
    ]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def submitted(root: Path, assignment: str) -> set[str]:
    """Ids under which an assignment stands in `submitted/`."""
    folder = root / "submitted"
    return {each.name for each in folder.iterdir() if (each / assignment).is_dir()} if folder.is_dir() else set()
