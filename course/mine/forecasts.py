"""A learner's forecasts as tables, and what came of them: shown only once the learner has committed."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd

from course import tables
from course.brief import after
from course.brief.frames import Table
from course.forecasting import brier as brier_score
from course.forecasting import broken, calibration, log_score, mean_brier, skill
from course.journal import Journal
from course.questions import Forecast, State, rules, stand
from course.questions.find import find_question

FORECASTS = "hindsight-forecasts"
HIDDEN = "Nothing is shown before you commit your forecasts."
CUT = "2014-10-21"
"""The first day that the brief can't have known."""
HALF = 0.25
"""The Brier score of who says one half to everything: the reference for skill."""


def forecasts(question: str = FORECASTS) -> Table:
    """The learner's forecasts as committed first, or as they stand while nothing is committed.

    Returns:
        One row an event: `event` and `forecast` (a probability; missing if not given).
    """
    given, note = _given(question)
    rows = [{"event": item.text, "forecast": given.get(item.id)} for item in _asked(question).items]
    return _table(rows, [item.id for item in _asked(question).items], note)


def rules_kept(question: str = FORECASTS) -> Table:
    """Whether the forecasts fit together, rule by rule: `rule`, `kept` (yes, no, or missing where one is not given)."""
    given, note = _given(question)
    found = rules(_asked(question))
    bad = {id(rule) for rule in broken(found, given)}
    rows = [
        {"rule": rule.why, "kept": None if not rule.weights.keys() <= given.keys() else id(rule) not in bad}
        for rule in found
    ]
    return _table(rows, range(1, len(rows) + 1), note, name="no.")


def nearest(question: str = FORECASTS) -> Table:
    """Where forecasts do not fit together: `forecast`, and the `nearest` that would; no row where nothing moves."""
    from course.forecasting.coherent import coherentized  # noqa: PLC0415 - SciPy, for this table alone

    given, note = _given(question)
    moved = coherentized(rules(_asked(question)), given)
    texts = {item.id: item.text for item in _asked(question).items}
    rows = {name: p for name, p in moved.items() if abs(p - given[name]) > 0.0005}
    return _table(
        [{"event": texts[name], "forecast": given[name], "nearest": round(p, 3)} for name, p in rows.items()],
        rows,
        note if rows or not given else f"Your forecasts fit together. Nothing has to move. {note}",
        columns=("event", "forecast", "nearest"),
    )


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
    first = _first(question)
    columns = ("event", "forecast", "came", "settled", "brier", "what_came")
    if first is None:
        return _table([], [], HIDDEN, columns=columns)
    known, texts = _settled(), {item.id: item.text for item in _asked(question).items}
    told = {str(row["subject_id"]): row["text"] for row in tables.read_after("later_records")}
    wanted = events or [name for name in texts if name in known]
    rows = [
        {
            "event": texts[name],
            "forecast": first.said[name],
            "came": known[name]["outcome"],
            "settled": known[name]["resolved_on"],
            "brier": round(brier_score(first.said[name], bool(known[name]["outcome"])), 3),
            "what_came": told.get(name.upper()),
        }
        for name in wanted
    ]
    return _table(rows, wanted, "Brier score: 0 is best, 1 is worst.", columns=columns)


def scores(question: str = FORECASTS) -> Table:
    """The learner's mean Brier score beside that of saying one half to everything, and skill against it.

    Returns:
        One row a way to forecast: `n`, `brier` (mean, 0 to 1), `log_score` (mean, nats; missing where certainty was
        wrong) and `skill` (1 is perfect, 0 as good as one half). No row before the commitment.
    """
    first = _first(question)
    if first is None:
        return _table([], [], HIDDEN, name="who", columns=("n", "brier", "log_score", "skill"))
    mine, came = _scored(first.said)
    ways = {"you": mine, "one half to everything": [0.5] * len(came)}
    rows = [
        {
            "n": len(came),
            "brier": round(mean_brier(said, came), 3),
            "log_score": round(sum(map(log_score, said, came)) / len(came), 3),
            "skill": round(skill(mean_brier(said, came), HALF), 2),
        }
        for said in ways.values()
    ]
    return _table(rows, ways, "The questions were picked by people who knew the answers.", name="who")


def calibrated(question: str = FORECASTS) -> Table:
    """How often came what the learner gave about the same chance.

    Returns:
        One row a range of forecasts: `from_` and `to` (probabilities), `n`, `mean_forecast`, `share` that came, and
        its 95 % interval `low`, `high` (Wilson). No row before the commitment.
    """
    first = _first(question)
    columns = ("from", "to", "n", "mean_forecast", "share", "low", "high")
    if first is None:
        return _table([], [], HIDDEN, name="range", columns=columns)
    found = calibration(*_scored(first.said))
    rows = [
        {
            "from": each.lower, "to": each.upper, "n": each.n, "mean_forecast": round(each.forecast, 2),
            "share": round(each.share, 2), "low": round(each.low, 2), "high": round(each.high, 2),
        }
        for each in found
    ]  # fmt: skip
    note = f"{sum(each.n for each in found)} forecasts in all: far too few to judge anybody."
    return _table(rows, range(1, len(rows) + 1), note, name="range", columns=columns)


