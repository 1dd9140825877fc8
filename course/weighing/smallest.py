"""The smallest change of mind about signals that would carry a learner across a line they chose."""

import math
from collections.abc import Collection, Mapping
from functools import cache
from itertools import combinations

import msgspec

from course.weighing.odds import TOLERANCE, WeighingError, log_odds, probability
from course.weighing.rating import Judgement
from course.weighing.sensitivity import Move, Side, side
from course.weighing.story import once, parts
from course.weighing.weigh import weigh

MOST = 20
"""The search looks through all sets of signals if need be; more signals than this would take too long."""


class SmallestChange(msgspec.Struct, frozen=True):
    """The smallest set of signals to drop or to flip.

    Attributes:
        side: of the line on which the posterior lies now.
        distance: log-odds of the line − posterior log-odds. No change of whatever kind can cross with less; one
            more fully credible signal of likelihood ratio exp(distance) would lead onto the line.
        signals: ids in order; empty if the posterior lies on the line already; None if not even all together cross.
        log_odds: posterior log-odds after the change; as now without one.
        probability: the same as a probability.
    """

    side: Side
    distance: float
    signals: tuple[str, ...] | None
    log_odds: float
    probability: float


def smallest_change(judgement: Judgement, line: float, move: Move) -> SmallestChange:
    """The fewest signals that, all dropped or all flipped, lead to the other side of a line.

    Crossing is ending on the other side by more than 1e-9 in log-odds; ending on the line is not enough. Of the sets
    with the fewest signals, the one that changes the log-odds least; of those that are equal to 1e-9, the first when
    sorted by id. Exact: all sets are compared. Only signals that pull away from the other side are tried, since the
    posterior never falls when a weight rises, in stories too (`once`), so the others could only hinder.

    Args:
        judgement: as committed.
        line: a probability above 0 and below 1.
        move: ``"drop"`` or ``"flip"``, as in `one_at_a_time`.

    Raises:
        WeighingError: the line is not above 0 and below 1, more than 20 signals pull one way, or as for `weigh`.
    """
    now, target = weigh(judgement), log_odds(line, "The line")
    start, distance = side(now.log_odds, target), target - now.log_odds
    weights = {signal: own for signal, own in now.weights.items() if own is not None}
    pulling = sorted(s for s, own in weights.items() if (own > 0 if start == "above" else own < 0))
    if start == "on":
        return SmallestChange(start, distance, (), now.log_odds, now.probability)
    if len(pulling) > MOST:
        raise WeighingError(f"Expected at most {MOST} signals that pull one way, found {len(pulling)}.")
    shift = _Shift(weights, parts(judgement.ratings, judgement.stories), judgement.news, move)

    def crosses(signals: Collection[str]) -> bool:
        return side(now.log_odds + shift(signals), target) not in (start, "on")

    # If all together don't cross, none does.
    for size in range(1, len(pulling) + 1) if crosses(pulling) else ():
        crossing = [signals for signals in combinations(pulling, size) if crosses(signals)]
        if crossing:
            least = min(abs(shift(signals)) for signals in crossing)
            best = next(signals for signals in crossing if abs(shift(signals)) - least <= TOLERANCE)
            after = now.log_odds + shift(best)
            return SmallestChange(start, distance, best, after, probability(after))
    return SmallestChange(start, distance, None, now.log_odds, now.probability)


class _Shift:
    """By how much the log-odds change when these signals are dropped or flipped. Stories are remembered."""

    def __init__(
        self, weights: Mapping[str, float], groups: Mapping[str, tuple[str, ...]], news: Mapping[str, float], move: Move
    ) -> None:
        changed = {signal: 0.0 if move == "drop" else -own for signal, own in weights.items()}
        rated = [frozenset(signal for signal in group if signal in weights) for group in groups.values()]
        self._alone = {s: changed[s] - weights[s] for group in rated if len(group) == 1 for s in group}
        self._stories = [group for group in rated if len(group) > 1]

        @cache
        def story(group: frozenset[str], moved: frozenset[str]) -> float:
            shares = [news.get(signal, 0.0) for signal in group]
            after = [changed[signal] if signal in moved else weights[signal] for signal in group]
            return once(after, shares) - once([weights[signal] for signal in group], shares)

        self._story = story

    def __call__(self, signals: Collection[str]) -> float:
        alone = [self._alone[signal] for signal in signals if signal in self._alone]
        if len(alone) == len(signals):
            return math.fsum(alone)
        moved = frozenset(signals)
        return math.fsum([*alone, *(self._story(group, group & moved) for group in self._stories)])
