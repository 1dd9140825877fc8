"""Is it luck on which variants somebody earns who goes by words? A test by dealing the lines anew.

Who goes by words has a line right or wrong once and for all, so one variant is one throw, and a single line more or
less moves up to two fifths of a question's points. So the hardest variant and the easiest differ much even where all
are equally hard. That difference is held against what comes out if the same lines are dealt to the variants by lot: a
permutation test, which ends when so many deals came out wider that more would not change the answer.
"""

import random
from collections.abc import Sequence
from typing import Any

from course.asked import Asked
from course.asked.counted import Counted
from course.scoring.partial import earned
from tests.validity.assignments import EXPERT, Assessed
from tests.validity.ways import Way

WIDER, DEALS, RUNS = 10, 20000, 8
"""Deals that come out as wide, after which the test ends; deals at most; runs of a way on a variant."""
SEED = 27
LINES = frozenset({"classify", "choose_many"})
"""Kinds whose questions have several lines that are right or wrong each by itself."""
Right = list[float]
"""Of each line, the share of runs in which it is right."""


def by_luck(assessed: Assessed, variants: Sequence[Asked], way: Way) -> float | None:
    """How often variants differ as much or more if their lines are dealt anew by lot: what is small is no luck.

    Returns:
        A share of deals, above 0 and at most 1; None where a variant is a single line or none.
    """
    if variants[0].kind not in LINES:
        return None
    right = [_right(assessed, question, way) for question in variants]
    found, lines = _width(right), [line for each in right for line in each]
    chance, wider = random.Random(f"{variants[0].pool} {SEED}"), 0
    for deals in range(1, DEALS + 1):
        dealt = iter(chance.sample(lines, len(lines)))
        wider += _width([[next(dealt) for _ in each] for each in right]) >= found - 1e-9
        if wider == WIDER:
            return wider / deals
    return (wider + 1) / (DEALS + 1)


def _right(assessed: Assessed, question: Asked, way: Way) -> Right:
    expert, chance = assessed.learners[EXPERT][question.id], random.Random(f"{question.id} {SEED}")
    runs = [_lines(question, way(question, chance), expert) for _ in range(RUNS)]
    return [sum(line) / RUNS for line in zip(*runs, strict=True)]


def _lines(question: Asked, value: Any, expert: Any) -> list[bool]:
    """Of each line, whether it is as the expert has it."""
    ids = [option.id for option in question.options]
    if isinstance(expert, list):
        return [(each in (value or ())) == (each in expert) for each in ids]
    return [(value or {}).get(each) == expert[each] for each in ids]


def _width(right: Sequence[Right]) -> float:
    """The share of points between the easiest variant and the hardest."""
    shares = [_share(lines) for lines in right]
    return max(shares) - min(shares)


def _share(lines: Right) -> float:
    """The share of points on average, of lines that are each right so often."""
    chances = [1.0]
    for line in lines:
        chances = [
            (chances[n] if n < len(chances) else 0.0) * (1 - line) + (chances[n - 1] * line if n else 0.0)
            for n in range(len(chances) + 1)
        ]
    return sum(chance * earned(Counted(n, len(lines)), 1.0) for n, chance in enumerate(chances))
