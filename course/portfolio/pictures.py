"""The portfolio's charts. Pure. A table that says the same stands beside each in the page."""

from collections.abc import Callable, Sequence

from course.svg import AGAINST, FOR, NEUTRAL, Rows, percent
from course.weighing import TOLERANCE, log_odds

PERCENT = [(n / 4, f"{25 * n} %") for n in range(5)]
TICKS = (0.5, 0.1, 0.9, 0.01, 0.99, 0.001, 0.999, 0.25, 0.75)
REACH, ROOM = 2.2, 0.4
"""Log-odds that the scale shows at least, to both sides, and beyond what it has to."""
APART = 0.14
"""Share of the width between two marks of the scale, so that their texts don't touch in a window of 400 px."""


def moves(points: Sequence[tuple[str, float]], event: str) -> str:
    """A probability over time: (label, probability) in order, one row each, from 0 to 100 %."""
    told = "; ".join(f"{label}: {percent(p)}" for label, p in points)
    chart = Rows([label for label, _ in points], PERCENT, f"How probable {event} looked, step by step. {told}.")
    chart.path([p for _, p in points])
    for row, (_, p) in enumerate(points):
        chart.dot(row, p)
        chart.note(row, percent(p))
    return str(chart)


def way(steps: Sequence[tuple[str, float, float]], event: str) -> str:
    """From prior to posterior: (label, probability before, probability after) in order, one row each.

    Equal evidence has equal length, as odds have; every number is a probability. A bar to the right raises it, one
    to the left lowers it, and what leaves it as it is has a colour of its own.
    """
    if not steps:
        return ""
    prior, posterior = steps[0][1], steps[-1][2]
    told = "; ".join(f"{label}: {percent(before)} to {percent(after)}" for label, before, after in steps)
    ends = [log_odds(p) for step in steps for p in step[1:]]
    low, high = min(-REACH, *ends) - ROOM, max(REACH, *ends) + ROOM

    def at(p: float) -> float:
        return (log_odds(p) - low) / (high - low)

    labels = ["Before any signal", *(label for label, _, _ in steps), "After all signals"]
    described = f"How probable {event} looks, from {percent(prior)} to {percent(posterior)}. {told}."
    chart = Rows(labels, _ticks(at), described)
    chart.level(at(prior))
    chart.dot(0, at(prior), NEUTRAL)
    chart.note(0, percent(prior))
    for row, (_, before, after) in enumerate(steps, 1):
        change = log_odds(after) - log_odds(before)
        colour, sign = (FOR, "▲ ") if change > TOLERANCE else (AGAINST, "▼ ") if change < -TOLERANCE else (NEUTRAL, "")
        chart.bar(row, at(before), at(after), colour)
        chart.note(row, f"{sign}{percent(after)}")
    chart.dot(len(steps) + 1, at(posterior), NEUTRAL)
    chart.note(len(steps) + 1, percent(posterior))
    return str(chart)


def _ticks(at: Callable[[float], float]) -> list[tuple[float, str]]:
    """Where the scale is marked: the more telling probabilities first, none so near to another that they touch."""
    found: dict[float, str] = {}
    for p in TICKS:
        share = at(p)
        if APART / 2 <= share <= 1 - APART / 2 and all(abs(share - other) >= APART for other in found):
            found[share] = percent(p)
    return sorted(found.items())


def forecasts(rows: Sequence[tuple[str, float, bool | None]]) -> str:
    """(label, forecast, what happened), the farthest apart first: a dot at the forecast, a hollow square at the end."""
    ends = {True: "happened", False: "did not happen", None: "open"}
    told = "; ".join(f"{label}: {percent(p)}, {ends[came]}" for label, p, came in rows)
    ordered = sorted(rows, key=lambda row: -1.0 if row[2] is None else abs(row[1] - row[2]), reverse=True)
    chart = Rows([label for label, _, _ in ordered], PERCENT, f"Forecasts and what happened. {told}.")
    for row, (_, p, came) in enumerate(ordered):
        if came is not None:
            chart.link(row, p, float(came))
            chart.square(row, float(came))
        chart.dot(row, p)
        chart.note(row, percent(p) if came is None else f"{percent(p)}, {'yes' if came else 'no'}")
    return str(chart)
