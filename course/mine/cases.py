"""The transfer cases, without what the brief can't have known until the forecasts are committed."""

from collections.abc import Mapping, Sequence

from course import tables
from course.brief.frames import Table
from course.brief.marks import marks
from course.mine.committed import FORECASTS, first
from course.mine.noted import noted
from course.questions.find import lesson_of
from course.subject import subject


def case(name: str, question: str = FORECASTS) -> Table:
    """The signals of another case, in order of time.

    A case that ended after the brief was written stands there only once you have committed your forecasts.

    Args:
        name: id of the case, such as ``"IR"``.
        question: as for `forecasts`.

    Returns:
        One row per signal, by ``id``: ``date``, who ``moved``, ``act`` (step or signal), ``signal``, ``source``; where
        a case had secrets, the day on which a signal became public (``secret_until``), too.

    Raises:
        KeyError: there is no such case. The message names those that there are.

    Example:
        mine.case("IR")
    """
    rows = [row for row in tables.read("transfer_signals") if row["case_id"] == name]
    if not rows:
        raise KeyError(f"There is no case “{name}”; there are {', '.join(str(r['id']) for r in _cases())}.")
    shown = rows if str(rows[-1]["start"]) <= _known() or first(question) is not None else []
    note = "" if shown else f"This case appears here once you have committed your forecasts in {_where(question)}."
    ids = [str(row["id"]) for row in shown]
    secret = ("secret_until",) if any(row["secret_until"] for row in shown) else ()
    columns = ("date", "moved", "act", "signal", *secret, "source")
    kept = [
        {column: {**row, "moved": mark.by, "act": mark.act}[column] for column in columns}
        for row, mark in zip(shown, marks(ids), strict=True)
    ]
    return noted(kept, ids, note, "id", columns)


def routes(question: str = FORECASTS) -> Table:
    """The other cases side by side: what Washington demanded, for what, and what became of it.

    A case that ended after the brief was written stands there only once you have committed your forecasts.

    Args:
        question: as for `forecasts`.

    Returns:
        One row per case, by ``id``: ``case``, ``us_precondition``, what that was the condition for (``condition_for``:
        talks or relief), ``met_first``, ``met_note``, ``talks_before_met``, ``result``.

    Example:
        mine.routes()
    """
    columns = ("case", "us_precondition", "condition_for", "met_first", "met_note", "talks_before_met", "result")
    last = {str(row["case_id"]): str(row["start"]) for row in tables.read("transfer_signals")}
    shown = [row for row in _cases() if last[str(row["id"])] <= _known() or first(question) is not None]
    left = len(_cases()) - len(shown)
    later = f"{left} later case appears here once you have committed your forecasts in {_where(question)}."
    note = later if left else ""
    return noted([{c: row[c] for c in columns} for row in shown], [row["id"] for row in shown], note, "id", columns)


def _where(question: str) -> str:
    return lesson_of(lambda each: each.id == question)


def _known() -> str:
    return str(subject().known_until)


def _cases() -> Sequence[Mapping[str, object]]:
    return tables.read("transfer_cases")
