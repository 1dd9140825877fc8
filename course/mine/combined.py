"""Many forecasts as one."""

from collections.abc import Callable, Sequence

from course.asked.settled import settled
from course.brief.frames import Table
from course.forecasting import brier, extremized, mean_of_log_odds, median
from course.mine.committed import FORECASTS, HIDDEN, first
from course.mine.noted import in_percent, noted

WAYS: dict[str, Callable[[Sequence[float]], float]] = {
    "median": median,
    "mean of log-odds": mean_of_log_odds,
    "extremized": extremized,
}


def together(event: str, *others: float, question: str = FORECASTS) -> Table:
    """One forecast combined from yours and some others, in three ways.

    Args:
        event: an id such as ``"q05"``.
        *others: forecasts of other people, as probabilities.
        question: as for `forecasts`.

    Returns:
        One row per way, and one for yours alone: ``forecast`` (a probability) and ``brier`` (0 is best, 1 is worst;
        empty if the event is not settled). No row before you commit.

    Raises:
        KeyError: the question has no such event.
        ForecastError: one of the others is not a probability.

    Example:
        mine.together("q05", 0.2, 0.35, 0.1)
    """
    committed = first(question)
    if committed is None:
        return noted([], [], HIDDEN, "way", ("forecast", "brier"))
    said, outcome = [committed.said[event], *others], settled().get(event)
    found = {"yours alone": said[0], **{name: way(said) for name, way in WAYS.items()}}
    rows = [
        {"forecast": round(p, 3), "brier": None if outcome is None else round(brier(p, bool(outcome["outcome"])), 3)}
        for p in found.values()
    ]
    return in_percent(noted(rows, found, f"{len(said)} forecasts, yours among them.", "way"), "forecast")
