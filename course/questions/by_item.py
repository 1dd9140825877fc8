"""Where an answer stands that says something of each item: a place, a rank, a probability. Pure.

Every function takes the question and any JSON value but a blank one.
"""

from collections import Counter
from typing import Any

from course.forecasting import broken
from course.questions.forecasts import rules
from course.questions.model import Classify, Forecast, Probability, Question, Rank, options
from course.questions.standing import ANSWERED, NOT_ATTEMPTED, Standing, incoherent, incomplete

JSON = Any
OUT_OF_RANGE = "Every probability lies between 0 and 1 (0 % and 100 %)."


def classify(question: Classify, value: JSON) -> Standing:
    """Where a classification stands: {item id: category id}."""
    placed, known = _given(question, value), {c.id for c in question.categories}
    if placed is None or not all(isinstance(v, str) and v in known for v in placed.values()):
        return incoherent("The answer names an item or a category that the question does not have.")
    held = Counter(placed.values())
    over = [c for c in question.categories if c.max is not None and held[c.id] > c.max]
    if over:
        return incoherent(*(f"“{c.text}” can hold {c.max}; it holds {held[c.id]}." for c in over))
    return _how_far(question, placed, "place")


def rank(question: Rank, value: JSON) -> Standing:
    """Where a ranking stands: {item id: rank}, 1 is first."""
    ranks = _given(question, value)
    top = len(question.items)
    if ranks is None or not all(type(v) is int and 1 <= v <= top for v in ranks.values()):
        return incoherent(f"Every rank is a whole number from 1 to {top}.")
    shared = sorted(rank for rank, n in Counter(ranks.values()).items() if n > 1)
    if shared:
        return incoherent(*(f"Rank {rank} is given more than once." for rank in shared))
    return _how_far(question, ranks, "rank")


def probability(question: Probability, value: JSON) -> Standing:
    """Where probabilities stand: {item id: 0 to 1}."""
    given, texts = _chances(question, value), {o.id: o.text for o in options(question)}
    if given is None:
        return incoherent(OUT_OF_RANGE)
    wrong = [(a, b) for a, b in question.at_most if a in given and b in given and given[a] > given[b]]
    if wrong:
        return incoherent(
            *(f"“{texts[a]}” can't be more probable than “{texts[b]}”, because it needs it." for a, b in wrong)
        )
    return _how_far(question, given, "judge")


def forecast(question: Forecast, value: JSON) -> Standing:
    """Where forecasts stand: {item id: 0 to 1}. What does not fit together is noted, and holds nothing up."""
    given = _chances(question, value)
    if given is None:
        return incoherent(OUT_OF_RANGE)
    standing = _how_far(question, given, "judge")
    apart = tuple(rule.why for rule in broken(rules(question), given))
    return Standing(standing.state, standing.reasons, ("Not everything fits together:", *apart)) if apart else standing


def _given(question: Question, value: JSON) -> dict[str, JSON] | None:
    """What is said of which item; None if that is no such answer. An item with null is one not answered."""
    known = {o.id for o in options(question)}
    if not isinstance(value, dict) or not all(k in known for k in value):
        return None
    return {k: v for k, v in value.items() if v is not None}


def _chances(question: Probability | Forecast, value: JSON) -> dict[str, JSON] | None:
    given = _given(question, value)
    fits = given is not None and all(type(v) in (int, float) and 0 <= v <= 1 for v in given.values())
    return given if fits else None


def _how_far(question: Question, given: dict[str, JSON], verb: str) -> Standing:
    left = len(options(question)) - len(given)
    if not given:
        return NOT_ATTEMPTED
    return incomplete(f"{left} of {len(options(question))} still to {verb}.") if left else ANSWERED
