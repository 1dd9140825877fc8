"""The instructor's table of deadlines: which assignment is due when, and for whom later."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import msgspec
from dateutil import tz  # type: ignore[import-untyped] # nbgrader brings it, and reads times with it

from grading.handout.assignment import AssignmentError
from grading.table import fault, read_table

FILE = "deadlines.csv"
COLUMNS = ("assignment", "learner", "due")
_EXAMPLE = "2026-03-31 23:59, or with the offset from UTC 2026-03-31T23:59+02:00"


class Due(msgspec.Struct, frozen=True):
    """When something is due, in UTC without an offset as nbgrader keeps it, and the line of the table that says so."""

    at: datetime | None
    line: int


class Deadlines(msgspec.Struct, frozen=True):
    """What the table says of one assignment.

    Attributes:
        everybody: None where the table has no row for everybody; a `Due` without a time takes a deadline away.
        learners: learner to the later time that holds for this one.
    """

    everybody: Due | None
    learners: Mapping[str, Due]


def read_deadlines(path: Path, zone: str = "UTC") -> dict[str, Deadlines]:
    """Assignment to its deadlines; empty where there is no table.

    Args:
        path: a CSV file in UTF-8, as a text editor or a spreadsheet writes it, with the columns `COLUMNS`.
        zone: name of the time zone of a time without an offset.

    Raises:
        AssignmentError: the table can't be read. The message names line and column.
    """
    found: dict[str, dict[str, Due]] = {}
    for line, row in read_table(path, COLUMNS):
        assignment, learner, due = (row[column] for column in COLUMNS)
        if not assignment:
            raise fault(path, line, "assignment", "empty; expected the name of an assignment, such as precondition")
        of = found.setdefault(assignment, {})
        if learner in of:
            whom = f"“{learner}”" if learner else "everybody"
            raise fault(path, line, "learner", f"line {of[learner].line} has a row for {whom} already; remove one")
        if learner and not due:
            raise fault(path, line, "due", f"empty; expected when “{learner}” has to hand in, such as {_EXAMPLE}")
        of[learner] = Due(_time(path, line, due, zone) if due else None, line)
    return {name: Deadlines(of.pop("", None), of) for name, of in found.items()}


def _time(path: Path, line: int, text: str, zone: str) -> datetime:
    if ":" not in text:
        raise fault(path, line, "due", f"“{text}”; expected a date and a time of day, such as {_EXAMPLE}")
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise fault(path, line, "due", f"“{text}”; expected a date and a time, such as {_EXAMPLE}") from None
    if time.tzinfo is None:
        time = time.replace(tzinfo=_zone(zone))
        if not tz.datetime_exists(time):
            raise fault(path, line, "due", f"“{text}” is no time in {zone}, where clocks are put forward then")
        # Where clocks are put back an hour comes twice; the later one costs nobody anything.
        time = tz.enfold(time, fold=1)
    try:
        return time.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        raise fault(path, line, "due", f"“{text}” is out of range; expected such as {_EXAMPLE}") from None


def _zone(name: str) -> tzinfo:
    found: tzinfo | None = tz.gettz(name) if name else None
    if found is None:
        raise AssignmentError(f"nbgrader's configuration: no time zone “{name}”; expected one such as Europe/Berlin.")
    return found
