"""What became of the events that a learner forecast."""

from course import tables
from course.asked.settled import settled
from course.brief.frames import Table
from course.brief.later import after
from course.forecasting import brier
from course.mine.committed import FORECASTS, HIDDEN, first, texts
from course.mine.noted import in_percent, noted


def outcomes(*events: str, question: str = FORECASTS) -> Table:
    """What happened, beside your forecasts as you committed them first.

    Args:
        *events: ids such as ``"q05"``; without any, all that are settled.
        question: as for `forecasts`.

    Returns:
        One row per event, by ``id``: ``event``, ``forecast``, whether it ``happened``, when it was ``settled``,
        ``brier`` (0 is best, 1 is worst), ``what_happened``. No row before you commit.

    Raises:
        KeyError: there is no settled event with this id.

    Example:
        mine.outcomes("q05")
    """
    committed = first(question)
    columns = ("event", "forecast", "happened", "settled", "brier", "what_happened")
    if committed is None:
        return noted([], [], HIDDEN, "id", columns)
    known, asked = settled(), texts(question)
    told = {str(row["subject_id"]): row["text"] for row in tables.read_after("later_records")}
    wanted = events or [name for name in asked if name in known]
    rows = [
        {
            "event": asked[name],
            "forecast": committed.said[name],
            "happened": known[name]["outcome"],
            "settled": known[name]["resolved_on"],
            "brier": round(brier(committed.said[name], bool(known[name]["outcome"])), 3),
            "what_happened": told.get(name.upper()),
        }
        for name in wanted
    ]
    made = noted(rows, wanted, "Brier score: 0 is best, 1 is worst.", "id", columns)
    return in_percent(made, "forecast")


def beside_crowd(question: str = FORECASTS) -> Table:
    """Your forecasts beside a crowd of the time, where its figure is known.

    The figures are from markets of the Good Judgment Project, as an illustration.

    Args:
        question: as for `forecasts`.

    Returns:
        One row per event, by ``id``: ``event``, ``mine`` and ``crowd`` (probabilities), whether it ``happened``,
        ``how`` the crowd's figure was read. No row before you commit.

    Example:
        mine.beside_crowd()
    """
    columns = ("event", "mine", "crowd", "happened", "how")
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
            "happened": row["outcome"],
            "how": row["crowd_note"],
        }
        for name, row in known.items()
    ]
    made = noted(rows, known, "Good Judgment Project, read as an illustration.", "id", columns)
    return in_percent(made, "mine", "crowd")


def later(name: str, question: str = FORECASTS) -> Table:
    """A table of what happened after the brief.

    Args:
        name: ``"events"``, ``"outcomes"``, ``"discrepancies"`` or ``"later_records"``.
        question: as for `forecasts`.

    Returns:
        The table, by ``id``. No row before you commit.

    Raises:
        UnknownName: there is no such table.

    Example:
        mine.later("events")
    """
    if first(question) is None:
        return noted([], [], HIDDEN, "id", ("event",))
    return after(name)
