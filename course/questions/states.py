"""The four states of an answer. A pure function of question and answer that accepts any JSON value."""

import enum
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import msgspec

from course.forecasting import broken
from course.questions import argued, dealt, weighed
from course.questions.forecasts import rules
from course.questions.model import (
    Argue,
    ChooseMany,
    ChooseOne,
    Classify,
    Deal,
    Forecast,
    Probability,
    Question,
    Rank,
    Weigh,
    options,
)
from course.questions.positions import positions

JSON = Any
MOST_REASONS = 10
"""Thousands of premises may each have faults, and nobody reads a thousand reasons."""
OUT_OF_RANGE = "Every probability lies between 0 and 1 (0 % and 100 %)."


class State(enum.StrEnum):
    """How far an answer has come."""

    NOT_ATTEMPTED = "not_attempted"
    INCOMPLETE = "incomplete"
    INCOHERENT = "incoherent"
    ANSWERED = "answered"


class Standing(msgspec.Struct, frozen=True):
    """A state and, in plain words, what is still to be done.

    Attributes:
        state: how far the answer has come.
        reasons: what is still to be done; none once it is answered.
        notes: what is pointed out, and holds nothing up.
    """

    state: State
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def stand(question: Question, value: JSON) -> Standing:
    """Tell where an answer stands.

    Args:
        question: what was asked.
        value: the answer as JSON, None if there is none. Any value is accepted; one that does not fit the question
            is incoherent, and the reason says what was expected.
    """
    if value is None or value in ("", [], {}):
        return Standing(State.NOT_ATTEMPTED, ("There is no answer yet.",))
    return _STAND[type(question)](question, value)


def _incoherent(*reasons: str) -> Standing:
    return Standing(State.INCOHERENT, reasons)


def _texts(question: Question) -> dict[str, str]:
    return {o.id: o.text for o in options(question)}


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{n}”" for n in names)


def _choose_one(question: ChooseOne, value: JSON) -> Standing:
    if not isinstance(value, str) or value not in _texts(question):
        return _incoherent("The answer is not one of the choices.")
    return Standing(State.ANSWERED)


def _choose_many(question: ChooseMany, value: JSON) -> Standing:
    texts = _texts(question)
    if not isinstance(value, list) or not all(isinstance(v, str) and v in texts for v in value):
        return _incoherent("The answer holds something that is not one of the choices.")
    if len(set(value)) < len(value):
        return _incoherent("A choice is listed twice.")
    lone = [v for v in value if v in question.alone]
    if lone and len(value) > 1:
        return _incoherent(f"{_quoted([texts[lone[0]]])} contradicts every other choice.")
    if question.max is not None and len(value) > question.max:
        return _incoherent(f"Choose at most {question.max}; {len(value)} are chosen.")
    if len(value) < question.min and not lone:
        return Standing(State.INCOMPLETE, (f"Choose at least {question.min}; {len(value)} so far.",))
    return Standing(State.ANSWERED)


def _unplaced(question: Question, value: dict[str, JSON], verb: str) -> Standing:
    left = len(options(question)) - len(value)
    if left:
        return Standing(State.INCOMPLETE, (f"{left} of {len(options(question))} still to {verb}.",))
    return Standing(State.ANSWERED)


def _by_item(question: Question, value: JSON) -> dict[str, JSON] | None:
    if not isinstance(value, dict) or not all(k in _texts(question) for k in value):
        return None
    return {k: v for k, v in value.items() if v is not None}


def _classify(question: Classify, value: JSON) -> Standing:
    placed, known = _by_item(question, value), {c.id for c in question.categories}
    if placed is None or not all(isinstance(v, str) and v in known for v in placed.values()):
        return _incoherent("The answer names an item or a category that the question does not have.")
    held = Counter(placed.values())
    over = [c for c in question.categories if c.max is not None and held[c.id] > c.max]
    if over:
        return _incoherent(*(f"“{c.text}” can hold {c.max}; it holds {held[c.id]}." for c in over))
    return _unplaced(question, placed, "place") if placed else stand(question, None)


def _rank(question: Rank, value: JSON) -> Standing:
    ranks = _by_item(question, value)
    top = len(question.items)
    if ranks is None or not all(type(v) is int and 1 <= v <= top for v in ranks.values()):
        return _incoherent(f"Every rank is a whole number from 1 to {top}.")
    shared = sorted(rank for rank, n in Counter(ranks.values()).items() if n > 1)
    if shared:
        return _incoherent(*(f"Rank {rank} is given more than once." for rank in shared))
    return _unplaced(question, ranks, "rank") if ranks else stand(question, None)


def _chances(question: Probability | Forecast, value: JSON) -> dict[str, JSON] | None:
    given = _by_item(question, value)
    fits = given is not None and all(type(v) in (int, float) and 0 <= v <= 1 for v in given.values())
    return given if fits else None


def _probability(question: Probability, value: JSON) -> Standing:
    given, texts = _chances(question, value), _texts(question)
    if given is None:
        return _incoherent(OUT_OF_RANGE)
    wrong = [(a, b) for a, b in question.at_most if a in given and b in given and given[a] > given[b]]
    if wrong:
        return _incoherent(
            *(f"“{texts[a]}” can't be more probable than “{texts[b]}”, because it needs it." for a, b in wrong)
        )
    return _unplaced(question, given, "judge") if given else stand(question, None)


def _forecast(question: Forecast, value: JSON) -> Standing:
    given = _chances(question, value)
    if given is None:
        return _incoherent(OUT_OF_RANGE)
    if not given:
        return stand(question, None)
    standing = _unplaced(question, given, "judge")
    apart = tuple(rule.why for rule in broken(rules(question), given))
    return Standing(standing.state, standing.reasons, ("Not everything fits together:", *apart)) if apart else standing


def _weigh(question: Weigh, value: JSON) -> Standing:
    return _built("weighing", lambda: weighed.faults(question, value), lambda: weighed.gaps(question, value))


def _argue(question: Argue, value: JSON) -> Standing:
    return _built("argument", lambda: argued.faults(question, value), lambda: argued.gaps(value))


def _deal(question: Deal, value: JSON) -> Standing:
    table = positions(question.issues)
    return _built("deal", lambda: dealt.faults(question, value, table), lambda: dealt.gaps(question, value))


def _built(what: str, faults: Callable[[], Iterable[str]], gaps: Callable[[], Iterable[str]]) -> Standing:
    try:
        found, missing = tuple(islice(faults(), MOST_REASONS)), tuple(gaps())
    except ValueError as e:
        return _incoherent(f"The answer is no {what}: {e}")
    if found:
        return _incoherent(*found)
    return Standing(State.INCOMPLETE, missing) if missing else Standing(State.ANSWERED)


_STAND: dict[type, Callable[[Any, JSON], Standing]] = {
    ChooseOne: _choose_one,
    ChooseMany: _choose_many,
    Classify: _classify,
    Rank: _rank,
    Probability: _probability,
    Forecast: _forecast,
    Weigh: _weigh,
    Argue: _argue,
    Deal: _deal,
}
