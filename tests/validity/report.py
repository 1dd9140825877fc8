"""What the synthetic learners show about an assignment. Each answers it as one seed draws it."""

import random
from collections.abc import Callable
from statistics import mean, quantiles
from typing import Any

import msgspec

from course.asked import Asked
from grading.report.item_analysis import difficulty, item_rest
from tests.validity.assignments import EXPERT, Assessed
from tests.validity.curve import curve
from tests.validity.dissent import short
from tests.validity.models import careless
from tests.validity.oracle import hand_ins
from tests.validity.spread import by_seed, luck, shares, spreads
from tests.validity.ways import GENEROUS, GENEROUS_BOTH, GUESSER, HOLDER, ways

RUNS, GUESSERS = 80, 400
READERS = 240
HOLDINGS = 60
"""How often each misreading is held by somebody who also slips now and then."""
DRAWS = 12
"""Seeds for which learners who are data answer."""
SLIP = 0.1
SEED = 2014
Answer = Callable[[Asked], Any]


class Report(msgspec.Struct, frozen=True):
    """Shares of all points that a learner can earn, from 0 to 1, and rates.

    Attributes:
        by_kind: kind of learner to (least, lower quartile, mean, upper quartile, most).
        lost: “question, who” to the share of its points, of experts and dissenters who earn less than all.
        recall: misconception to the share of its holders to whom it is named.
        false_alarms: misconception to the share of experts, dissenters and holders of others to whom it is named.
        named_by: misconception to how many questions can name it to one learner, at the fewest.
        difficulty: place to the mean share of its points that readers of all skills earn (high is easy).
        discrimination: place to the correlation of its points with those of all others, over the same readers.
        curve: share of items right to the share of points, of closed questions with items.
        spread: family to kind of learner to the difference between its hardest and its easiest variant.
        luck: family to kind of learner who goes by words to the chance of such a difference by luck, None if unknown.
        seeds: what the best seed and what all seeds on average give whoever guesses or recalls.
        hand_ins: how many lead to full marks in closed questions, from a guess and from what is mostly right.
    """

    by_kind: dict[str, tuple[float, ...]]
    lost: dict[str, float]
    recall: dict[str, float]
    false_alarms: dict[str, float]
    named_by: dict[str, int]
    difficulty: dict[str, float]
    discrimination: dict[str, float]
    curve: dict[float, float]
    spread: dict[str, dict[str, float]]
    luck: dict[str, dict[str, float | None]]
    seeds: tuple[float, float]
    hand_ins: tuple[float, float]


def report(assessed: Assessed) -> Report:
    """Let every kind of learner answer, and say what came of it."""
    chance, every = random.Random(SEED), ways(assessed)
    kinds = {kind: _told(assessed, who) for kind, who in _by_name(assessed).items() if who}
    half = assessed.bank.places[: len(assessed.bank.places) // 2]
    begun = {q.id: assessed.learners[EXPERT][q.id] for q in assessed.bank.questions if (q.pool or q.id) in half}
    kinds["half-finisher"] = [assessed.share(begun, seed) for seed in range(DRAWS)]
    for name, way in ((name, way) for name, way in every.items() if name != HOLDER):
        kinds[name] = []
        for _ in range(GUESSERS if name == GUESSER else RUNS):
            seed = chance.getrandbits(53)
            kinds[name].append(assessed.share({q.id: way(q, chance) for q in assessed.asked(seed)}, seed))
    hard, apart = _items(assessed, chance)
    earned = shares(assessed, {name: way for name, way in every.items() if name not in (GENEROUS, GENEROUS_BOTH)})
    return Report(
        {kind: _five(found) for kind, found in kinds.items()},
        short(assessed),
        _recall(assessed, chance),
        _false_alarms(assessed),
        _named_by(assessed),
        hard,
        apart,
        curve(assessed),
        spreads(assessed, earned),
        luck(assessed, every),
        by_seed(assessed, earned),
        hand_ins(assessed),
    )


def _by_name(assessed: Assessed) -> dict[str, list[str]]:
    """Kind of learner to those of the kind who are data."""
    holders = [*assessed.holders.values()]
    return {"expert": [EXPERT], "dissenter": [*assessed.dissenters], "holder of one misreading": holders}


def _told(assessed: Assessed, who: list[str]) -> list[float]:
    return [assessed.share(assessed.learners[each], seed) for each in who for seed in range(DRAWS)]


def _five(found: list[float]) -> tuple[float, ...]:
    low, _, high = quantiles(found, n=4, method="inclusive") if len(found) > 1 else (found[0],) * 3
    return min(found), low, mean(found), high, max(found)


def _named(assessed: Assessed, answer: Answer, seed: int) -> set[str]:
    return {name for q in assessed.asked(seed) for name in assessed.scored(q, answer(q)).misconceptions}


def _recall(assessed: Assessed, chance: random.Random) -> dict[str, float]:
    found = {}
    for name, who in assessed.holders.items():
        held = assessed.learners[who]

        def slipping(question: Asked, held: dict[str, Any] = held) -> Any:
            return careless(question, held[question.id], SLIP, chance)

        found[name] = mean(name in _named(assessed, slipping, chance.getrandbits(53)) for _ in range(HOLDINGS))
    return found


def _false_alarms(assessed: Assessed) -> dict[str, float]:
    others = {
        (who, seed): _named(assessed, lambda q, own=own: own.get(q.id), seed)  # type: ignore[misc]
        for who, own in assessed.learners.items()
        for seed in range(DRAWS)
    }
    return {
        name: mean(name in named for (who, _), named in others.items() if who != holder)
        for name, holder in assessed.holders.items()
    }


def _named_by(assessed: Assessed) -> dict[str, int]:
    can = {q: {r.misconception for r in key.remarks if r.misconception} for q, key in assessed.keys.items()}
    drawn = [[can[q.id] for q in assessed.asked(seed)] for seed in range(DRAWS)]
    return {
        name: min(sum(name in each for each in asked) for asked in drawn) for name in sorted(set().union(*can.values()))
    }


def _items(assessed: Assessed, chance: random.Random) -> tuple[dict[str, float], dict[str, float]]:
    """Readers of all skills: each answers a question as the expert does with the chance of that skill, else guesses."""
    expert, places = assessed.learners[EXPERT], assessed.bank.places
    rows = []
    for _ in range(READERS):
        slip, asked = chance.random(), assessed.asked(chance.getrandbits(53))
        earned = [assessed.points(q, careless(q, expert[q.id], slip, chance)) for q in asked]
        rows.append(dict(zip(places, earned, strict=True)))
    most = {place: assessed.bank.draw(place, 0).points or 0.0 for place in places}
    apart = {place: r or 0.0 for place, r in item_rest(rows, [*places]).items()}
    return difficulty(rows, most), apart
