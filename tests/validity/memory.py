"""What the lessons' questions leave in a memory: statements, where each belongs, what follows what. Keys are inline."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from course.asked import Asked
from course.asked.condition import alternatives
from course.questions.find import lesson_banks
from grading.check.keys import right
from tests.paths import ROOT

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
YES, NO = "yes", "no"
"""Labels of a choice that is right, and of one that is wrong."""


class Fact(msgspec.Struct, frozen=True):
    """A line of a lesson's question, and what its key says of it.

    Attributes:
        text: the line.
        prompt: what was asked.
        labels: the texts of the categories that it belongs to; `YES` or `NO` for a choice.
    """

    text: str
    prompt: str
    labels: tuple[str, ...]


class Order(msgspec.Struct, frozen=True):
    """Two lines of a ranking, the first before the second."""

    first: str
    second: str


class Built(msgspec.Struct, frozen=True):
    """An argument or a deal that a lesson accepts, with the texts of the letters that it uses."""

    question: Asked
    answer: Any


class Memory(msgspec.Struct, frozen=True):
    """All of it."""

    facts: tuple[Fact, ...]
    orders: tuple[Order, ...]
    built: tuple[Built, ...]


@cache
def remembered() -> Memory:
    """What all lessons leave."""
    asked = [question for bank in lesson_banks() for question in bank.questions]
    answers = tomllib.loads((ROOT / "tests" / "data" / "lesson_answers.toml").read_text(encoding="utf-8"))
    keyed = [question for question in asked if question.key is not None]
    return Memory(
        tuple(fact for question in keyed for told in (facts, said) for fact in told(question, question.key)),
        tuple(order for question in keyed for order in orders(question, question.key)),
        tuple(Built(question, answers[question.id]) for question in asked if question.id in answers),
    )


def pairs(key: Any) -> list[tuple[str, str]]:
    """Pairs of items of which criteria want the first before the second."""
    conditions = alternatives(c.when for c in key.criteria)
    return [pair for each in conditions for pair in getattr(each, "before", ())]


def facts(question: Asked, key: Any) -> Iterator[Fact]:
    """What a key says of the lines of its question."""
    if placed := question.placed(key):
        for option in question.options:
            labels = tuple(text for each, text in question.sorts().items() if each in placed.get(option.id, ()))
            if labels:
                yield Fact(option.text, question.prompt, labels)
    elif any(question.having(option.id) is not None for option in question.options):
        fits = {*right(question, key)}
        for option in question.options:
            yield Fact(option.text, question.prompt, (YES if option.id in fits else NO,))


def said(question: Asked, key: Any) -> Iterator[Fact]:
    """The statements of its remarks, which are true."""
    for remark in key.remarks:
        for sentence in _SENTENCE.split(remark.says.replace("*", "")):
            if not sentence.endswith("?") and len(sentence.split()) > 3:
                yield Fact(sentence, question.prompt, (YES,))


def orders(question: Asked, key: Any) -> Iterator[Order]:
    """Which of two lines comes first."""
    texts = {option.id: option.text for option in question.options}
    yield from (Order(texts[a], texts[b]) for a, b in pairs(key))
