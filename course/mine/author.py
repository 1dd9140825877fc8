"""The author's implied forecasts and the learner's, and many forecasts as one: shown once they are committed."""

from collections.abc import Callable, Sequence

from course import tables
from course.brief.frames import Table
from course.forecasting import brier, extremized, mean_of_log_odds, median
from course.mine.committed import FORECASTS, HIDDEN, first, texts
from course.mine.noted import noted
from course.mine.reveals import settled

WAYS: dict[str, Callable[[Sequence[float]], float]] = {
    "median": median,
    "mean of log-odds": mean_of_log_odds,
    "extremized": extremized,
}


def author(question: str = FORECASTS) -> Table:
    """What the author's sentences imply, beside the learner's forecasts and what came.

    The words are the author's. The ranges are those of the verbal term that the course reads them as (tables
    `implied_forecasts` and `probability_terms`).

    Returns:
        One row an event: `event`, `claim`, `words`, `from` and `to` (probabilities), `mine` (missing if not asked),
        `came` (missing if not settled) and `brier` of the middle of the range. No row before the commitment.
    """
    columns = ("event", "claim", "words", "from", "to", "mine", "came", "brier")
    committed = first(question)
    if committed is None:
        return noted([], [], HIDDEN, "id", columns)
    terms = {row["id"]: (float(str(row["low"])), float(str(row["high"]))) for row in tables.read("probability_terms")}
    known, asked = settled(), texts(question)
    rows = tables.read("implied_forecasts")
    shown = []
    for row in rows:
        name, (low, high) = str(row["event_id"]), terms[row["term_id"]]
        outcome = known.get(name)
        came = None if outcome is None else bool(outcome["outcome"])
        shown.append(
            {
                "event": asked.get(name) or (outcome or {})["question"],
                "claim": row["claim_id"],
                "words": row["words"],
                "from": low,
                "to": high,
                "mine": committed.said.get(name),
                "came": came,
                "brier": None if came is None else round(brier((low + high) / 2, came), 3),
            }
        )
    note = "The words are the author’s. The numbers are the course’s reading of them."
    return noted(shown, [row["event_id"] for row in rows], note, "id", columns)


def together(event: str, *others: float, question: str = FORECASTS) -> Table:
    """One forecast from the learner's and some others, in three ways.

    Args:
        event: an id such as ``"q05"``.
        *others: forecasts of other people, probabilities.
        question: id of the forecasts.

    Returns:
        One row a way: `forecast` (a probability) and `brier` (missing if the event is not settled). No row before the
        commitment.

    Raises:
        KeyError: the question has no such event.
        ForecastError: one of the others is not a probability.
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
    return noted(rows, found, f"{len(said)} forecasts, yours among them.", "way")
