"""A learner's weighing beside something else: another method, an earlier commitment, the author's reading."""

import msgspec

from course import weighing
from course.asked.short_names import short_names
from course.brief.frames import Table
from course.journal import Journal
from course.kinds.weigh.answer import Weighed
from course.kinds.weigh.beside import rated
from course.mine.noted import noted, without
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
        One row per signal whose weight has changed: ``name``, how you rated it ``then`` and ``now``, in words (empty if
        not rated), and by how much its weight ``moved`` (log-odds; not shown). Below it stands how the result moved. No
        row before you commit.

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
    rows = [
        {
            "name": names[row.signal],
            "then": _rated(earlier, row.signal),
            "now": _rated(later, row.signal),
            "moved": round(row.log_odds, 2),
        }
        for row in moved
    ]
    then, now = (percent(each.weighing.probability) for each in (earlier, later))
    none = "" if moved else "No rating has changed since. "
    return without(noted(rows, [row.signal for row in moved], f"{none}Then: {then}. Now: {now}.", "signal"), "moved")


def beside_author(question: str = WEIGHING) -> Table:
    """Your ratings beside the author's reading.

    Args:
        question: as for `ratings`.

    Returns:
        One row per signal of the brief: ``name``, ``mine`` (your rating now, in words), ``on_its_face`` and ``reading``
        (the author's, as the course codes it), ``why``, and your ``weight`` (log-odds; not shown). No row before you
        commit.

    Raises:
        NotWeighed, JournalError: as `ratings`.

    Example:
        mine.beside_author()
    """
    if not Journal().history(question, "commit"):
        note = "The author’s reading appears here once you have committed your weighing."
        return noted([], [], note, "signal", ("name", "mine", "on_its_face", "reading", "why"))
    weighed = own(question)[0]
    weights = weighed.weighing.weights
    rows = [row for row in read("signals") if row["id"] in weights]
    shown = [
        {
            "name": row["short"],
            "mine": _rated(weighed, str(row["id"])),
            "on_its_face": row["reading_on_its_face"],
            "reading": row["reading_for_reset"],
            "why": row["why_this_reading"],
            "weight": _round(weights[str(row["id"])]),
        }
        for row in rows
    ]
    note = "The readings are the course’s coding, not the author’s words."
    return without(noted(shown, [row["id"] for row in rows], note, "signal"), "weight")


def _rated(weighed: Weighed, signal: str) -> str | None:
    rating = weighed.ratings.get(signal)
    return None if rating is None or weighed.weighing.weights.get(signal) is None else rated(weighed, signal)


def _round(weight: float | None) -> float | None:
    return None if weight is None else round(weight, 2)
