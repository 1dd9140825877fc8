"""Marks for Canvas: Grades ▸ Import.

Canvas takes the file that it exports: first who (Student, ID, SIS User ID, SIS Login ID, Section, in this order), then
a column an assignment, named “title (id)”, and a second row with the points possible. Its importer
(`lib/gradebook_importer.rb` of canvas-lms, `lib/gradebook_exporter.rb` for the export) finds a learner by ID, then SIS
User ID, then SIS Login ID, then name; an assignment by the number in brackets, then title, and makes a new one of a
title it does not know. A blank cell takes away the mark that Canvas has; its page shows every change before it is made.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from traitlets import Enum

from grading.export.base import MarksExporter, number
from grading.export.marks import Column, Learner

HEADER = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS_POSSIBLE = "    Points Possible"


class CanvasExporter(MarksExporter):
    """Write the marks as Canvas's grade book takes them in."""

    default_file: ClassVar[str] = "canvas.csv"

    identifier = Enum(
        ("SIS Login ID", "SIS User ID"), "SIS Login ID", help="What nbgrader's ids of learners are on Canvas."
    ).tag(config=True)

    def table(self, learners: Sequence[Learner], columns: Sequence[Column]) -> Iterator[list[str]]:
        """Header, points possible, and a row a learner."""
        yield [*HEADER, *(self.heading(c.assignment) for c in columns)]
        yield [POINTS_POSSIBLE, *[""] * (len(HEADER) - 1), *(number(c.max_points) for c in columns)]
        for learner in learners:
            yield [*self._who(learner), *(self.points(c.marks.get(learner.id)) for c in columns)]

    def _who(self, learner: Learner) -> list[str]:
        # Any row whose first cell has these words sets the points of every assignment.
        name = learner.id if POINTS_POSSIBLE.strip().casefold() in learner.name.casefold() else learner.name
        # Canvas reads “12ab” as learner 12.
        number_there = learner.platform_id if learner.platform_id.isascii() and learner.platform_id.isdigit() else ""
        ids = {self.identifier: learner.id}
        return [name, number_there, ids.get("SIS User ID", ""), ids.get("SIS Login ID", ""), ""]