def beside_crowd(question: str = FORECASTS) -> Table:
    """The learner's forecasts beside a crowd of the time, where its figure is known: `event`, `mine`, `crowd`, `how`.

    Illustrations from markets of the Good Judgment Project: no reference to be graded by.
    """
    columns = ("event", "mine", "crowd", "came", "how")
    first = _first(question)
    if first is None:
        return _table([], [], HIDDEN, columns=columns)
    texts = {item.id: item.text for item in _asked(question).items}
    known = {name: row for name, row in _settled().items() if name in texts and row["crowd_percent"] is not None}
    rows = [
        {
            "event": texts[name],
            "mine": first.said[name],
            "crowd": float(row["crowd_percent"]) / 100,
            "came": row["outcome"],
            "how": row["crowd_note"],
        }
        for name, row in known.items()
    ]
    return _table(rows, known, "Good Judgment Project, read as an illustration.", columns=columns)


def later(name: str, question: str = FORECASTS) -> Table:
    """A table of what came after 21 October 2014 (see `course.brief.after`), once the forecasts are committed."""
    if _first(question) is None:
        return _table([], [], HIDDEN, columns=("event",))
    return after(name)


def case(name: str, question: str = FORECASTS) -> Table:
    """The signals of a transfer case in order of time: `date`, `signal`, `source`.

    A case that ended after the brief was written stands there only once the forecasts are committed.

    Args:
        name: id of the case, such as ``"IR"``.
        question: id of the forecasts.

    Raises:
        KeyError: there is no such case.
    """
    rows = [row for row in tables.read("transfer_signals") if row["case_id"] == name]
    if not rows:
        raise KeyError(f"There is no case “{name}”; there are {', '.join(str(r['id']) for r in _cases())}.")
    shown = rows if str(rows[-1]["start"]) < CUT or _first(question) is not None else []
    note = "" if shown else "This case stands here once you have committed your forecasts in lesson 7."
    kept = [{column: row[column] for column in ("date", "signal", "source")} for row in shown]
    return _table(kept, [row["id"] for row in shown], note, columns=("date", "signal", "source"))


def routes(question: str = FORECASTS) -> Table:
    """The transfer cases: `case`, `us_precondition`, `met_first`, `talks_before_met`, `result`.

    A case that ended after the brief was written stands there only once the forecasts are committed.
    """
    columns = ("case", "us_precondition", "met_first", "met_note", "talks_before_met", "result")
    last = {str(row["case_id"]): str(row["start"]) for row in tables.read("transfer_signals")}
    shown = [row for row in _cases() if last[str(row["id"])] < CUT or _first(question) is not None]
    left = len(_cases()) - len(shown)
    note = f"{left} later case stands here once you have committed your forecasts in lesson 7." if left else ""
    return _table([{c: row[c] for c in columns} for row in shown], [row["id"] for row in shown], note, columns=columns)


def _cases() -> Sequence[Mapping[str, object]]:
    return tables.read("transfer_cases")


def log(question: str) -> Table:
    """What the journal keeps of a question, in the order of time: `at`, `what` (answer or commit), `value`."""
    kept = [event for event in Journal().history(question) if event.event in ("answer", "commit")]
    rows = [{"at": event.at[:16].replace("T", " "), "what": event.event, "value": _said(event.value)} for event in kept]
    note = "" if rows else "Your journal holds no answer to this question yet."
    return _table(rows, range(1, len(rows) + 1), note, name="no.", columns=("at", "what", "value"))


def _said(value: object) -> str:
    if isinstance(value, dict) and all(isinstance(each, int | float) for each in value.values()):
        return "; ".join(f"{name} {100 * each:.0f} %" for name, each in value.items())
    return str(value)


@cache
def _asked(question: str) -> Forecast:
    asked = find_question(question, Path.cwd())
    if not isinstance(asked, Forecast):
        raise TypeError(f"“{question}” is no question of forecasts.")
    return asked


class _Committed(msgspec.Struct, frozen=True):
    at: str
    said: dict[str, float]


def _given(question: str) -> tuple[dict[str, float], str]:
    first = _first(question)
    if first is not None:
        return dict(first.said), f"As you committed them on {first.at[:10]}."
    answer = Journal().answer(question)
    return _said_of(question, answer.value if answer else None), "Not committed yet."


def _first(question: str) -> _Committed | None:
    asked = _asked(question)
    for event in Journal().history(question):
        if event.event == "commit" and stand(asked, event.value).state is State.ANSWERED:
            return _Committed(event.at, _said_of(question, event.value))
    return None


def _said_of(question: str, value: Any) -> dict[str, float]:  # noqa: ANN401 - any JSON value
    if stand(_asked(question), value).state not in (State.ANSWERED, State.INCOMPLETE):
        return {}
    return {name: float(each) for name, each in value.items()}


@cache
def _settled() -> Mapping[str, dict[str, Any]]:
    return {str(row["id"]).lower(): dict(row) for row in tables.read_after("outcomes") if row["gradable"]}


def _scored(said: Mapping[str, float]) -> tuple[list[float], list[bool]]:
    both = [(p, bool(_settled()[name]["outcome"])) for name, p in said.items() if name in _settled()]
    return [p for p, _ in both], [came for _, came in both]


def _table(
    rows: list[dict[str, Any]],
    index: Iterable[object],
    note: str,
    name: str = "id",
    columns: tuple[str, ...] | None = None,
) -> Table:
    made = Table(rows, index=pd.Index(list(index), name=name), columns=None if columns is None else list(columns))
    made.attrs["note"] = note
    return made
