"""The portfolio's charts. Pure. A table that says the same stands beside each in the page."""

from collections.abc import Sequence

from course.svg import AGAINST, FOR, NEUTRAL, Rows, percent, signed

PERCENT = [(n / 4, f"{25 * n} %") for n in range(5)]


def moves(points: Sequence[tuple[str, float]], event: str) -> str:
    """A probability over time: (label, probability) in order, one row each, from 0 to 100 %."""
    told = "; ".join(f"{label}: {percent(p)}" for label, p in points)
    chart = Rows([label for label, _ in points], PERCENT, f"How probable {event} looked, step by step. {told}.")
    chart.path([p for _, p in points])
    for row, (_, p) in enumerate(points):
        chart.dot(row, p)
        chart.note(row, percent(p))
    return str(chart)


def weights(bars: Sequence[tuple[str, float]]) -> str:
    """(label, weight in log-odds): a bar to the right raises the probability, to the left lowers it."""
    told = "; ".join(f"{label}: {signed(w)}" for label, w in bars)
    most = max([1.0, *(abs(w) for _, w in bars)])
    marks = [(0.0, f"−{most:.1f}"), (0.5, "0"), (1.0, f"+{most:.1f}")]
    chart = Rows([label for label, _ in bars], marks, f"What each signal carries, in log-odds. {told}.")
    for row, (_, w) in enumerate(bars):
        chart.bar(row, 0.5, 0.5 + w / most / 2, FOR if w > 0 else AGAINST if w < 0 else NEUTRAL)
        chart.note(row, signed(w))
    return str(chart)


def forecasts(rows: Sequence[tuple[str, float, bool | None]]) -> str:
    """(label, forecast, what came): a dot at the forecast, a hollow square where it came (100 %) or did not (0 %)."""
    ends = {True: "came", False: "did not come", None: "open"}
    told = "; ".join(f"{label}: {percent(p)}, {ends[came]}" for label, p, came in rows)
    chart = Rows([label for label, _, _ in rows], PERCENT, f"Forecasts and what came. {told}.")
    for row, (_, p, came) in enumerate(rows):
        if came is not None:
            chart.square(row, float(came))
        chart.dot(row, p)
    return str(chart)
