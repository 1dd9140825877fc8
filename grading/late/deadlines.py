"""The instructor's table of deadlines: which assignment is due when, and for whom later."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import msgspec
from dateutil import tz  # type: ignore[import-untyped] # nbgrader brings it, and reads times with it

from grading.handout.assignment import AssignmentError

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
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError:
        raise AssignmentError(f"{path}: not in UTF-8; save it as “CSV UTF-8”.") from None
    except OSError as e:
        raise AssignmentError(f"{path}: can't be read ({e.strerror}).") from None
    found: dict[str, dict[str, Due]] = {}
    for line, row in _rows(path, text):
        assignment, learner, due = (row[column] for column in COLUMNS)
        if not assignment:
            raise _fault(path, line, "assignment", "empty; expected the name of an assignment, such as precondition")
        of = found.setdefault(assignment, {})
        if learner in of:
            whom = f"“{learner}”" if learner else "everybody"
            raise _fault(path, line, "learner", f"line {of[learner].line} has a row for {whom} already; remove one")
        if learner and not due:
            raise _fault(path, line, "due", f"empty; expected when “{learner}” has to hand in, such as {_EXAMPLE}")
        of[learner] = Due(_time(path, line, due, zone) if due else None, line)
    return {name: Deadlines(of.pop("", None), of) for name, of in found.items()}


def _rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row that is not empty, with the line on which it ends."""
    first = next(iter(text.splitlines()), "")
    # A spreadsheet writes what its country puts between the cells of a list.
    between = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    try:
        head = [cell.strip().casefold() for cell in next(rows, [])]
        if sorted(head) != sorted(COLUMNS):
            has = ", ".join(head) or "nothing"
            raise AssignmentError(f"{path}, line 1: expected the columns {', '.join(COLUMNS)}; it has {has}.")
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if len(cells) != len(head):
                raise AssignmentError(
                    f"{path}, line {rows.line_num}: expected {len(head)} cells and found {len(cells)}; "
                    f"a row reads assignment{between}learner{between}due."
                )
            yield rows.line_num, dict(zip(head, cells, strict=True))
    except csv.Error as e:
        raise AssignmentError(f"{path}, line {rows.line_num}: not CSV ({e}).") from None


def _time(path: Path, line: int, text: str, zone: str) -> datetime:
    if ":" not in text:
        raise _fault(path, line, "due", f"“{text}”; expected a date and a time of day, such as {_EXAMPLE}")
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise _fault(path, line, "due", f"“{text}”; expected a date and a time, such as {_EXAMPLE}") from None
    if time.tzinfo is None:
        time = time.replace(tzinfo=_zone(zone))
        if not tz.datetime_exists(time):
            raise _fault(path, line, "due", f"“{text}” is no time in {zone}, where clocks are put forward then")
        # Where clocks are put back an hour comes twice; the later one costs nobody anything.
        time = tz.enfold(time, fold=1)
    try:
        return time.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        raise _fault(path, line, "due", f"“{text}” is out of range; expected such as {_EXAMPLE}") from None


def _zone(name: str) -> tzinfo:
    found: tzinfo | None = tz.gettz(name) if name else None
    if found is None:
        raise AssignmentError(f"nbgrader's configuration: no time zone “{name}”; expected one such as Europe/Berlin.")
    return found


def _fault(path: Path, line: int, column: str, says: str) -> AssignmentError:
    return AssignmentError(f"{path}, line {line}, column {column}: {says}.")
