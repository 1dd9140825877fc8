"""A learner's weighing beside something else: another method, an earlier commitment, the author's reading."""

import msgspec

from course import weighing
from course.asked.short_names import short_names
from course.brief.frames import Table
from course.journal import Journal
from course.kinds.weigh.beside import direction
from course.mine.noted import noted
from course.mine.weighed import WEIGHING, own, parsed, percent
from course.tables import read


def methods(question: str = WEIGHING) -> Table:
    """Which way the evidence points by weighing, and by competing hypotheses.

    Args:
        question: as for `ratings`.

    Returns:
        Three rows, the two methods and both ``together``: ``direction`` is raises, lowers or neither; together they
        agree, differ, or are undecided.

    Raises:
        NotWeighed, JournalError: as `ratings`.

    Example:
        mine.methods()
    """
    weighed, note = own(question)
    hypotheses = [str(row["id"]) for row in read("hypotheses")]
    coming = [str(row["id"]) for row in read("hypotheses") if row["implies_reset"]]
    full = msgspec.structs.replace(weighed, cells={h: weighed.cells.get(h, {}) for h in hypotheses})
    found = weighing.agreement(weighed.judgement, full.table, coming)
    rows = [{"direction": each} for each in (found.weighing, found.hypotheses, found.verdict)]
    return noted(rows, ["weighing", "competing hypotheses", "together"], note, "method")


def since_commitment(question: str = WEIGHING) -> Table:
    """What you have changed since you first committed your weighing.

    Args:
        question: as for `ratings`.

    Returns:
        One row per signal whose weight has changed: ``name``, and its weight ``then`` and ``now`` (log-odds; empty if
        not rated). Below it stands how the result moved. No row before you commit.

    Raises:
        NotWeighed, JournalError: as `ratings`.

    Example:
        mine.since_commitment()
    """
    commits = Journal().history(question, "commit")
    if not commits:
        return noted([], [], "You have not committed this weighing yet.", "signal", ("name", "then", "now"))
    earlier, (later, _), names = parsed(commits[0].value, question), own(question), short_names()
    found = weighing.change(earlier.judgement, later.judgement)
    moved = [row for row in found.signals if abs(row.log_odds) > weighing.TOLERANCE]
    rows = [{"name": names[r.signal], "then": _round(r.earlier), "now": _round(r.later)} for r in moved]
    then, now = (percent(each.weighing.probability) for each in (earlier, later))
    return noted(rows, [row.signal for row in moved], f"Then: {then}. Now: {now}.", "signal")


def beside_author(question: str = WEIGHING) -> Table:
    """Your weights beside the author's reading.

    Args:
        question: as for `ratings`.

    Returns:
        One row per signal of the brief: ``name``, ``mine`` (your weight now, in log-odds), its ``direction``,
        ``on_its_face`` and ``reading`` (the author's, as the course codes it), ``why``. No row before you commit.

    Raises:
        NotWeighed, JournalError: as `ratings`.

    Example:
        mine.beside_author()
    """
    if not Journal().history(question, "commit"):
        note = "The author’s reading stands here once you have committed your weighing."
        return noted([], [], note, "signal", ("name", "mine", "direction", "on_its_face", "reading", "why"))
    weights = own(question)[0].weighing.weights
    rows = [row for row in read("signals") if row["id"] in weights]
    shown = [
        {
            "name": row["short"],
            "mine": _round(weights[str(row["id"])]),
            "direction": _direction(weights[str(row["id"])]),
            "on_its_face": row["reading_on_its_face"],
            "reading": row["reading_for_reset"],
            "why": row["why_this_reading"],
        }
        for row in rows
    ]
    note = "The readings are the course’s coding, not the author’s words."
    return noted(shown, [row["id"] for row in rows], note, "signal")


def _direction(weight: float | None) -> str | None:
    return None if weight is None else direction(weight)


def _round(weight: float | None) -> float | None:
    return None if weight is None else round(weight, 2)
