"""A learner's weighing as tables: ratings, what each signal carries, what would change the result."""

from collections.abc import Iterable
from typing import Any

from course import weighing
from course.brief.frames import Table
from course.errors import PlainError
from course.journal import Journal
from course.mine.noted import noted
from course.questions.weighed import SignalRating, Weighed, is_rated, judgement, parse, table
from course.tables import read

EXAMPLE_PRIOR = 0.2
EXAMPLE = "These are made-up example numbers: you have no prior and no rated signal on the board yet."
WEIGHING = "weigh-all"


class NotWeighed(PlainError, LookupError):  # noqa: N818 - what happened, in the learner's terms
    """The journal holds no weighing that this table could be made of; the message says what to do."""


def ratings(question: str = WEIGHING) -> Table:
    """The ratings of every signal that is fully rated.

    Args:
        question: id of a weighing.

    Returns:
        One row a signal, in the order of their ids: `name`, `step` (−3 to 3, binary logarithm of the likelihood
        ratio), `credibility` (0 to 1) and `same_as` (the signal that tells the same story).

    Raises:
        NotWeighed: what the journal holds under this id is no weighing.
        JournalError: the journal can't be read.
    """
    weighed, note = _mine(question)
    names = _names()
    rated = {signal: each for signal, each in sorted(weighed.ratings.items()) if is_rated(each)}
    return _table(
        [
            {"name": names[signal], "step": each.step, "credibility": each.credibility, "same_as": each.same_as}
            for signal, each in rated.items()
        ],
        rated,
        note,
    )


def prior(question: str = WEIGHING) -> float:
    """The prior of a weighing, a probability; the example's if there is none. Raises as `ratings`."""
    return judgement(_mine(question)[0]).prior


def posterior(question: str = WEIGHING) -> float:
    """The posterior of a weighing, a probability; stories count once. Raises as `ratings`."""
    return weighing.weigh(judgement(_mine(question)[0])).probability


def removals(question: str = WEIGHING) -> Table:
    """What each signal carries: the posterior probability without it, and with its effect turned round.

    Returns:
        One row a signal, the one whose removal moves the log-odds most first: `name`, `weight` (log-odds),
        `without` and `turned` (posterior probabilities). The posterior with all signals is in the note. A signal whose
        story is told by another moves nothing: see `course.weighing.leave_one_out`.

    Raises:
        NotWeighed, JournalError: as `ratings`.
    """
    weighed, note = _mine(question)
    given, names = judgement(weighed), _names()
    dropped = {row.signal: row for row in weighing.one_at_a_time(given, "drop")}
    flipped = {row.signal: row for row in weighing.one_at_a_time(given, "flip")}
    order = sorted(dropped, key=lambda signal: (-abs(round(dropped[signal].change, 9)), signal))
    rows = [
        {
            "name": names[signal],
            "weight": round(dropped[signal].weight, 2),
            "without": _percent(dropped[signal].probability),
            "turned": _percent(flipped[signal].probability),
        }
        for signal in order
    ]
    now = _percent(weighing.weigh(given).probability)
    return _table(rows, order, f"With all signals: {now}. {note}".strip())


def smallest_changes(line: float = 0.5, question: str = WEIGHING) -> Table:
    """The fewest signals that would carry the posterior across a line, left out or turned round.

    Args:
        line: a probability above 0 and below 1.
        question: id of a weighing.

    Returns:
        Two rows, `leave out` and `turn round`: `signals` and the `probability` after. And the prior that would lead
        onto the line with the evidence as it is (`break-even prior`).

    Raises:
        WeighingError: the line is not above 0 and below 1.
        NotWeighed, JournalError: as `ratings`.
    """
    weighed, note = _mine(question)
    given = judgement(weighed)
    rows: list[dict[str, Any]] = []
    for move in ("drop", "flip"):
        found = weighing.smallest_change(given, line, move)
        none = "not even all of them" if found.signals is None else "none: it lies on the line"
        rows.append({"signals": ", ".join(found.signals or ()) or none, "probability": _percent(found.probability)})
    even = weighing.break_even_prior(given, line)
    rows.append({"signals": "all as they are", "probability": f"prior {_percent(even.probability)}"})
    now = _percent(weighing.weigh(given).probability)
    index = ["leave out", "turn round", "break-even prior"]
    return _table(rows, index, f"Now: {now}. The line: {_percent(line)}. {note}".strip(), "change")


