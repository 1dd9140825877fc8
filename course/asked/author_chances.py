"""A learner's probabilities beside those that the author's words imply, as the course reads them."""

from collections.abc import Mapping
from typing import Any

from course.asked.moment import Mark, moment
from course.asked.percent import in_percent
from course.tables import read


def beside(events: Mapping[str, str], said: Mapping[str, float]) -> dict[str, Any]:
    """The moment after a commitment.

    Args:
        events: event to its text.
        said: event to the learner's probability.
    """
    terms = {str(row["id"]): (float(str(row["low"])), float(str(row["high"]))) for row in read("probability_terms")}
    marks, claims = [], {}
    for row in read("implied_forecasts"):
        event = str(row["event_id"])
        if event not in events or event not in said:
            continue
        low, high = terms[str(row["term_id"])]
        apart = max(low - said[event], said[event] - high, 0.0)
        words = f"“{row['words']}” ({row['claim_id']}), read as {in_percent(low)} to {in_percent(high)} %"
        marks.append(Mark(_short(events[event]), f"{in_percent(said[event])} %", words, apart))
        claims[marks[-1].name] = str(row["words"])
    if not marks:
        return moment([], "Committed.", _surest(events, said))
    most = max(marks, key=lambda mark: mark.apart)
    if most.apart == 0:
        within = f"Where the author’s words imply a chance, yours lies within it ({len(marks)} of {len(marks)})."
        return moment(marks, within, _surest(events, said))
    outside = sum(mark.apart > 0 for mark in marks)
    says = f"Where the author’s words imply a chance, yours lies outside it in {outside} of {len(marks)}."
    ask = (
        f"You differ most on “{most.name}”. You say {most.mine}, he writes “{claims[most.name]}”. What do you see that "
        "he does not, or he that you do not?"
    )
    return moment(marks, says, ask)


def _surest(events: Mapping[str, str], said: Mapping[str, float]) -> str:
    event = max((each for each in said if each in events), key=lambda each: abs(said[each] - 0.5), default="")
    if not event:
        return ""
    return f"You are surest of “{_short(events[event])}”: {in_percent(said[event])} %. What news would surprise you?"


def _short(text: str) -> str:
    """A text up to its first full stop, as an event is named in bold before it is described."""
    return text.partition(". ")[0].rstrip(".")
