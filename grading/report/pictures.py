"""The charts of a class report, as SVG. Pure. A table that says the same stands below each."""

from collections.abc import Sequence

from course.svg import AGAINST, FOR, NEUTRAL, Rows, percent, signed
from grading.report.rows import ForecastRow, ItemRow, MisreadingRow, SignalRow

PERCENT = [(n / 4, f"{25 * n} %") for n in range(5)]
TENTHS = 10


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


def signals(rows: Sequence[SignalRow]) -> str:
    """How the class split over each signal: lowers to the left, no effect in the middle, raises to the right."""
    told = "; ".join(
        f"{row.signal} {row.name}: lowers {percent(row.lowers)}, no effect {percent(row.none)}, "
        f"raises {percent(row.raises)}"
        for row in rows
    )
    labels = [f"{row.signal} {row.name}" for row in rows]
    chart = Rows(
        labels, PERCENT, f"Shares of the class that let a signal lower, leave or raise the probability. {told}."
    )
    for row, each in enumerate(rows):
        chart.bar(row, 0, each.lowers, AGAINST)
        chart.bar(row, each.lowers, each.lowers + each.none, NEUTRAL)
        chart.bar(row, each.lowers + each.none, 1, FOR)
        chart.note(row, signed(each.weight))
    return str(chart)


def forecasts(rows: Sequence[ForecastRow]) -> str:
    """The class's median for each event, and what came where it is known."""
    came = {True: ", it came", False: ", it did not come", None: ""}
    told = "; ".join(f"{row.event}: {percent(row.median)}{came[row.came]}" for row in rows)
    chart = Rows([row.event for row in rows], PERCENT, f"The median forecast of the class. {told}.")
    for number, row in enumerate(rows):
        if row.came is not None:
            chart.square(number, float(row.came))
        chart.dot(number, row.median)
        chart.note(number, percent(row.median))
    return str(chart)


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
