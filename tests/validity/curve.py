"""How many points a share of right items earns, over closed questions."""

import random
from collections.abc import Mapping
from statistics import mean
from typing import Any

from course.asked import Asked
from tests.validity.assignments import EXPERT, Assessed

SHARES = (0.6, 0.7, 0.8, 0.9)
RUNS = 20
SEED = 60
CLOSED = frozenset({"classify", "choose_many", "rank"})
"""Kinds with items that are right or wrong each by itself."""


def curve(assessed: Assessed) -> dict[float, float]:
    """Share of items right to the share of points, over closed questions with items, each weighed by its points."""
    expert, chance = assessed.learners[EXPERT], random.Random(SEED)
    asked = [q for q in assessed.bank.questions if q.__struct_config__.tag in CLOSED]
    found = {}
    for share in SHARES:
        points, total = 0.0, 0.0
        for question in asked:
            runs = (
                assessed.points(question, spoilt(question, expert[question.id], share, chance)) for _ in range(RUNS)
            )
            points, total = points + mean(runs), total + (question.points or 0)
        found[share] = points / total if total else 1.0
    return found


def spoilt(question: Any, right: Any, share: float, chance: random.Random) -> Any:
    """The right answer with so many items wrong that a share of them is right, on average over answers."""
    ids = [option.id for option in question.options]
    wrong = (1 - share) * len(ids)
    count = int(wrong) + (chance.random() < wrong % 1)
    return _MAKES[question.__struct_config__.tag](question, right, chance.sample(ids, count), chance)


def _misplaced(question: Any, right: Mapping[str, str], items: list[str], chance: random.Random) -> dict[str, str]:
    others = {item: [c.id for c in question.categories if c.id != right[item]] for item in items}
    return {**right, **{item: chance.choice(each) for item, each in others.items()}}


def _flipped(question: Any, right: list[str], items: list[str], chance: random.Random) -> list[str]:
    return [o.id for o in question.options if (o.id in right) != (o.id in items)]


def _reordered(question: Asked, right: Mapping[str, int], items: list[str], chance: random.Random) -> dict[str, int]:
    """So many items on the rank of another; where one alone would be wrong, it changes places with its neighbour."""
    moved = items
    if len(moved) == 1:
        moved = sorted(right, key=lambda item: abs(right[item] - right[items[0]]))[:2]
    ranks = [right[item] for item in moved]
    return {**right, **dict(zip(moved, [*ranks[1:], *ranks[:1]], strict=True))}


_MAKES = {"classify": _misplaced, "choose_many": _flipped, "rank": _reordered}
