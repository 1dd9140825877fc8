"""Assignments with their keys, and the synthetic learners that are data."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from course.asked import Asked
from course.asked.by_item import OfItems
from course.questions import Bank, Key, load_bank
from course.scoring import ItemScore, score
from course.scoring.keys import load_keys
from course.tables import read
from tests.paths import ROOT

EXPERT = "expert"
HOLDS = "holds-"
DISSENTS = "dissent"


class Assessed(msgspec.Struct, frozen=True):
    """An assignment, its key, and learners: name to question to answer, spelled out."""

    name: str
    bank: Bank
    keys: dict[str, Key]
    learners: dict[str, dict[str, Any]]
    earned: dict[tuple[str, str], float] = msgspec.field(default_factory=dict)
    """Question and answer to points: whoever guesses gives the same answers again and again."""

    @property
    def total(self) -> float:
        """Points of all its questions, those of pools too."""
        return sum(question.points or 0 for question in self.bank.questions)

    def drawn(self, seed: int) -> dict[str, str]:
        """Graded cell to the question that it asks a learner with this seed."""
        return {place: self.bank.draw(place, seed).id for place in self.bank.places}

    def asked(self, seed: int) -> tuple[Asked, ...]:
        """The questions that a learner with this seed is asked, in order."""
        return tuple(self.bank.draw(place, seed) for place in self.bank.places)

    @property
    def families(self) -> dict[str, tuple[Asked, ...]]:
        """Pool to its variants, in order."""
        pools = dict.fromkeys(q.pool for q in self.bank.questions if q.pool)
        return {pool: tuple(q for q in self.bank.questions if q.pool == pool) for pool in pools}

    @property
    def dissenters(self) -> tuple[str, ...]:
        """Learners who reason as well as the expert, and answer otherwise."""
        return tuple(who for who in self.learners if who.startswith(DISSENTS))

    @property
    def asked_total(self) -> float:
        """Points that one learner can earn; of a pool only one question is asked."""
        return sum(self.bank[question].points or 0 for question in self.drawn(0).values())

    @property
    def holders(self) -> dict[str, str]:
        """Misconception to the learner who holds it and nothing else."""
        return {who.removeprefix(HOLDS).upper(): who for who in self.learners if who.startswith(HOLDS)}

    def scored(self, question: Asked, value: Any) -> ItemScore:
        """The score of one answer."""
        return score(question, value, self.keys[question.id])

    def points(self, question: Asked, value: Any) -> float:
        """What an answer to one question of the bank earns."""
        given = (question.id, repr(value))
        if given not in self.earned:
            self.earned[given] = self.scored(question, value).points
        return self.earned[given]

    def share(self, answers: dict[str, Any], seed: int) -> float:
        """The share of points that answers earn whoever has this seed."""
        return sum(self.points(q, answers.get(q.id)) for q in self.asked(seed)) / self.asked_total

    def scores(self, answers: dict[str, Any]) -> dict[str, ItemScore]:
        """The score of every question."""
        return {q.id: score(q, answers.get(q.id), self.keys[q.id]) for q in self.bank.questions}


def names() -> list[str]:
    """Assignments that have questions, a key and learners."""
    learners = (ROOT / "tests" / "data").glob("*_learners.toml")
    return sorted(path.stem.removesuffix("_learners") for path in learners)


@cache
def load(name: str) -> Assessed:
    """An assignment with its learners. A learner's own answers lie over the expert's, item by item.

    Raises:
        ValueError: the expert leaves a question out, or somebody answers one that is not there.
    """
    claims = {str(row["id"]) for row in read("claims")}
    bank = load_bank(ROOT / "grading" / "source" / name / "questions.toml", claims)
    keys = load_keys(ROOT / "grading" / "keys" / f"{name}.toml", bank, claims)
    file = Path("tests", "data", f"{name}_learners.toml")
    told = tomllib.loads((ROOT / file).read_text(encoding="utf-8"))
    expert = told[EXPERT]
    for who, own in told.items():
        spare = [f"{who} answers “{q}”, which {bank.path.name} does not have" for q in own if q not in bank.ids]
        blank = [f"the expert has no answer to “{q}”" for q in bank.ids if who == EXPERT and q not in own]
        if fault := [*spare, *blank]:
            raise ValueError(f"{file}: {fault[0]}.")

    def over(question: str, other: Any) -> Any:
        by_item = isinstance(bank[question], OfItems)
        return expert[question] | other if by_item and isinstance(other, dict) else other

    learners = {who: expert | {q: over(q, a) for q, a in own.items()} for who, own in told.items()}
    return Assessed(name, bank, keys, learners)
