"""A ledger of collecting, `reports/<assignment>/collected.csv`: what was found, what became of it, and why.

Both doors, the exchange and a platform's archives, write it; what one of them wrote stays when the other does. The
platform's own number of a learner is kept here as the platform writes it, so that marks can go back under it.
"""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import msgspec

from course.tables.as_csv import as_csv
from grading.collecting.found import EXCHANGE, NOT_TAKEN, Found
from grading.reading.files import replace_whole
from grading.reading.harmless import FORMULA
from grading.reading.inert import one_line

_LONGEST = 20_000
FOLDER, FILE = "reports", "collected.csv"
# The apostrophe in front is taken off again when reading, so that one which was there needs another.
_LATE = "late"
_GUARDED = (*FORMULA, "'")


class LedgerError(Exception):
    """A ledger that can't be read. The message names the file, and says what to do."""


def path(root: Path, assignment: str) -> Path:
    """Where the ledger of an assignment is, below nbgrader's course root."""
    return root / FOLDER / assignment / FILE


def read(root: Path, assignment: str) -> list[Found]:
    """The ledger of an assignment, in the order of its lines; empty if nothing was collected yet.

    Raises:
        LedgerError: the file can't be read, or has other columns.
    """
    file = path(root, assignment)
    try:
        rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, csv.Error) as e:
        raise LedgerError(f"{file}: it can't be read ({e}); delete it, and collect again.") from None
    fields = Found.__struct_fields__
    for line, row in enumerate(rows, start=2):
        # Those of earlier versions have no column for lateness.
        if set(fields) - set(row) == {_LATE}:
            row[_LATE] = ""
        if set(row) != set(fields) or None in row.values():
            raise LedgerError(f"{file}, line {line}: expected {', '.join(fields)}; delete it, and collect again.")
    return [Found(**{name: row[name].removeprefix("'") for name in fields}) for row in rows]


def write(root: Path, assignment: str, found: Iterable[Found]) -> Path:
    """Write the ledger anew, and return its path.

    Raises:
        OSError: the folder can't be written; the ledger is as it was.
    """
    file = path(root, assignment)
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [Found(*(_guarded(_short(one_line(value))) for value in msgspec.structs.astuple(each))) for each in found]
    replace_whole(file, as_csv(Found, rows).encode())
    return file


def _short(text: str) -> str:
    """A cell that a spreadsheet can hold, and that Python's reader of tables takes."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def joined(before: Iterable[Found], now: Iterable[Found]) -> list[Found]:
    """What earlier runs and this one found, by learner.

    A row of this run takes the place of the earlier ones of the same learner by the same door. What an earlier run did
    not take, this run of the same door has looked at again, or it is there no longer. Where what was collected before
    stays, whether that was late stays with it. Pure.
    """
    before = list(before)
    stood = {(each.platform == EXCHANGE, each.learner): each.late for each in before}
    now = [
        msgspec.structs.replace(each, late=stood.get((each.platform == EXCHANGE, each.learner), each.late))
        if each.status == NOT_TAKEN
        else each
        for each in now
    ]
    doors = {each.platform == EXCHANGE for each in now}
    mine = {(each.platform == EXCHANGE, each.learner) for each in now}
    kept = [
        each
        for each in before
        if (door := each.platform == EXCHANGE, each.learner) not in mine
        and not (door in doors and each.status == NOT_TAKEN)
    ]
    return sorted([*kept, *now], key=lambda each: (each.learner.casefold(), each.learner, each.platform, each.found))


def _guarded(text: str) -> str:
    return f"'{text}" if text.lstrip().startswith(_GUARDED) else text
