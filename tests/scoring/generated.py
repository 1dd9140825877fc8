"""Every question with a key, and answers to it: right, nearly right, by chance, half finished."""

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from course.asked import Asked, Key, State
from course.questions import load_bank
from tests.paths import LESSON_BANKS, ROOT
from tests.validity.assignments import load, names
from tests.validity.models import guess


class Keyed(msgspec.Struct, frozen=True):
    """A question with its key, both as the course reads them and as TOML has them, and answers that people give."""

    question: Asked
    key: Key[Any]
    asked: dict[str, Any]
    told: dict[str, Any]
    known: tuple[Any, ...]

    @property
    def id(self) -> str:
        """Its id, with its kind."""
        return f"{self.question.kind}-{self.question.id}"


@cache
def keyed() -> tuple[Keyed, ...]:
    """All of them."""
    return (*_graded(), *_lessons())


def _graded() -> Iterator[Keyed]:
    for name in names():
        of = load(name)
        banks = tomllib.loads((ROOT / "grading" / "source" / name / "questions.toml").read_text(encoding="utf-8"))
        keys = tomllib.loads((ROOT / "grading" / "keys" / f"{name}.toml").read_text(encoding="utf-8"))["key"]
        asked, told = {q["id"]: q for q in banks["question"]}, {k["question"]: k for k in keys}
        for q in of.bank.questions:
            known = [answers[q.id] for answers in of.learners.values()]
            yield Keyed(q, of.keys[q.id], asked[q.id], told[q.id], tuple(known))


def _lessons() -> Iterator[Keyed]:
    answers = tomllib.loads((ROOT / "tests" / "data" / "lesson_answers.toml").read_text(encoding="utf-8"))
    for path in LESSON_BANKS:
        raw = {q["id"]: q for q in tomllib.loads(path.read_text(encoding="utf-8"))["question"]}
        for q in load_bank(path).questions:
            if q.key is not None:
                whens = [each.when for each in q.key.criteria]
                found = answers.get(q.id) or next(
                    (a for a in q.tries(whens) or () if all(w.settles(q.read(a)) for w in whens)), None
                )
                yield Keyed(q, q.key, raw[q.id], raw[q.id]["key"], () if found is None else (found,))


def enough(of: Keyed) -> int:
    """How many answers to a question make about two thousand of its kind; fewer where each is reckoned at length."""
    alike = sum(each.question.kind == of.question.kind for each in keyed())
    return min(max(20, 2000 // alike), 60 if of.question.kind == "weigh" else 500)


def answers(of: Keyed, n: int) -> Iterator[Any]:
    """So many answers that are not blank and contradict nothing, half of them finished; fewer where few are found."""
    chance = random.Random(of.question.id)
    for turn in range(n):
        by_chance = guess(of.question, chance)
        right = chance.choice(of.known) if of.known else by_chance
        value = mixed(right, by_chance, chance, chance.choice((0.0, 0.15, 0.4, 1.0)))
        value = blanked(value, chance, chance.random() / 2) if turn % 2 else value
        if of.question.stand(value).state in (State.ANSWERED, State.INCOMPLETE):
            yield value


def mixed(right: Any, other: Any, chance: random.Random, share: float) -> Any:
    """The right answer with this share of its parts from the other."""
    if isinstance(right, dict) and isinstance(other, dict) and "form" not in right:
        members = [*right, *(each for each in other if each not in right)]
        found = {each: mixed(right.get(each), other.get(each), chance, share) for each in members}
        return {each: value for each, value in found.items() if value is not None}
    if isinstance(right, list) and isinstance(other, list):
        pool = [each for each in right if chance.random() >= share]
        return [*pool, *(each for each in other if each not in pool and chance.random() < share)]
    return other if chance.random() < share else right


def blanked(value: Any, chance: random.Random, share: float) -> Any:
    """An answer without this share of its parts."""
    if isinstance(value, dict) and "form" in value:
        of = [None if chance.random() < share / 2 else each for each in value["of"]]
        return {**value, "of": of}
    if isinstance(value, dict):
        found = {each: blanked(said, chance, share) for each, said in value.items() if chance.random() >= share}
        end = found.get("conclusion")
        if isinstance(end, dict) and None in end.get("of", ()):
            del found["conclusion"]
        return found
    if isinstance(value, list):
        return [blanked(each, chance, share) for each in value if chance.random() >= share]
    return value
