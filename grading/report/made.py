"""What a class said in questions whose kind has a table of its own for it."""

from course.asked import State
from course.asked.report import ClassRow, ClassTable
from course.kinds import KINDS
from grading.report.gather import Class
from grading.report.rows import FEW

_FOUND = [kind.class_table for kind in KINDS.values() if kind.class_table is not None]
TABLES: dict[str, ClassTable] = {each.name: each for each in sorted(_FOUND, key=lambda each: each.title)}
"""The tables of all kinds by name, in the order of their titles; a report has each, and one may be empty."""


def made(of: Class) -> dict[str, tuple[ClassRow, ...]]:
    """Name of a table to its rows, graded cell by graded cell."""
    rows: dict[str, tuple[ClassRow, ...]] = dict.fromkeys(TABLES, ())
    for place in of.most:
        question = of.assignment.bank.draw(place, 0)
        if question.class_table is not None:
            given = (each.answer(place) for each in of.learners)
            answers = [answer for answer in given if question.stand(answer).state is State.ANSWERED]
            rows[question.class_table.name] += question.class_rows(place, answers, FEW)
    return rows
