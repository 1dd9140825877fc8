"""What came of a learner's forecasts: shown only once they are committed."""

from collections.abc import Mapping
from typing import Any

from course import tables
from course.brief.frames import Table
from course.brief.later import after
from course.forecasting import brier as brier_score
from course.forecasting import calibration, mean_brier, mean_log_score, skill
from course.mine.committed import FORECASTS, HIDDEN, first, texts
from course.mine.noted import noted

HALF = 0.25
"""The Brier score of who says one half to everything: the reference for skill."""


def outcomes(*events: str, question: str = FORECASTS) -> Table:
    """What came of some events, beside the learner's first commitment.

    Args:
        *events: ids such as ``"q05"``; none for all that are settled.
        question: id of the forecasts.

    Returns:
        One row an event: `event`, `forecast`, `came` (true or false), `settled` (a date), `brier` (0 to 1),
        `what_came`.
        No row before the commitment.

    Raises:
        KeyError: there is no settled event with this id.
    """
    committed = first(question)
    columns = ("event", "forecast", "came", "settled", "brier", "what_came")
    if committed is None:
        return noted([], [], HIDDEN, "id", columns)
    known, asked = settled(), texts(question)
    told = {str(row["subject_id"]): row["text"] for row in tables.read_after("later_records")}
    wanted = events or [name for name in asked if name in known]
    rows = [
        {
            "event": asked[name],
            "forecast": committed.said[name],
            "came": known[name]["outcome"],
            "settled": known[name]["resolved_on"],
            "brier": round(brier_score(committed.said[name], bool(known[name]["outcome"])), 3),
            "what_came": told.get(name.upper()),
        }
        for name in wanted
    ]
    return noted(rows, wanted, "Brier score: 0 is best, 1 is worst.", "id", columns)


def scores(question: str = FORECASTS) -> Table:
    """The learner's mean Brier score beside that of saying one half to everything, and skill against it.

    Returns:
        One row a way to forecast: `n`, `brier` (mean, 0 to 1), `log_score` (mean, nats; infinite where certainty was
        wrong) and `skill` (1 is perfect, 0 as good as one half). No row before the commitment.
    """
    committed = first(question)
    if committed is None:
        return noted([], [], HIDDEN, "who", ("n", "brier", "log_score", "skill"))
    mine, came = _scored(committed.said)
    ways = {"you": mine, "one half to everything": [0.5] * len(came)}
    rows = [
        {
            "n": len(came),
            "brier": round(mean_brier(said, came), 3),
            "log_score": round(mean_log_score(said, came), 3),
            "skill": round(skill(mean_brier(said, came), HALF), 2),
        }
        for said in ways.values()
    ]
    return noted(rows, ways, "The questions were picked by people who knew the answers.", "who")


def calibrated(question: str = FORECASTS) -> Table:
    """How often came what the learner gave about the same chance.

    Returns:
        One row a range of forecasts: `from` and `to` (probabilities), `n`, `mean_forecast`, `share` that came, and
        its 95 % interval `low`, `high` (Wilson). No row before the commitment.
    """
    committed = first(question)
    columns = ("from", "to", "n", "mean_forecast", "share", "low", "high")
    if committed is None:
        return noted([], [], HIDDEN, "range", columns)
    found = calibration(*_scored(committed.said))
    rows = [
        {
            "from": each.lower, "to": each.upper, "n": each.n, "mean_forecast": round(each.forecast, 2),
            "share": round(each.share, 2), "low": round(each.low, 2), "high": round(each.high, 2),
        }
        for each in found
    ]  # fmt: skip
    note = f"{sum(each.n for each in found)} forecasts in all: far too few to judge anybody."
    return noted(rows, range(1, len(rows) + 1), note, "range", columns)


def beside_crowd(question: str = FORECASTS) -> Table:
    """The learner's forecasts beside a crowd of the time, where its figure is known.

    Illustrations from markets of the Good Judgment Project: no reference to be graded by.

    Returns:
        One row an event: `event`, `mine` and `crowd` (probabilities), `came`, `how`. No row before the commitment.
    """
    columns = ("event", "mine", "crowd", "came", "how")
    committed = first(question)
    if committed is None:
        return noted([], [], HIDDEN, "id", columns)
    asked = texts(question)
    known = {name: row for name, row in settled().items() if name in asked and row["crowd_percent"] is not None}
    rows = [
        {
            "event": asked[name],
            "mine": committed.said[name],
            "crowd": float(row["crowd_percent"]) / 100,
            "came": row["outcome"],
            "how": row["crowd_note"],
        }
        for name, row in known.items()
    ]
    return noted(rows, known, "Good Judgment Project, read as an illustration.", "id", columns)


def later(name: str, question: str = FORECASTS) -> Table:
    """A table of what came after the brief (see `course.brief.later`), once the forecasts are committed."""
    if first(question) is None:
        return noted([], [], HIDDEN, "id", ("event",))
    return after(name)


def settled() -> Mapping[str, dict[str, Any]]:
    """Event to its row of `after_outcomes`, for all that can be scored. Not to be shown before the commitment."""
    return {str(row["id"]).lower(): dict(row) for row in tables.read_after("outcomes") if row["gradable"]}


def _scored(said: Mapping[str, float]) -> tuple[list[float], list[bool]]:
    known = settled()
    both = [(p, bool(known[name]["outcome"])) for name, p in said.items() if name in known]
    return [p for p, _ in both], [came for _, came in both]
