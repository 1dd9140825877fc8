"""A learner's forecasts as tables: what was said, whether it fits together, and the nearest that would."""

from course.brief.frames import Table
from course.forecasting import broken, coherentized
from course.mine.committed import FORECASTS, given, texts
from course.mine.committed import asked as asked_for
from course.mine.noted import in_percent, noted

PREMISE = "if you hold the premise"


def forecasts(question: str = FORECASTS) -> Table:
    """Your forecasts, as you committed them first, or as they stand.

    Args:
        question: id of the forecasts; by default those of lesson 7.

    Returns:
        One row per event, by ``id``: ``event`` and ``forecast`` (a probability; empty if you gave none).

    Example:
        mine.forecasts()
    """
    said, note = given(question)
    events = texts(question)
    rows = [{"event": text, "forecast": said.get(name)} for name, text in events.items()]
    return in_percent(noted(rows, events, note, "id"), "forecast")


def rules_kept(question: str = FORECASTS) -> Table:
    """Whether your forecasts fit together, rule by rule.

    Args:
        question: as for `forecasts`.

    Returns:
        One row per rule: the ``rule`` in words, whether it ``holds`` always or only with a premise, and whether it is
        ``kept`` (yes or no; empty if a forecast is missing).

    Example:
        mine.rules_kept()
    """
    said, note = given(question)
    found = asked_for(question).rules
    rows = [
        {
            "rule": each.why,
            "holds": PREMISE if each.premise else "always",
            "kept": not broken([each], said) if each.speaks_of(said) else None,
        }
        for each in found
    ]
    return noted(rows, range(1, len(rows) + 1), note, "no.")


def nearest(question: str = FORECASTS, premises: bool = False) -> Table:
    """If your forecasts do not fit together: the nearest ones that would.

    Args:
        question: as for `forecasts`.
        premises: keep the rules that hold only with a premise, too.

    Returns:
        One row per event that has to move, by ``id``: ``event``, your ``forecast``, the ``nearest``. No row if all fit.

    Example:
        mine.nearest()
    """
    said, note = given(question)
    events = texts(question)
    rules = [each for each in asked_for(question).rules if premises or not each.premise]
    moved = coherentized(rules, said)
    rows = {name: p for name, p in moved.items() if abs(p - said[name]) > 0.0005}
    made = noted(
        [{"event": events[name], "forecast": said[name], "nearest": round(p, 3)} for name, p in rows.items()],
        rows,
        note if rows or not said else f"Your forecasts fit together. Nothing has to move. {note}",
        "id",
        ("event", "forecast", "nearest"),
    )
    return in_percent(made, "forecast", "nearest")
