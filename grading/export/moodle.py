"""Marks for Moodle's grade book: Grades ▸ Import ▸ CSV file. For one assignment, `worksheet` is the safer way.

Moodle documents (Grade import) a file with any columns, each of which is mapped by hand: one identifies the learner, by
ID number, e-mail address or username; the rest are marks and feedback. Feedback that is mapped without its marks loses
them, so the two stand side by side, named as in Moodle's own export. Its importer (`grade/import/csv`,
`classes/load_data.php`) takes a row without an identifier for the learner of the row before, and ends at the first
learner it does not know. “0” is none in PHP. So whoever has no such identifier is written into a second file, by e-mail
address. A blank mark becomes “no grade” (`update_grade_item`) and takes away the one that Moodle has.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import ClassVar

from traitlets import Bool, Enum

from grading.export.base import MarksExporter, called
from grading.export.marks import Column
from grading.reading.inert import visible
from grading.roster.learners import Listed

EMAIL = "Email address"


class MoodleExporter(MarksExporter):
    """Write the marks, and what was said about them, as Moodle's grade book takes them in."""

    default_file: ClassVar[str] = "moodle.csv"

    identifier = Enum(
        ("ID number", EMAIL, "Username"),
        "Username",
        help="Column by which Moodle finds a learner: the grade book's e-mail address, or its id under another name.",
    ).tag(config=True)
    feedback = Bool(True, help="Whether to write the comments beside each mark.").tag(config=True)

    def files(self, learners: Sequence[Listed], columns: Sequence[Column]) -> Iterator[tuple[str, list[list[str]]]]:
        """A file by the identifier asked for, and one by e-mail address for those whom Moodle would not find by it."""
        named = [each for each in learners if _tells(_identity(each, self.identifier))]
        others = [each for each in learners if each not in named]
        by_email = [each for each in others if _tells(each.email)]
        if named:
            yield "", [*self.table(named, columns)]
        if by_email:
            says = (
                f"Moodle finds nobody by this {self.identifier.lower()}; a file of their own has the e-mail address of"
            )
            self.name_them(says, by_email)
            yield "-by-email", [*self._rows(by_email, columns, EMAIL)]
        for each in others:
            if each not in by_email:
                marks = ", ".join(f"{c.assignment} {self.points(c.marks.get(each.id)) or 'blank'}" for c in columns)
                self.log.warning(
                    "%s can't be found by Moodle and is in no file; enter by hand: %s.", called(each), marks
                )

    def table(self, learners: Sequence[Listed], columns: Sequence[Column]) -> Iterator[list[str]]:
        """Header and a row a learner."""
        return self._rows(learners, columns, self.identifier)

    def _rows(self, learners: Sequence[Listed], columns: Sequence[Column], identifier: str) -> Iterator[list[str]]:
        parts = ("", " (Feedback)") if self.feedback else ("",)
        headings = (self.heading(c.assignment) + p for c in columns for p in parts)
        yield ["First name", "Last name", identifier, *headings]
        for learner in learners:
            cells = [cell for c in columns for cell in self._cells(c, learner)]
            yield [learner.first_name, learner.last_name, _identity(learner, identifier), *cells]

    def _cells(self, column: Column, learner: Listed) -> list[str]:
        mark = column.marks.get(learner.id)
        points = self.points(mark)
        # Moodle shows feedback as HTML.
        said = escape("\n".join(map(visible, mark.comments)), quote=False) if mark and points else ""
        return [points, said] if self.feedback else [points]


def _identity(learner: Listed, identifier: str) -> str:
    return learner.email if identifier == EMAIL else learner.id


def _tells(identity: str) -> bool:
    """Whether Moodle takes a text for an identifier."""
    return identity.strip() not in ("", "0")
