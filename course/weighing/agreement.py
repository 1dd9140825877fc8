"""Do the two methods point the same way, and what has changed since an earlier commitment?"""

import math
from collections.abc import Collection, Mapping
from itertools import combinations
from typing import Literal

import msgspec

from course.weighing.hypotheses import Table, least_inconsistent
from course.weighing.odds import TOLERANCE, WeighingError
from course.weighing.rating import Judgement, Rating
from course.weighing.sensitivity import with_ratings
from course.weighing.weigh import weigh

Direction = Literal["raises", "lowers", "neither"]
Verdict = Literal["agree", "differ", "undecided"]


class Agreement(msgspec.Struct, frozen=True):
    """Which way the evidence points by each method.

    Attributes:
        weighing: whether the weight of all evidence raises or lowers the probability of a reset.
        hypotheses: raises if each least inconsistent hypothesis implies a reset, lowers if none does; neither if
            some do, or if nothing can be compared.
        verdict: agree, differ (one raises and the other lowers), or undecided (one of them is neither).
    """

    weighing: Direction
    hypotheses: Direction
    verdict: Verdict


class Pairs(msgspec.Struct, frozen=True):
    """Of all pairs of signals, how many both methods put in the same order of importance.

    Attributes:
        same: both hold the same one to be more important.
        opposite: they hold different ones to be.
        tied: one or both hold them equal.
    """

    same: int
    opposite: int
    tied: int


class SignalChange(msgspec.Struct, frozen=True):
    """What has changed about one signal.

    Attributes:
        signal: id.
        earlier: own weight then, in log-odds; None if it was not rated.
        later: own weight now; None if it is not rated.
        log_odds: later − earlier, not rated counting as 0.
        probability: by how much the earlier posterior probability would have changed through this change alone.
            These do not add up to the whole change; log-odds do.
    """

    signal: str
    earlier: float | None
    later: float | None
    log_odds: float
    probability: float


class Change(msgspec.Struct, frozen=True):
    """What has changed between two judgements: `log_odds` = `prior` + the signals' + `stories`.

    Attributes:
        signals: one for each signal of either judgement, changed or not.
        prior: change of the prior, in log-odds.
        stories: change of what counting stories once takes away, in log-odds.
        log_odds: change of the posterior.
        probability: change of the posterior probability.
    """

    signals: tuple[SignalChange, ...]
    prior: float
    stories: float
    log_odds: float
    probability: float


def agreement(judgement: Judgement, table: Table, reset: Collection[str]) -> Agreement:
    """Compare the direction of the evidence by weighing and by competing hypotheses.

    The weighing's direction is that from prior to posterior: the table has no prior, so the posterior itself would
    compare a belief with evidence.

    Args:
        judgement: ratings and stories count; the prior does not.
        table: the learner's table of hypotheses.
        reset: ids of the hypotheses under which a reset is coming.

    Raises:
        WeighingError: `reset` names an unknown hypothesis, or as for `weigh` and `standings`.
    """
    for hypothesis in reset:
        if hypothesis not in table.cells:
            raise WeighingError(f"Hypothesis “{hypothesis}”: expected one of the table.")
    total, least = weigh(judgement).total, least_inconsistent(table)
    first: Direction = "neither" if abs(total) <= TOLERANCE else "raises" if total > 0 else "lowers"
    implied = {hypothesis in reset for hypothesis in least}
    second: Direction = "neither" if len(implied) != 1 else "raises" if True in implied else "lowers"
    if "neither" in (first, second):
        return Agreement(first, second, "undecided")
    return Agreement(first, second, "agree" if first == second else "differ")


def same_order(weights: Mapping[str, float | None], diagnosticity: Mapping[str, float | None]) -> Pairs:
    """Compare which signals matter most: by absolute weight, and by diagnosticity.

    The two have different units, so only their order is compared, pair by pair (the counts behind rank correlations
    such as Kendall's tau). Signals for which one of them is None are passed over.

    Args:
        weights: signal id to own weight in log-odds, as in `Weighing.weights`.
        diagnosticity: signal id to spread, as from `course.weighing.hypotheses.diagnosticity`.
    """
    both = [(abs(w), d) for s, w in weights.items() if w is not None and (d := diagnosticity.get(s)) is not None]
    orders = [_order(a[0] - b[0]) * _order(a[1] - b[1]) for a, b in combinations(both, 2)]
    return Pairs(orders.count(1), orders.count(-1), orders.count(0))


def change(earlier: Judgement, later: Judgement) -> Change:
    """What has changed since an earlier judgement, for each signal and in all.

    Signals are compared by their own weights, whose changes add up; what stories take away is stated apart.

    Raises:
        WeighingError: as for `weigh`.
    """
    then, now = weigh(earlier), weigh(later)
    rows = []
    for signal in dict.fromkeys((*earlier.ratings, *later.ratings)):
        old, new = then.weights.get(signal), now.weights.get(signal)
        alone = weigh(with_ratings(earlier, {signal: later.ratings.get(signal, Rating())}))
        difference = (new or 0.0) - (old or 0.0)
        rows.append(SignalChange(signal, old, new, difference, alone.probability - then.probability))
    return Change(
        signals=tuple(rows),
        prior=now.prior - then.prior,
        stories=math.fsum((now.total, -now.apart, -then.total, then.apart)),
        log_odds=now.log_odds - then.log_odds,
        probability=now.probability - then.probability,
    )


def _order(difference: float) -> int:
    return 0 if abs(difference) <= TOLERANCE else 1 if difference > 0 else -1
