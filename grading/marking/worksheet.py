"""The worksheet of a marker who works offline: a row for each essay, a column for each criterion."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from grading.handout.assignment import AssignmentError
from grading.handout.scheme import Criterion
from grading.marking.marks import Mark
from grading.reading.harmless import harmless
from grading.reading.inert import visible
from grading.table import fault, separator, text_of

FIXED = ("learner", "task", "essay")
LAST = ("points", "comment", "version")
_CRITERION = "criterion "


class Sheet(msgspec.Struct, frozen=True):
    """An essay on a worksheet.

    Attributes:
        learner: nbgrader's id.
        task: id of the task.
        text: the essay, as typed.
        criteria: of the task's rubric; none where they don't make up its points.
        max_points: of the task.
        mark: what this marker has given so far.
        version: of the essay, as a text that another essay does not have.
    """

    learner: str
    task: str
    text: str
    criteria: tuple[Criterion, ...]
    max_points: float
    mark: Mark
    version: str = ""


def write_sheet(sheets: Sequence[Sheet]) -> str:
    """The worksheet as CSV; of the marks it holds only this marker's own."""
    numbers = _numbers(sheets)
    made = io.StringIO(newline="")
    rows = csv.writer(made)
    rows.writerow([*FIXED, *(f"{_CRITERION}{n}" for n in numbers), *LAST])
    for each in sheets:
        most = {c.number: c.max_points for c in each.criteria}
        given = [_number(each.mark.criteria.get(n)) if n in most else "–" for n in numbers]
        essay = harmless(visible(each.text))
        rows.writerow(
            [
                *(harmless(each.learner), each.task, essay, *given),
                *(_number(each.mark.points), harmless(each.mark.comment), f"v{each.version}"),
            ]
        )
    return made.getvalue()


def read_sheet(path: Path, sheets: Sequence[Sheet]) -> dict[tuple[str, str], Mark | None]:
    """Learner and task to the mark that a filled-in worksheet gives; blank rows are left out.

    None stands for a mark that was given for another essay than the one that is there now.

    A mark without all its criteria has no points. Where all are given their sum is the mark, and `points` may be empty.

    Raises:
        AssignmentError: a cell is no good. The message names line and column; nothing of the worksheet is to be taken.
    """
    if (text := text_of(path)) is None:
        raise AssignmentError(f"{path}: no such worksheet.")
    known = {(harmless(each.learner), each.task): each for each in sheets}
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator(text))
    missing = {"learner", "task", *LAST, *(f"{_CRITERION}{n}" for n in _numbers(sheets))} - {*(rows.fieldnames or ())}
    if missing:
        raise AssignmentError(f"{path}, line 1: the columns {', '.join(sorted(missing))} are missing.")
    found: dict[tuple[str, str], Mark | None] = {}
    for row in rows:
        line = rows.line_num
        of = known.get(((row["learner"] or "").strip(), (row["task"] or "").strip()))
        if of is None:
            if any((value or "").strip() for value in row.values() if isinstance(value, str)):
                raise fault(path, line, "learner", f"“{row['learner']}” has no essay “{row['task']}” for this marker")
            continue
        if (of.learner, of.task) in found:
            raise fault(path, line, "learner", f"a second row for “{of.learner}”; remove one")
        mark = _mark(path, line, row, of)
        if mark != Mark():
            same = (row["version"] or "").strip() == f"v{of.version}"
            found[of.learner, of.task] = mark if same else None
    return found


def _mark(path: Path, line: int, row: Mapping[str, str], of: Sheet) -> Mark:
    criteria = {}
    for each in of.criteria:
        column = f"{_CRITERION}{each.number}"
        points = _points(path, line, column, row[column], each.max_points)
        if points is not None:
            criteria[each.number] = points
    whole = _points(path, line, "points", row["points"], of.max_points)
    full = bool(criteria) and len(criteria) == len(of.criteria)
    total = sum(criteria.values())
    if full and whole is not None and abs(whole - total) > 1e-6:
        raise fault(
            path, line, "points", f"{whole:g}; the criteria make {total:g}. Leave this cell empty, or change one"
        )
    points = total if full else None if criteria else whole
    return Mark(points, criteria, _told(row["comment"]))


def _points(path: Path, line: int, column: str, text: str | None, most: float) -> float | None:
    text = (text or "").strip()
    if not text:
        return None
    try:
        points = float(text.replace(",", "."))
    except ValueError:
        points = -1
    if not 0 <= points <= most:
        raise fault(path, line, column, f"“{text}”; expected 0 to {most:g} points")
    return points


def _told(text: str | None) -> str:
    text = (text or "").strip()
    # What was written harmless comes back as it was.
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


def _numbers(sheets: Iterable[Sheet]) -> list[str]:
    return list(dict.fromkeys(c.number for each in sheets for c in each.criteria))


def _number(points: float | None) -> str:
    return "" if points is None else f"{points:.4f}".rstrip("0").rstrip(".")
