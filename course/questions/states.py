"""The four states of an answer, which may be any JSON value. For a deal the table of positions is read."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from course.questions import argued, by_item, dealt, weighed
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
from course.questions.standing import ANSWERED, NOT_ATTEMPTED, Standing, State, incoherent, incomplete

__all__ = ["Standing", "State", "stand"]

JSON = Any
MOST_REASONS = 10
"""Thousands of premises may each have faults, and nobody reads a thousand reasons."""


def stand(question: Question, value: JSON) -> Standing:
    """Tell where an answer stands.

    Args:
        question: what was asked.
        value: the answer as JSON, None if there is none. Any value is accepted; one that does not fit the question
            is incoherent, and the reason says what was expected.
    """
    if value is None or value in ("", [], {}):
        return NOT_ATTEMPTED
    return _STAND[type(question)](question, value)


def _choose_one(question: ChooseOne, value: JSON) -> Standing:
    if not isinstance(value, str) or value not in {o.id for o in options(question)}:
        return incoherent("The answer is not one of the choices.")
    return ANSWERED


def _choose_many(question: ChooseMany, value: JSON) -> Standing:
    texts = {o.id: o.text for o in options(question)}
    if not isinstance(value, list) or not all(isinstance(v, str) and v in texts for v in value):
        return incoherent("The answer holds something that is not one of the choices.")
    if len(set(value)) < len(value):
        return incoherent("A choice is listed twice.")
    lone = [v for v in value if v in question.alone]
    if lone and len(value) > 1:
        return incoherent(f"“{texts[lone[0]]}” contradicts every other choice.")
    if question.max is not None and len(value) > question.max:
        return incoherent(f"Choose at most {question.max}; {len(value)} are chosen.")
    if len(value) < question.min and not lone:
        return incomplete(f"Choose at least {question.min}; {len(value)} so far.")
    return ANSWERED


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
        return incoherent(f"The answer is no {what}: {e}")
    if found:
        return incoherent(*found)
    return incomplete(*missing) if missing else ANSWERED


_STAND: dict[type, Callable[[Any, JSON], Standing]] = {
    ChooseOne: _choose_one,
    ChooseMany: _choose_many,
    Classify: by_item.classify,
    Rank: by_item.rank,
    Probability: by_item.probability,
    Forecast: by_item.forecast,
    Weigh: _weigh,
    Argue: _argue,
    Deal: _deal,
}
