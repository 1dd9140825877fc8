"""Marks for one assignment of Moodle: its grading worksheet (View all submissions ▸ Upload grading worksheet).

The importer (`mod/assign/feedback/offline/importgradeslib.php` and `locallib.php`) finds its columns by their headings:
Identifier, Grade, Last modified (grade), and those of the feedback, in the language of the site. A learner is the
number behind “Participant ”, which stands in the names of the archives, too, and differs from assignment to assignment
(`get_uniqueid_for_user`). A blank grade changes nothing; a blank comment takes away the comment that is there. A mark
that Moodle has is renewed only if the box “Allow updating records that have been modified more recently in Moodle than
in the spreadsheet” is ticked, because the last column is empty here. A mark above the maximum is skipped.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, ClassVar

from traitlets import Bool, Dict, Unicode

from grading.collecting.found import MOODLE
from grading.errors import give_up
from grading.export.base import MarksExporter, called, number
from grading.export.marks import Column
from grading.export.numbers import numbers
from grading.late.held import refusal
from grading.reading.inert import visible
from grading.roster.learners import Listed

COLUMNS = ("Identifier", "Full name", "Grade", "Maximum Grade", "Last modified (grade)", "Feedback comments")


class WorksheetExporter(MarksExporter):
    """Write the marks of each assignment as Moodle's grading worksheet takes them in."""

    default_file: ClassVar[str] = "worksheet.csv"

    participant = Unicode("Participant ", help="What stands before the number, in the language of the site.").tag(
        config=True
    )
    headings = Dict(
        key_trait=Unicode(),
        value_trait=Unicode(),
        help="English heading to that of a site in another language, as in a worksheet downloaded from it.",
    ).tag(config=True)
    feedback = Bool(False, help="Whether to write the comments, too.").tag(config=True)

    def _column(self, gradebook: Any, assignment: str) -> Column:  # noqa: ANN401 - nbgrader is untyped
        root = self.root if self.feedback else None
        if root is not None and (why := refusal(root, assignment, gradebook, self.config)):
            give_up(self, why)
        return super()._column(gradebook, assignment)

    def files(self, learners: Sequence[Listed], columns: Sequence[Column]) -> Iterator[tuple[str, list[list[str]]]]:
        """A worksheet for each assignment."""
        for column in columns:
            suffix = f"-{column.assignment}" if len(columns) > 1 else ""
            rows = [*self.table(learners, [column])]
            if len(rows) > 1:
                yield suffix, rows

    def table(self, learners: Sequence[Listed], columns: Sequence[Column]) -> Iterator[list[str]]:
        """Header, and a row for each learner whose number as a participant is known."""
        [column] = columns
        collected = numbers(self.collected(column.assignment), MOODLE)
        self.name_them(
            f"{column.assignment}: Moodle's archives gave no number, so they are not in the worksheet; enter by hand",
            [each for each in learners if each.id not in collected.found],
        )
        for each in learners:
            if why := collected.unclear.get(each.id):
                self.log.warning("%s %s.", called(each), why)
        shown = COLUMNS if self.feedback else COLUMNS[:-1]
        yield [str(self.headings.get(name, name)) for name in shown]
        for learner in learners:
            if learner.id in collected.found:
                yield self._row(learner, collected.found[learner.id], column)

    def _row(self, learner: Listed, participant: str, column: Column) -> list[str]:
        mark = column.marks.get(learner.id)
        name = " ".join(filter(None, (learner.first_name, learner.last_name))) or learner.id
        cells = [f"{self.participant}{participant}", name, self.points(mark), number(column.max_points), ""]
        # Moodle shows comments as HTML.
        said = escape("\n".join(map(visible, mark.comments)), quote=False) if mark else ""
        return [*cells, said] if self.feedback else cells
