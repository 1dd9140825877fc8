"""How much a learner's result hangs on single signals."""

from typing import Any

from course import weighing
from course.asked.short_names import short_names
from course.brief.frames import Table
from course.mine.noted import noted
from course.mine.weighed import WEIGHING, own, percent


def removals(question: str = WEIGHING) -> Table:
    """What each signal carries: your result without it, and with its effect turned round.

    Args:
        question: as for `ratings`.

    Returns:
        One row per signal, the one that moves the result most first: ``name``, ``weight`` (log-odds), and the
        probability ``without`` it and with it ``turned`` round. A signal whose story another tells moves nothing. Below
        it stands the result with all signals.

    Raises:
        NotWeighed, JournalError: as `ratings`.

    Example:
        mine.removals()
    """
    weighed, note = own(question)
    given, names = weighed.judgement, short_names()
    dropped = weighing.most_first(weighing.one_at_a_time(given, "drop"))
    flipped = {row.signal: row for row in weighing.one_at_a_time(given, "flip")}
    rows = [
        {
            "name": names[row.signal],
            "weight": round(row.weight, 2),
            "without": percent(row.probability),
            "turned": percent(flipped[row.signal].probability),
        }
        for row in dropped
    ]
    now = percent(weighing.weigh(given).probability)
    return noted(rows, [row.signal for row in dropped], f"With all signals: {now}. {note}".strip(), "signal")


def smallest_changes(line: float = 0.5, question: str = WEIGHING) -> Table:
    """The fewest signals that would carry your result across a line.

    Args:
        line: a probability above 0 and below 1, such as 0.5.
        question: as for `ratings`.

    Returns:
        Three rows: the signals to ``leave out``, or to ``turn round``, with the ``probability`` after; and the
        ``break-even prior``, which would lead onto the line with the evidence as you rated it.

    Raises:
        WeighingError: the line is not above 0 and below 1.
        NotWeighed, JournalError: as `ratings`.

    Example:
        mine.smallest_changes(0.5)
    """
    weighed, note = own(question)
    given = weighed.judgement
    rows: list[dict[str, Any]] = []
    for move in ("drop", "flip"):
        found = weighing.smallest_change(given, line, move)
        none = "not even all of them" if found.signals is None else "none: it lies on the line"
        rows.append({"signals": ", ".join(found.signals or ()) or none, "probability": percent(found.probability)})
    even = weighing.break_even_prior(given, line)
    rows.append({"signals": "all as they are", "probability": f"prior {percent(even.probability)}"})
    now = percent(weighing.weigh(given).probability)
    index = ["leave out", "turn round", "break-even prior"]
    return noted(rows, index, f"Now: {now}. The line: {percent(line)}. {note}".strip(), "change")
