"""What the author's sentences imply as forecasts, beside the learner's."""

from course import tables
from course.asked.settled import settled
from course.brief.frames import Table
from course.forecasting import brier, broken
from course.mine.committed import FORECASTS, HIDDEN, first, texts
from course.mine.committed import asked as asked_for
from course.mine.noted import in_percent, noted


def author(question: str = FORECASTS) -> Table:
    """What the author's sentences imply as forecasts, beside yours and what happened.

    The words are the author's. The ranges are those of the verbal terms as which the course reads them. Where the
    middles of two ranges break a rule that holds whatever one believes, both rows say so.

    Args:
        question: as for `forecasts`.

    Returns:
        One row per event, by ``id``: ``event``, ``claim``, ``words``, the range ``from`` and ``to`` (probabilities),
        ``clashes_with`` (ids of other events; empty where nothing clashes), ``mine`` (empty if you were not asked),
        ``happened`` (empty if not settled), ``brier`` of the middle of the range (0 is best, 1 is worst). No row before
        you commit.

    Example:
        mine.author()
    """
    columns = ("event", "claim", "words", "from", "to", "clashes_with", "mine", "happened", "brier")
    committed = first(question)
    if committed is None:
        return noted([], [], HIDDEN, "id", columns)
    terms = {row["id"]: (float(str(row["low"])), float(str(row["high"]))) for row in tables.read("probability_terms")}
    known, asked = settled(), texts(question)
    rows = tables.read("implied_forecasts")
    middles = {str(row["event_id"]): sum(terms[row["term_id"]]) / 2 for row in rows}
    apart = [set(rule.weights) for rule in broken(asked_for(question).rules, middles) if not rule.premise]
    shown = []
    for row in rows:
        name, (low, high) = str(row["event_id"]), terms[row["term_id"]]
        clashes = set[str]().union(*(events for events in apart if name in events)) - {name}
        outcome = known.get(name)
        happened = None if outcome is None else bool(outcome["outcome"])
        shown.append(
            {
                "event": asked.get(name) or (outcome or {})["question"],
                "claim": row["claim_id"],
                "words": row["words"],
                "from": low,
                "to": high,
                "clashes_with": tuple(sorted(clashes)),
                "mine": committed.said.get(name),
                "happened": happened,
                "brier": None if happened is None else round(brier(middles[name], happened), 3),
            }
        )
    note = "The words are the author’s. The numbers are the course’s reading of them."
    made = noted(shown, [row["event_id"] for row in rows], note, "id", columns)
    return in_percent(made, "from", "to", "mine")
