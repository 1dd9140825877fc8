"""The instructor's table of markers: who marks which essays a second time, blind to the first, and what may differ."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from grading.table import check_assignment, fault, read_table

FILE = "markers.csv"
COLUMNS = ("assignment", "learner", "first", "second", "tolerance")


class Pair(msgspec.Struct, frozen=True):
    """Two markers, and by how many points of an essay they may differ for the mean to be the mark."""

    first: str
    second: str
    tolerance: float
    line: int = 0

    @property
    def names(self) -> tuple[str, str]:
        """Both."""
        return self.first, self.second


class Pairs(msgspec.Struct, frozen=True):
    """What the table says of one assignment.

    Attributes:
        everybody: who marks the essays of all learners without a row of their own; None if these are marked once.
        learners: learner to those who mark this learner's.
    """

    everybody: Pair | None
    learners: Mapping[str, Pair]

    def of(self, learner: str) -> Pair | None:
        """Who marks a learner's essays; None if they are marked once."""
        return self.learners.get(learner, self.everybody)

    def __bool__(self) -> bool:
        return bool(self.everybody or self.learners)

    @property
    def names(self) -> frozenset[str]:
        """Everybody who marks."""
        return frozenset(name for each in (self.everybody, *self.learners.values()) if each for name in each.names)


def load_pairs(root: Path, assignment: str) -> Pairs:
    """What the table in a course root says of an assignment; nothing where there is no table.

    Raises:
        AssignmentError: the table can't be read. The message names line and column.
    """
    path = root / FILE
    found: dict[str, dict[str, Pair]] = {}
    for line, row in read_table(path, COLUMNS):
        if not row["assignment"]:
            raise fault(path, line, "assignment", "empty; expected the name of an assignment, such as precondition")
        check_assignment(root, path, line, row["assignment"])
        of, who = found.setdefault(row["assignment"], {}), row["learner"]
        if who in of:
            whom = f"“{who}”" if who else "everybody"
            raise fault(path, line, "learner", f"line {of[who].line} has a row for {whom} already; remove one")
        for column in ("first", "second"):
            if not row[column]:
                raise fault(path, line, column, "empty; expected the name under which this marker marks")
        if row["first"] == row["second"]:
            raise fault(path, line, "second", f"“{row['second']}” is the first marker, too; expected another person")
        of[who] = Pair(row["first"], row["second"], _points(path, line, row["tolerance"]), line)
    own = found.get(assignment, {})
    return Pairs(own.pop("", None), own)


def _points(path: Path, line: int, text: str) -> float:
    try:
        points = float(text.replace(",", "."))
    except ValueError:
        points = -1
    if not 0 <= points < float("inf"):
        raise fault(path, line, "tolerance", f"“{text}”; expected points, 0 or more, such as 1 or 0.5")
    return points
