"""A learner's forecasts as tables: what was said, whether it fits together, and the nearest that would."""

from course.brief.frames import Table
from course.forecasting import broken
from course.mine.committed import FORECASTS, given, texts
from course.mine.committed import asked as asked_for
from course.mine.noted import noted
from course.questions import rules


def forecasts(question: str = FORECASTS) -> Table:
    """The learner's forecasts as committed first, or as they stand while nothing is committed.

    Returns:
        One row an event: `event` and `forecast` (a probability; missing if not given).
    """
    said, note = given(question)
    events = texts(question)
    return noted([{"event": text, "forecast": said.get(name)} for name, text in events.items()], events, note, "id")


def rules_kept(question: str = FORECASTS) -> Table:
    """Whether the forecasts fit together, rule by rule: `rule`, `kept` (yes, no, or missing where one is not given)."""
    said, note = given(question)
    found = rules(asked_for(question))
    rows = [{"rule": each.why, "kept": not broken([each], said) if each.speaks_of(said) else None} for each in found]
    return noted(rows, range(1, len(rows) + 1), note, "no.")


def nearest(question: str = FORECASTS) -> Table:
    """Where forecasts do not fit together: `forecast`, and the `nearest` that would; no row where nothing moves."""
    from course.forecasting.coherent import coherentized  # noqa: PLC0415 - SciPy, for this table alone

    said, note = given(question)
    events = texts(question)
    moved = coherentized(rules(asked_for(question)), said)
    rows = {name: p for name, p in moved.items() if abs(p - said[name]) > 0.0005}
    return noted(
        [{"event": events[name], "forecast": said[name], "nearest": round(p, 3)} for name, p in rows.items()],
        rows,
        note if rows or not said else f"Your forecasts fit together. Nothing has to move. {note}",
        "id",
        ("event", "forecast", "nearest"),
    )
