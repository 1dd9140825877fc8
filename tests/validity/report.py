"""What the synthetic learners show about an assignment."""

import random
from statistics import mean, quantiles

import msgspec

from grading.report.item_analysis import difficulty, item_rest
from tests.validity.assignments import EXPERT, Assessed
from tests.validity.models import by_habit, by_sound, careless, guess

GUESSERS = 500
READERS = 300
HOLDINGS = 60
"""How often each misreading is held by somebody who also slips now and then."""
SLIP = 0.1
SEED = 2014


class Report(msgspec.Struct, frozen=True):
    """Shares of all points, from 0 to 1, and rates.

    Attributes:
        by_kind: kind of learner to (least, lower quartile, mean, upper quartile, most).
        recall: misconception to the share of its holders to whom it is named.
        false_alarms: misconception to the share of experts, dissenters and holders of others to whom it is named.
        named_by: misconception to how many questions can name it.
        difficulty: question to the mean share of its points that readers of all skills earn (high is easy).
        discrimination: question to the correlation of its points with those of all others, over the same readers.
    """

    by_kind: dict[str, tuple[float, ...]]
    recall: dict[str, float]
    false_alarms: dict[str, float]
    named_by: dict[str, int]
    difficulty: dict[str, float]
    discrimination: dict[str, float]


def report(assessed: Assessed) -> Report:
    """Let every kind of learner answer, and say what came of it."""
    chance, questions = random.Random(SEED), assessed.bank.questions
    expert = assessed.learners[EXPERT]
    kinds = {
        "expert": [expert],
        "dissenter": [assessed.learners["dissenter"]] if "dissenter" in assessed.learners else [],
        "holder of one misreading": [assessed.learners[who] for who in assessed.holders.values()],
        "careless reader": [{q.id: careless(q, expert[q.id], 0.3, chance) for q in questions} for _ in range(100)],
        "half-finisher": [{q.id: expert[q.id] for q in questions[: len(questions) // 2]}],
        "keyword matcher": [{q.id: by_sound(q, chance) for q in questions} for _ in range(20)],
        "always agrees": [{q.id: by_habit(q, chance) for q in questions} for _ in range(20)],
        "guesser": [{q.id: guess(q, chance) for q in questions} for _ in range(GUESSERS)],
    }
    shares = {kind: [_share(assessed, answers) for answers in found] for kind, found in kinds.items() if found}
    hard, apart = _items(assessed, chance)
    return Report(
        {kind: _five(found) for kind, found in shares.items()},
        _recall(assessed, chance),
        _false_alarms(assessed),
        _named_by(assessed),
        hard,
        apart,
    )


def _share(assessed: Assessed, answers: dict) -> float:
    return sum(each.points for each in assessed.scores(answers).values()) / assessed.total


def _five(shares: list[float]) -> tuple[float, ...]:
    low, _, high = quantiles(shares, n=4, method="inclusive") if len(shares) > 1 else (shares[0],) * 3
    return min(shares), low, mean(shares), high, max(shares)


def _named(assessed: Assessed, answers: dict) -> set[str]:
    return {name for each in assessed.scores(answers).values() for name in each.misconceptions}


def _recall(assessed: Assessed, chance: random.Random) -> dict[str, float]:
    found = {}
    for name, who in assessed.holders.items():
        held = assessed.learners[who]
        answers = [
            {q.id: careless(q, held[q.id], SLIP, chance) for q in assessed.bank.questions} for _ in range(HOLDINGS)
        ]
        found[name] = mean(name in _named(assessed, each) for each in answers)
    return found


def _false_alarms(assessed: Assessed) -> dict[str, float]:
    others = {who: _named(assessed, answers) for who, answers in assessed.learners.items()}
    return {
        name: mean(name in named for who, named in others.items() if who != holder)
        for name, holder in assessed.holders.items()
    }


def _named_by(assessed: Assessed) -> dict[str, int]:
    every = {(q, r.misconception) for q, key in assessed.keys.items() for r in key.remarks if r.misconception}
    names = sorted({name for _, name in every})
    return {name: sum(named == name for _, named in every) for name in names}


def _items(assessed: Assessed, chance: random.Random) -> tuple[dict[str, float], dict[str, float]]:
    """Readers of all skills: each answers a question as the expert does with the chance of that skill, else guesses."""
    questions, expert = assessed.bank.questions, assessed.learners[EXPERT]
    rows = []
    for _ in range(READERS):
        slip = chance.random()
        answers = {q.id: careless(q, expert[q.id], slip, chance) for q in questions}
        rows.append({name: each.points for name, each in assessed.scores(answers).items()})
    apart = {name: r or 0.0 for name, r in item_rest(rows, [q.id for q in questions]).items()}
    return difficulty(rows, {q.id: q.points or 0.0 for q in questions}), apart
