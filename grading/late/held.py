"""How long feedback is held back: while hand-ins are open, unless the instructor says otherwise in words.

Released feedback is an oracle: whoever sees what several answers earned, and can still hand in, needs no reasoning.
`tests/validity/oracle.py` counts how many hand-ins it takes.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry

from grading.handout.assignment import AssignmentError
from grading.late.enter import NOTHING, load
from grading.reading.inert import one_line
from grading.table import check_assignment, fault, read_table

FILE = "feedback.csv"
COLUMNS = ("assignment", "release")
WORDS = "while hand-ins are open"


def held(root: Path, name: str, gradebook: Any, config: Any, now: datetime | None = None) -> str | None:  # noqa: ANN401
    """Why feedback of an assignment is not given out yet, in one line; None if it may be.

    Hand-ins are open until everybody's deadline and every extension have passed, and without a deadline always. What
    `deadlines.csv` says goes before what the grade book has.

    Args:
        root: nbgrader's course root.
        name: the assignment's id.
        gradebook: nbgrader's.
        config: nbgrader's configuration, for the time zone.
        now: in UTC without an offset, as nbgrader keeps times.

    Raises:
        AssignmentError: a table can't be read; the message names file, line and column.
    """
    if _said(root, name):
        return None
    times = list(_until(root, name, gradebook, config))
    if not times:
        why = "hand-ins stay open: it has no deadline. Write one into deadlines.csv"
    else:
        until, whose = max(times)
        if until < (now or datetime.now(UTC).replace(tzinfo=None)):
            return None
        why = f"hand-ins are open until {until:%Y-%m-%d %H:%M} UTC{f' ({whose})' if whose else ''}. Wait until then"
    return (
        f"{name}: feedback is not given out while {why}; or, if learners may see what earned points while others can "
        f"still hand in, write the row “{name},{WORDS}” into {root / FILE}, below the heading “{','.join(COLUMNS)}”."
    )


def refusal(root: Path, name: str, gradebook: Any, config: Any) -> str:  # noqa: ANN401
    """Why feedback can't be given out now, in one line; "" if it may be. A table that can't be read is a reason, too.

    The arguments are those of `held`.
    """
    try:
        why = held(root, name, gradebook, config)
    except AssignmentError as e:
        why = str(e)
    return one_line(why) if why else ""


def _said(root: Path, name: str) -> bool:
    path = root / FILE
    found: dict[str, int] = {}
    for line, row in read_table(path, COLUMNS):
        assignment, release = (row[column] for column in COLUMNS)
        check_assignment(root, path, line, assignment)
        if assignment in found:
            raise fault(path, line, "assignment", f"line {found[assignment]} has a row for it already; remove one")
        if " ".join(release.casefold().split()) != WORDS:
            raise fault(path, line, "release", f"“{release}”; expected the words “{WORDS}”, or no row")
        found[assignment] = line
    return name in found


def _until(root: Path, name: str, gradebook: Any, config: Any) -> Iterator[tuple[datetime, str]]:  # noqa: ANN401
    """When hand-ins close: for everybody, "", and for learners with an extension."""
    table = load(root, name, config)
    if table != NOTHING and table.everybody is not None:
        if table.everybody.at is not None:
            yield table.everybody.at, ""
            yield from ((due.at, f"extension of {who}") for who, due in table.learners.items() if due.at)
        return
    yield from ((due.at, f"extension of {who}") for who, due in table.learners.items() if due.at)
    try:
        due = gradebook.find_assignment(name).duedate
    except MissingEntry:
        return
    if due is not None:
        yield due, ""
        for each in gradebook.assignment_submissions(name):
            if each.extension:
                yield due + each.extension, f"extension of {each.student_id}"