def methods(question: str = WEIGHING) -> Table:
    """Which way the evidence points by weighing, and by competing hypotheses (`course.weighing.agreement`).

    Returns:
        Rows `weighing`, `competing hypotheses`, `together`; column `direction`.

    Raises:
        NotWeighed, JournalError: as `ratings`.
    """
    weighed, note = _mine(question)
    hypotheses = [str(row["id"]) for row in read("hypotheses")]
    coming = [str(row["id"]) for row in read("hypotheses") if row["implies_reset"]]
    full = table(Weighed(ratings=weighed.ratings, cells={h: weighed.cells.get(h, {}) for h in hypotheses}))
    found = weighing.agreement(judgement(weighed), full, coming)
    rows = [{"direction": each} for each in (found.weighing, found.hypotheses, found.verdict)]
    return _table(rows, ["weighing", "competing hypotheses", "together"], note, "method")


def since_commitment(question: str = WEIGHING) -> Table:
    """What has changed since the learner first committed the weighing.

    Returns:
        One row a signal whose weight has changed: `name`, `then` and `now` (log-odds, empty if not rated). The whole
        change of the posterior is in the note. No rows if nothing was committed.

    Raises:
        NotWeighed, JournalError: as `ratings`.
    """
    commits = [event for event in Journal().history(question) if event.event == "commit"]
    if not commits:
        return _table([], [], "You have not committed this weighing yet.", columns=("name", "then", "now"))
    earlier, (later, _), names = _parsed(commits[0].value, question), _mine(question), _names()
    found = weighing.change(judgement(earlier), judgement(later))
    moved = [row for row in found.signals if abs(row.log_odds) > weighing.TOLERANCE]
    rows = [{"name": names[r.signal], "then": _round(r.earlier), "now": _round(r.later)} for r in moved]
    then, now = (_percent(weighing.weigh(judgement(each)).probability) for each in (earlier, later))
    return _table(rows, [row.signal for row in moved], f"Then: {then}. Now: {now}.")


def beside_author(question: str = WEIGHING) -> Table:
    """The learner's weights beside the author's reading, once the learner has committed a weighing.

    Returns:
        One row a signal of the brief: `name`, `mine` (weight in log-odds, now), `on_its_face` and `reading` (the
        author's, as the course codes it) and `why`. No rows before the commitment.

    Raises:
        NotWeighed, JournalError: as `ratings`.
    """
    if not any(event.event == "commit" for event in Journal().history(question)):
        note = "The author’s reading stands here once you have committed your weighing."
        return _table([], [], note, columns=("name", "mine", "on_its_face", "reading", "why"))
    weights = weighing.weigh(judgement(_mine(question)[0])).weights
    rows = [row for row in read("signals") if row["id"] in weights]
    shown = [
        {
            "name": row["short"],
            "mine": _round(weights[str(row["id"])]),
            "on_its_face": row["reading_on_its_face"],
            "reading": row["reading_for_reset"],
            "why": row["why_this_reading"],
        }
        for row in rows
    ]
    return _table(shown, [row["id"] for row in rows], "The readings are the course’s coding, not the author’s words.")


def _mine(question: str) -> tuple[Weighed, str]:
    answer = Journal().answer(question)
    if answer is not None and answer.value:
        own = _parsed(answer.value, question)
        if own.prior is not None and any(is_rated(each) for each in own.ratings.values()):
            return own, ""
    rows = read("example_ratings")
    example = {str(r["signal_id"]): SignalRating(r["step"], r["credibility"], r["same_as"]) for r in rows}  # type: ignore[arg-type]
    return Weighed(prior=EXAMPLE_PRIOR, ratings=example), EXAMPLE


def _parsed(value: Any, question: str) -> Weighed:  # noqa: ANN401 - any JSON value
    try:
        return parse(value)
    except ValueError as e:
        raise NotWeighed(
            f"The journal’s answer to “{question}” is no weighing: {e}. Weigh anew on its board."
        ) from None


def _names() -> dict[str, str]:
    found = {str(row["id"]): str(row["short"]) for row in read("signals")}
    return found | {str(row["id"]): str(row["signal"]) for row in read("transfer_signals")}


def _table(
    rows: list[dict[str, Any]],
    index: Iterable[object],
    note: str,
    name: str = "signal",
    columns: tuple[str, ...] | None = None,
) -> Table:
    return noted(rows, index, note, name, columns)


def _percent(probability: float) -> str:
    if probability < 0.001 or probability > 0.999:
        return "under 0.1 %" if probability < 0.5 else "over 99.9 %"
    return f"{100 * probability:.1f} %"


def _round(weight: float | None) -> float | None:
    return None if weight is None else round(weight, 2)
