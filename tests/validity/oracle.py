"""Whoever hands in again and again, reads the feedback that is released, and changes one thing in each question.

How many hand-ins are needed for full marks in all closed questions says what released feedback gives away while
hand-ins are still open.
"""

import random
from collections.abc import Iterator
from statistics import mean
from typing import Any

from course.asked import Asked
from course.scoring import ItemScore, score
from tests.validity.assignments import EXPERT, Assessed
from tests.validity.models import careless, guess
from tests.validity.templates import FREE

RUNS = 6
MOST = 100
"""Hand-ins after which nobody goes on."""
MOSTLY_RIGHT = 0.2
"""How often a part is wrong of somebody who is mostly right."""
SEED = 15


def hand_ins(assessed: Assessed) -> tuple[float, float]:
    """Hand-ins to full marks in all closed questions, on average: from a guess, and from what is mostly right."""
    expert = assessed.learners[EXPERT]
    found: tuple[list[int], list[int]] = ([], [])
    for run in range(RUNS):
        chance = random.Random(f"{assessed.name} {run} {SEED}")
        asked = [q for q in assessed.asked(chance.getrandbits(53)) if q.__struct_config__.tag not in FREE]
        guessed = {q.id: guess(q, chance) for q in asked}
        nearly = {q.id: careless(q, expert[q.id], MOSTLY_RIGHT, chance) for q in asked}
        for count, begun in zip(found, (guessed, nearly), strict=True):
            count.append(max((_to_full(q, begun[q.id], assessed, chance) for q in asked), default=1))
    return mean(found[0]), mean(found[1])


def _to_full(question: Asked, value: Any, assessed: Assessed, chance: random.Random) -> int:
    """Hand-ins until a question has all its points."""
    key = assessed.keys[question.id]
    told = score(question, value, key)
    tried = _changes(question, value, told, chance)
    for count in range(1, MOST):
        if told.points >= told.max_points:
            return count
        other = next(tried, None)
        if other is None:
            tried = _changes(question, value, told, chance)
            continue
        news = score(question, other, key)
        if news.points > told.points or (news.points == told.points and chance.random() < 0.2):
            value, told = other, news
            tried = _changes(question, value, told, chance)
    return MOST


def _changes(question: Any, value: Any, told: ItemScore, chance: random.Random) -> Iterator[Any]:
    """Answers that differ in one thing; what a remark is about comes first."""
    ids = [option.id for option in question.options]
    chance.shuffle(ids)
    answer = question.read(value)
    spoken = {item for remark in told.remarks for item in remark.when.about(answer)}
    ids.sort(key=lambda item: item not in spoken)
    match question.__struct_config__.tag:
        case "choose_one":
            yield from (each for each in ids if each != value)
        case "choose_many":
            yield from ([each for each in ids if (each in value) != (each == item)] for item in ids)
        case "classify":
            for item in ids:
                yield from ({**value, item: c.id} for c in question.categories if c.id != value[item])
        case "rank":
            yield from ({**value, a: value[b], b: value[a]} for a in ids for b in ids if a < b)
