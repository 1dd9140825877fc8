"""The charts of a class report, as SVG. Pure. A table that says the same stands below each."""

from collections.abc import Callable, Sequence
from typing import Any

from course.asked.report import ClassRow, ClassTable, Form, Lean
from course.svg import AGAINST, FOR, NEUTRAL, Rows, percent, signed
from grading.report.rows import ItemRow, MisreadingRow

PERCENT = [(n / 4, f"{25 * n} %") for n in range(5)]
TENTHS = 10
LEANS: dict[Lean, str] = {"against": AGAINST, "neutral": NEUTRAL, "for": FOR}
YES = {None: "", True: "yes", False: "no"}
FORMS: dict[Form, Callable[[Any], str]] = {"count": str, "percent": percent, "signed": signed, "yes": YES.__getitem__}


def distribution(shares: Sequence[float]) -> str:
    """How many learners earned which share of the points, in tenths."""
    counts = [0] * TENTHS
    for share in shares:
        counts[min(int(share * TENTHS), TENTHS - 1)] += 1
    labels = [f"{10 * n} to {10 * n + 10} % of the points" for n in range(TENTHS)]
    told = "; ".join(f"{label}: {count}" for label, count in zip(labels, counts, strict=True) if count)
    return _bars(labels, counts, f"Learners by share of points. {told}.")


def difficulties(items: Sequence[ItemRow]) -> str:
    """Mean share of the points of each question."""
    told = "; ".join(f"{item.title}: {percent(item.difficulty)}" for item in items)
    chart = Rows([item.title for item in items], PERCENT, f"Mean share of points of each question. {told}.")
    for row, item in enumerate(items):
        chart.bar(row, 0, item.difficulty, FOR)
        chart.note(row, percent(item.difficulty))
    return str(chart)


def misreadings(rows: Sequence[MisreadingRow]) -> str:
    """How many learners show each misconception; those that can't be told are left out."""
    shown = [(row.says, row.learners) for row in rows if row.learners]
    told = "; ".join(f"{says} {count}" for says, count in shown)
    return _bars([says for says, _ in shown], [count for _, count in shown], f"Learners by misreading. {told}.")


def made(table: ClassTable, rows: Sequence[ClassRow]) -> str:
    """What a class said in questions of one kind, row by row."""
    read = [words(table, row) for row in rows]
    told = "; ".join(row.told(each) for row, each in zip(rows, read, strict=True))
    chart = Rows([row.label for row in rows], PERCENT, f"{table.chart} {told}.")
    for number, row in enumerate(rows):
        for start, end, lean in row.drawn.bars:
            chart.bar(number, start, end, LEANS[lean])
        if row.drawn.square is not None:
            chart.square(number, row.drawn.square)
        if row.drawn.dot is not None:
            chart.dot(number, row.drawn.dot)
        chart.note(number, read[number][table.note])
    return str(chart)


def words(table: ClassTable, row: ClassRow) -> dict[str, str]:
    """The columns of a row as they read."""
    return {each.member: FORMS[each.form](getattr(row, each.member)) for each in table.columns}


def days(counts: Sequence[tuple[str, int]]) -> str:
    """How many answers were last saved on which day."""
    told = "; ".join(f"{day}: {count}" for day, count in counts)
    return _bars([day for day, _ in counts], [count for _, count in counts], f"Answers by day. {told}.")


def _bars(labels: Sequence[str], counts: Sequence[int], description: str) -> str:
    most = max([1, *counts])
    chart = Rows(labels, [(0, "0"), (1, str(most))], description)
    for row, count in enumerate(counts):
        if count:
            chart.bar(row, 0, count / most, FOR)
        chart.note(row, str(count))
    return str(chart)
