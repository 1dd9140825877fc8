"""Marks for Moodle: Grades ▸ Import ▸ CSV file.

Moodle documents (Grade import) a file with any columns, each of which is mapped by hand: one identifies the learner, by
ID number, e-mail address or username; the rest are marks and feedback. Feedback that is mapped without its marks loses
them, so the two stand side by side, named as in Moodle's own export. Its importer (`grade/import/csv`) takes a row
without an identifier for the learner of the row before, and ends at the first learner it does not know; so a learner
without the identifier is left out here, and named. A blank mark takes away the one that Moodle has.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import ClassVar

from traitlets import Bool, Enum

from grading.export.base import MarksExporter
from grading.export.marks import Column, Learner
from grading.reading.inert import visible


class MoodleExporter(MarksExporter):
    """Write the marks, and what was said about them, as Moodle's grade book takes them in."""

    default_file: ClassVar[str] = "moodle.csv"

    identifier = Enum(
        ("ID number", "Email address", "Username"),
        "Username",
        help="Column by which Moodle finds a learner: the grade book's e-mail address, or its id under another name.",
    ).tag(config=True)
    feedback = Bool(True, help="Whether to write the comments beside each mark.").tag(config=True)

    def table(self, learners: Sequence[Learner], columns: Sequence[Column]) -> Iterator[list[str]]:
        """Header and a row a learner."""
        parts = ("", " (Feedback)") if self.feedback else ("",)
        yield [
            "First name",
            "Last name",
            self.identifier,
            *(self.heading(c.assignment) + p for c in columns for p in parts),
        ]
        for learner in learners:
            known_as = learner.email if self.identifier == "Email address" else learner.id
            # PHP, in which Moodle is written, takes “0” for nothing.
            if known_as.strip() in ("", "0"):
                self.log.warning("%s has no %s and was left out.", learner.id, self.identifier.lower())
                continue
            cells = [cell for c in columns for cell in self._cells(c, learner)]
            yield [learner.first_name, learner.last_name, known_as, *cells]

    def _cells(self, column: Column, learner: Learner) -> list[str]:
        mark = column.marks.get(learner.id)
        points = self.points(mark)
        # Moodle shows feedback as HTML.
        said = escape("\n".join(map(visible, mark.comments)), quote=False) if mark and points else ""
        return [points, said] if self.feedback else [points]
