"""Marks as nbgrader's own export writes them, for a spreadsheet: `nbgrader export`.

The columns and what stands in them are those of `nbgrader.plugins.CsvExportPlugin`, except that names with commas stay
in their cells, and that nothing begins a formula.
"""

import csv
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.plugins import ExportPlugin

from grading.collecting.ledger import LedgerError
from grading.errors import give_up
from grading.groups.counts import Counted
from grading.groups.found import look
from grading.late.untimed import told, untimed
from grading.reading.harmless import harmless
from grading.reading.inert import one_line
from grading.roster.learners import learners

HEADER = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score",
    "late_submission_penalty", "score", "max_score",
)  # fmt: skip


class PlainExporter(ExportPlugin):  # type: ignore[misc] # nbgrader is untyped
    """Write a row for each learner and assignment; who handed nothing in has 0."""

    def export(self, gradebook: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
        """Write `grades.csv`, or where `--to` says.

        Raises:
            NbGraderException: the file can't be written.
        """
        path = Path(self.to or "grades.csv")
        only, chosen = {str(s) for s in self.student}, {str(a) for a in self.assignment}
        who = [each for each in learners(gradebook) if not only or each.id in only]
        rows = []
        for assignment in gradebook.assignments:
            if chosen and assignment.name not in chosen:
                continue
            counted = self._counted(assignment.name) if self.parent is not None else None
            for each in who:
                try:
                    counts = counted.whose.get(each.id, each.id) if counted else each.id
                    handed_in = gradebook.find_submission(assignment.name, counts)
                    raw, penalty = float(handed_in.score), float(handed_in.late_submission_penalty)
                    marks = [handed_in.timestamp, raw, penalty, max(0.0, raw - penalty)]
                except MissingEntry:
                    marks = ["", 0.0, 0.0, 0.0]
                person = (each.id, each.last_name, each.first_name, each.email)
                cells = (assignment.name, assignment.duedate, marks[0], *person, *marks[1:], assignment.max_score)
                rows.append(["" if cell is None else str(cell) for cell in cells])
        try:
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([HEADER, *([harmless(cell) for cell in row] for row in rows)])
        except OSError as e:
            give_up(self, f"{path}: can't be written ({e.strerror}).")
        self.log.info("Wrote %s", path)

    def _counted(self, assignment: str) -> Counted:
        """Whose hand-in counts; who came late, nobody knows by how much, is named."""
        root = Path(self.parent.coursedir.root)
        try:
            if says := told(untimed(root, assignment)):
                self.log.warning("%s: %s", assignment, one_line(says))
        except LedgerError as e:
            give_up(self, str(e))
        return look(root, assignment)[1]
