"""What the plugins share: whose marks of what, what stands for a mark that is not there, and the file."""

import csv
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Dict, Enum, Unicode

from grading.errors import give_up
from grading.export.harmless import harmless
from grading.export.marks import Column, Learner, Mark, read_column, read_learners


class MarksExporter(ExportPlugin):  # type: ignore[misc] # nbgrader is untyped
    """Write one row a learner and one mark an assignment, as a CSV file in UTF-8.

    What nobody handed in is left blank and not 0. So is a mark of which a part waits for a person: a sum without the
    essay is no mark.
    """

    default_file: ClassVar[str]

    missing = Enum(
        ("blank", "zero"), "blank", help="What stands for an assignment that a learner did not hand in."
    ).tag(config=True)
    unfinished = Bool(False, help="Whether to write points that still wait for a person.").tag(config=True)
    columns = Dict(
        key_trait=Unicode(),
        value_trait=Unicode(),
        help="Assignment to the name of its column on the platform, as the platform itself exports it.",
    ).tag(config=True)

    def export(self, gradebook: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
        """Read the grade book and write the file.

        Raises:
            NbGraderException: an assignment or a learner asked for is unknown, or the file can't be written. One line
                of the log says which.
        """
        known = {a.name for a in gradebook.assignments}
        chosen = [str(a) for a in self.assignment] or sorted(known)
        learners = read_learners(gradebook, [str(s) for s in self.student])
        self._check("assignment", chosen, known)
        self._check("learner", [str(s) for s in self.student], {each.id for each in learners})
        if not chosen or not learners:
            give_up(self, f"nothing to export: the grade book has no {'learners' if chosen else 'assignments'} yet.")
        columns = [read_column(gradebook, name) for name in chosen]
        for column in columns:
            waiting = sum(mark.waits for mark in column.marks.values())
            if waiting:
                done = "written as they are" if self.unfinished else "left blank"
                self.log.warning("%s: %s marks wait for a person and were %s.", column.assignment, waiting, done)
        self._write(Path(self.to or self.default_file), [*self.table(learners, columns)])

    @abstractmethod
    def table(self, learners: Sequence[Learner], columns: Sequence[Column]) -> Iterator[list[str]]:
        """The rows of the file, the header first."""

    def points(self, mark: Mark | None) -> str:
        """A mark as both platforms read one: a decimal point, no more than four digits after it, no thousands."""
        if mark is None:
            return "0" if self.missing == "zero" else ""
        return "" if mark.waits and not self.unfinished else number(mark.points)

    def heading(self, assignment: str) -> str:
        """The name of an assignment's column."""
        return str(self.columns.get(assignment, assignment))

    def _check(self, kind: str, asked: Sequence[str], known: set[str]) -> None:
        for name in asked:
            if name not in known:
                give_up(self, f"the grade book has no {kind} “{name}”; it has {', '.join(sorted(known)) or 'none'}.")

    def _write(self, path: Path, rows: list[list[str]]) -> None:
        try:
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([harmless(cell) for cell in row] for row in rows)
        except OSError as e:
            give_up(self, f"{path}: can't be written ({e.strerror}).")
        self.log.info("Wrote %s", path)


def number(value: float) -> str:
    """A number as text, such as `8.5` or `54`."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
