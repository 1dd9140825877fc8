"""Is a graded item one of a lesson, or near one? Who remembers the lessons would then be paid for remembering."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from course import tables
from course.asked import Asked, Condition, Key
from course.questions import Bank
from grading.check.meanings import meanings
from grading.check.near import near
from grading.check.rooms import DATA, KEYS
from grading.handout.assignment import Assignment

NEAR = 85
"""From this likeness on, 0 to 100, two texts say the same."""
LEAST = 3
"""Telling words that a text needs to be compared by itself."""
SET, SET_NEAR, SET_LEAST = 0.5, 80, 3
"""Share of a question’s lines that is enough, if so many of them at least are near those of one lesson’s question."""
PARTS = 0.75
"""Share of the parts of a built question that is enough."""
ACCEPTED = "apart"
TABLES = (("bargaining_moves", "happening"), ("bargaining_options", "statement"), ("argument", "statement"))
"""Tables whose rows a lesson asks about, and the column."""
OWN = "its own"
"""What a part is called that no lesson has."""


class Text(msgspec.Struct, frozen=True):
    """A text, where it stands, and the question that it is part of."""

    said: str
    where: str
    question: str


def apart_faults(
    graded: Iterable[Assignment], lessons: Iterable[Bank], keys: Path = KEYS, data: Path = DATA
) -> Iterator[str]:
    """Every graded text and question that is too near one of a lesson, a line each, with both.

    Args:
        graded: the assignments, with their keys.
        lessons: the banks of the lessons, and others that learners practise with.
        keys: the folder of keys, with the table of pairs that are accepted and why.
        data: the folder of the course’s tables.
    """
    practised = [question for bank in lessons for question in bank.questions]
    asked = [(f"{each.name}, “{q.id}”", q, each.keys.get(q.id)) for each in graded for q in each.questions]
    own = [text for where, question, _ in asked for text in _texts(question, where)]
    known: dict[str, list[Text]] = defaultdict(list)
    for text in (*(t for q in practised for t in _texts(q, f"lesson’s “{q.id}”")), *_rows(data)):
        known[text.said].append(text)
    found = near((text.said for text in own), known, SET_NEAR)
    accepted = {(str(row["graded"]), str(row["lesson"])): False for row in tables.read(ACCEPTED, keys)}
    yield from _single(own, known, found, accepted)
    yield from _sets([(where, question) for where, question, _ in asked], known, found)
    yield from _built(asked, practised)
    for (said, other), used in accepted.items():
        if not used:
            yield f"{keys}/{ACCEPTED}.csv: “{said}” and “{other}” are not so near, or not both there; take the row out."


def _texts(question: Asked, where: str) -> Iterator[Text]:
    yield Text(question.prompt, f"{where}, prompt", where)
    if not question.answers_in_parts:
        yield from (Text(option.text, f"{where}, “{option.id}”", where) for option in question.options)


def _rows(data: Path) -> Iterator[Text]:
    for table, column in TABLES:
        for row in tables.read(table, data):
            if row[column] is not None:
                where = f"data/{table}.csv, {row['id']}"
                yield Text(str(row[column]), where, where)


def _single(
    own: Sequence[Text],
    known: Mapping[str, list[Text]],
    found: Mapping[str, Mapping[str, float]],
    accepted: dict[tuple[str, str], bool],
) -> Iterator[str]:
    """Texts that say what one of a lesson says. One that stands in many variants is told once."""
    for text in {each.said: each for each in reversed(own)}.values():
        for said, likeness in found.get(text.said, {}).items():
            if likeness < NEAR or min(len(meanings(text.said)), len(meanings(said))) < LEAST:
                continue
            if (text.said, said) in accepted:
                accepted[text.said, said] = True
                continue
            says = f"{text.where} (“{text.said}”) is too near {known[said][0].where} (“{said}”)"
            yield f"{says}; expected an item of its own, or a row in {ACCEPTED}.csv that says why both may stand."


def _sets(
    asked: Sequence[tuple[str, Asked]], known: Mapping[str, list[Text]], found: Mapping[str, Mapping[str, float]]
) -> Iterator[str]:
    """Questions many of whose lines are those of one question of a lesson, short ones too."""
    for where, question in asked:
        lines = {option.text for option in question.options}
        like: dict[str, set[str]] = defaultdict(set)
        for line in lines:
            for other in {text.question for said in found.get(line, {}) for text in known[said]}:
                like[other].add(line)
        for other, same in like.items():
            if len(same) >= max(SET_LEAST, SET * len(lines)):
                yield f"{where}: {len(same)} of {len(lines)} lines are those of {other}; expected lines of its own."


def _built(asked: Sequence[tuple[str, Asked, Key[Any] | None]], practised: Sequence[Asked]) -> Iterator[str]:
    """Arguments with a lesson’s letters or premises; deals and others of a lesson’s parts whose key asks no more."""
    known = [question for question in practised if question.answers_in_parts]
    texts = {o.text for q in known for o in q.options}
    alike = near((o.text for _, q, _ in asked if q.answers_in_parts for o in q.options), texts, SET_NEAR)
    for where, question, key in asked:
        for other in known:
            if other.kind != question.kind:
                continue
            letters = _letters(question, other, alike)
            own = question.made_of(lambda part, known=letters: known.get(part, f"{OWN} {part}"))  # type: ignore[misc]
            theirs = other.made_of(str)
            if len(own & theirs) < PARTS * max(len(own), len(theirs), 1):
                continue
            if question.parts_tell or (key and other.key and _asks(key) <= _asks(other.key)):
                yield (
                    f"{where} is built of the same parts as lesson’s “{other.id}”, so that its answer is known; "
                    "expected other letters, premises, issues, signals or conditions."
                )


def _letters(question: Asked, other: Asked, alike: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """A question’s parts to those of another question that they resemble most."""
    texts = {option.text: option.id for option in other.options}
    found = {}
    for option in question.options:
        if like := {said: share for said, share in alike.get(option.text, {}).items() if said in texts}:
            found[option.id] = texts[max(like, key=lambda said: like[said])]
    return found


def _asks(key: Key[Any]) -> frozenset[str]:
    """Every condition of a key’s criteria, member by member."""
    return frozenset(each for criterion in key.criteria for each in _members(criterion.when))


def _members(when: Condition) -> Iterator[str]:
    told: dict[str, Any] = msgspec.to_builtins(when)
    yield from (f"{name} {msgspec.json.encode(each, order='sorted').decode()}" for name, each in told.items())
