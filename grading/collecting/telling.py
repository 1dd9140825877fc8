"""Tell whoever collects what was found and what became of it, by name, and let the status of the command tell, too."""

import sys
from collections import Counter
from collections.abc import Sequence
from logging import Logger
from pathlib import Path

from grading.collecting import ledger
from grading.collecting.found import IN_PART, NOT_TAKEN, TAKEN, Found
from grading.collecting.ledger import LedgerError
from grading.reading.inert import one_line

LEFT_OUT = 3
"""Status of a command that did its work, where somebody or something was left out."""
_LONG = 400


def finish(log: Logger, root: Path, assignment: str, found: Sequence[Found], *, exits: bool) -> None:
    """Write the ledger, print it, and end the command if something was left out.

    Args:
        log: where to print.
        root: nbgrader's course root.
        assignment: its id.
        found: the rows of this run.
        exits: whether this is a command, which has a status.
    """
    try:
        before = ledger.read(root, assignment)
    except LedgerError as e:
        log.warning("%s", e)
        before = []
    try:
        where = ledger.write(root, assignment, ledger.joined(before, found))
    except OSError as e:
        log.warning("%s: the table can't be written (%s).", ledger.path(root, assignment), e.strerror)
        where = ledger.path(root, assignment)
    for line in table(found):
        log.info("%s", line)
    counts = Counter(each.status for each in found)
    counted = ", ".join(f"{counts[status]} {status}" for status in (TAKEN, IN_PART, NOT_TAKEN) if counts[status])
    log.info("%d found%s. The table is kept in %s.", len(found), f": {counted}" if counted else "", where)
    if counts[IN_PART] or counts[NOT_TAKEN]:
        log.warning("Something was left out. Its lines stand last in the table above, each with the reason.")
        if exits:
            sys.exit(LEFT_OUT)


def table(found: Sequence[Found]) -> list[str]:
    """The rows as lines of a table, last what was left out."""
    place = (TAKEN, IN_PART, NOT_TAKEN)
    rows = sorted(found, key=lambda f: (place.index(f.status), f.learner.casefold(), f.learner, f.found))
    cells = [["learner", "number", "found in", "", ""]]
    cells += [[_cell(text) for text in (f.learner, f.number, f.found, f.status, f.why)] for f in rows]
    widths = [min(40, max(len(row[n]) for row in cells)) for n in range(4)]
    return ["  ".join([*(c.ljust(w) for c, w in zip(row[:4], widths, strict=True)), row[4]]).rstrip() for row in cells]


def _cell(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONG else f"{line[:_LONG]} …"
