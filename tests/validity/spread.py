"""Are the variants of a family equally hard? What each kind of learner earns on each, and what an edited seed gains."""

import random
from collections.abc import Iterable, Mapping, Sequence
from math import lcm
from statistics import mean, variance

from course.asked import Asked
from tests.validity.assignments import Assessed
from tests.validity.luck import by_luck
from tests.validity.ways import BY_WORDS, GUESSER, PATTERNS, RECALL, Way

RUNS, SLOW_RUNS, FEW_RUNS = 100, 30, 8
SLOW = frozenset({"argue", "weigh", "forecast", "deal"})
"""Kinds whose scoring takes milliseconds."""
MORE, NARROW = 12, 0.05
"""Where variants seem to differ by more than this, so many times as many answers are drawn."""
MOST_SEEDS = 5000
SEED = 20

Means = Mapping[str, Mapping[str, float]]
"""Question to way to the share of its points."""


def shares(assessed: Assessed, ways: Mapping[str, Way]) -> dict[str, dict[str, float]]:
    """What each way earns on each question, as a share of its points; variants of a family are drawn together.

    A mean over answers left to chance differs from another by chance alone. What differs no more than that is drawn
    together (empirical Bayes: B. Efron and C. Morris, *Journal of the American Statistical Association* 70, 1975,
    pp. 311–319), so that chance is not taken for a difference between variants.
    """
    found: dict[str, dict[str, float]] = {question.id: {} for question in assessed.bank.questions}
    alone = ((q,) for q in assessed.bank.questions if q.pool is None)
    for variants in (*assessed.families.values(), *alone):
        for name, way in ways.items():
            means = together([_earned(assessed, question, name, way) for question in variants])
            if max(means) - min(means) > NARROW and name not in BY_WORDS | PATTERNS:
                means = together([_earned(assessed, question, name, way, MORE) for question in variants])
            for question, share in zip(variants, means, strict=True):
                found[question.id][name] = share
    return found


def _earned(assessed: Assessed, question: Asked, name: str, way: Way, turn: int = 1) -> list[float]:
    runs = FEW_RUNS if name in BY_WORDS | PATTERNS else SLOW_RUNS if question.kind in SLOW else RUNS
    chance = random.Random(f"{question.id} {name} {SEED} {turn}")
    return [assessed.points(question, way(question, chance)) / (question.points or 1) for _ in range(runs * turn)]


def together(samples: Sequence[Sequence[float]]) -> list[float]:
    """The means of some samples, drawn together as far as their differences are those of chance."""
    means = [mean(each) for each in samples]
    if len(means) == 1:
        return means
    middle = mean(means)
    errors = [variance(each) / len(each) if len(each) > 1 else 0.0 for each in samples]
    between = max(0.0, variance(means) - mean(errors))
    return [
        middle + (own - middle) * (between / (between + error) if error else 1.0)
        for own, error in zip(means, errors, strict=True)
    ]


def spreads(assessed: Assessed, earned: Means) -> dict[str, dict[str, float]]:
    """Family to way to the difference between its hardest and its easiest variant, as a share of its points."""
    names = next(iter(earned.values()), {})
    return {
        pool: {n: max(earned[q.id][n] for q in each) - min(earned[q.id][n] for q in each) for n in names}
        for pool, each in assessed.families.items()
    }


def luck(assessed: Assessed, ways: Mapping[str, Way]) -> dict[str, dict[str, float | None]]:
    """Family to each way that goes by words to the chance that its variants differ so by luck (`by_luck`)."""
    going = {name: way for name, way in ways.items() if name in BY_WORDS}
    return {
        pool: {name: by_luck(assessed, each, way) for name, way in going.items()}
        for pool, each in assessed.families.items()
    }


def by_seed(assessed: Assessed, earned: Means, names: Iterable[str] = (GUESSER, RECALL)) -> tuple[float, float]:
    """What the seed editor gains, who tries all seeds and takes that in which guessing and recall earn most.

    Returns:
        The share of points of the best seed, and that of all seeds on average, of whichever way gains more.
    """
    seeds = range(min(lcm(*(len(each) for each in assessed.families.values())), MOST_SEEDS))
    found = []
    for name in names:
        asked = [sum(earned[q.id][name] * (q.points or 0) for q in assessed.asked(seed)) for seed in seeds]
        found.append((max(asked) / assessed.asked_total, mean(asked) / assessed.asked_total))
    return max(found, key=lambda each: each[0] - each[1])
