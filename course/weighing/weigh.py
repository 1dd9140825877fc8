"""From a prior and rated signals to a posterior: Bayes' rule in log-odds."""

import math
from collections.abc import Iterable, Mapping

import msgspec

from course.weighing.odds import log_odds, probability
from course.weighing.rating import Judgement, parts, weight


class Contribution(msgspec.Struct, frozen=True):
    """What one story, or one signal outside any story, adds to the log-odds.

    Attributes:
        id: id of the story or of the signal.
        signals: its signals, in the order of the ratings.
        weight: in log-odds; None if none of its signals is rated.
        apart: what its signals would add if each counted by itself, in log-odds; None as above. Where it is farther
            from 0 than `weight`, counting apart would count a story more than once.
    """

    id: str
    signals: tuple[str, ...]
    weight: float | None
    apart: float | None


class Weighing(msgspec.Struct, frozen=True):
    """The result of a weighing. All numbers are log-odds (natural logarithm) unless they are called probability.

    Attributes:
        prior: log-odds before any signal.
        weights: each signal's own weight, as if it stood alone; None if it is not rated.
        contributions: what each story or lone signal adds. The story's weight belongs to the story: it is not split
            among its signals, since the rule does not say whose it is.
        total: sum of the contributions.
        apart: sum of the signals' own weights, as if there were no stories.
        log_odds: prior + total.
        probability: of a reset, above 0 and below 1.
    """

    prior: float
    weights: Mapping[str, float | None]
    contributions: tuple[Contribution, ...]
    total: float
    apart: float
    log_odds: float
    probability: float

    @property
    def blank(self) -> tuple[str, ...]:
        """Signals that are not rated, or not fully. A signal of weight 0 is rated."""
        return tuple(signal for signal, own in self.weights.items() if own is None)


def weigh(judgement: Judgement) -> Weighing:
    """Weigh all signals: posterior odds = prior odds × the product of LR ** credibility, stories counted once.

    Bayes' rule in odds; in log-odds the product is a sum (Good 1950, 1985). It takes what counts as one to be
    independent of the rest, given a reset and given none. Sums are correctly rounded (`math.fsum`), so order does not
    matter even in the last digit.

    Raises:
        WeighingError: the prior is not above 0 and below 1, a rating is out of range (the message names the signal),
            or the stories don't fit the signals.
    """
    prior = log_odds(judgement.prior, "The prior")
    weights = {signal: weight(signal, rating) for signal, rating in judgement.ratings.items()}
    contributions = tuple(
        _contribution(part, signals, weights) for part, signals in parts(weights, judgement.stories).items()
    )
    total = _sum(each.weight for each in contributions)
    after = prior + total
    return Weighing(prior, weights, contributions, total, _sum(weights.values()), after, probability(after))


def once(weights: Iterable[float]) -> float:
    """Weight of a story, from the weights of its signals: it counts once.

    The strongest raising signal and the strongest lowering signal count, each once, however many others repeat them:
    an echo adds nothing. And naming a story never makes evidence stronger: the result is kept between 0 and the plain
    sum. It is the middle one of three numbers: 0, the sum, and strongest raising + strongest lowering.

    What follows. Of signals that point one way the strongest counts. Of signals that point both ways counts what the
    two strongest leave of each other, or the plain sum where that is nearer to 0; nothing where the sum points the
    other way. A signal of weight 0 changes nothing, order does not matter, and the result neither falls when a weight
    rises nor jumps. The mean would let a worthless report water down a good one. The single strongest would let the
    naming of a story turn evidence that cancels into evidence that counts.

    That people count repeated testimony twice is an old finding (D. A. Schum and A. W. Martin, “Formal and empirical
    research on cascaded inference in jurisprudence”, *Law & Society Review* 17, 1982, pp. 105–151). The rule is the
    course's own, the cautious end of what dependence allows: reports with a common source may still add something.

    Args:
        weights: discounted weights of the story's rated signals, in log-odds.

    Returns:
        Log-odds; in absolute value at most the sum, and at most the strongest weight. 0 if there are none.
    """
    given = list(weights)
    each_way = max([0.0, *given]) + min([0.0, *given])
    return sorted((0.0, math.fsum(given), each_way))[1]


def _contribution(part: str, signals: tuple[str, ...], weights: Mapping[str, float | None]) -> Contribution:
    rated = [own for own in (weights[signal] for signal in signals) if own is not None]
    if not rated:
        return Contribution(part, signals, None, None)
    return Contribution(part, signals, once(rated), math.fsum(rated))


def _sum(weights: Iterable[float | None]) -> float:
    return math.fsum(each for each in weights if each is not None)
