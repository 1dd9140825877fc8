"""Marks for Canvas: Grades ▸ Import.

Canvas takes the file that it exports: first who (Student, ID, SIS User ID, SIS Login ID, Section, in this order), then
a column an assignment, named “title (id)”, and a second row with the points possible. Its importer
(`lib/gradebook_importer.rb` of canvas-lms, `lib/gradebook_exporter.rb` for the export) finds a learner by ID, then SIS
User ID, then SIS Login ID, then name; an assignment by the number in brackets, then title, and makes a new one of a
title it does not know.

A blank cell is a change like any other where Canvas has a mark (`no_change_to_value?`), and is sent as an empty grade
(`populateGradeDataPerSubmission` of its page), which takes the mark away. Learners who are not in the file keep theirs.
“EX” in a cell excuses a learner; a mark in its place ends that. Canvas's page shows every change before it is made.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from traitlets import Enum

from grading.collecting.found import CANVAS
from grading.export.base import MarksExporter, called, number
from grading.export.marks import Column
from grading.export.numbers import numbers
from grading.roster.learners import Listed

HEADER = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS_POSSIBLE = "    Points Possible"


class CanvasExporter(MarksExporter):
    """Write the marks as Canvas's grade book takes them in."""

    default_file: ClassVar[str] = "canvas.csv"

    identifier = Enum(
        ("SIS Login ID", "SIS User ID"), "SIS Login ID", help="What nbgrader's ids of learners are on Canvas."
    ).tag(config=True)

    def table(self, learners: Sequence[Listed], columns: Sequence[Column]) -> Iterator[list[str]]:
        """Header, points possible, and a row a learner."""
        collected = numbers(self.collected(), CANVAS)
        # Canvas reads “12ab” as learner 12.
        listed = {each.id: each.number for each in learners if each.number.isascii() and each.number.isdigit()}
        there = listed | collected.found
        differ = {who for who in listed.keys() & collected.found.keys() if listed[who] != collected.found[who]}
        self.name_them(
            "the list of learners and the archives have different numbers, and the archives' was taken, of",
            [each for each in learners if each.id in differ],
        )
        self.name_them(
            f"no number of Canvas is known, so that it looks for the {self.identifier} or the name, of",
            [each for each in learners if each.id not in there],
        )
        for each in learners:
            if why := collected.unclear.get(each.id):
                self.log.warning("%s %s.", called(each), why)
        yield [*HEADER, *(self.heading(c.assignment) for c in columns)]
        yield [POINTS_POSSIBLE, *[""] * (len(HEADER) - 1), *(number(c.max_points) for c in columns)]
        for learner in learners:
            who = self._who(learner, there.get(learner.id, ""))
            yield [*who, *(self.points(c.marks.get(learner.id)) for c in columns)]

    def _who(self, learner: Listed, number_there: str) -> list[str]:
        # Any row whose first cell has these words sets the points of every assignment.
        name = learner.id if POINTS_POSSIBLE.strip().casefold() in learner.name.casefold() else learner.name
        ids = {self.identifier: learner.id}
        return [name, number_there, ids.get("SIS User ID", ""), ids.get("SIS Login ID", ""), ""]
