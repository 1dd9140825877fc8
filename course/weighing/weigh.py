"""From a prior and rated signals to a posterior: Bayes' rule in log-odds."""

import math
from collections.abc import Iterable, Mapping

import msgspec

from course.weighing.odds import log_odds, probability
from course.weighing.rating import Judgement, weight
from course.weighing.story import check_news, once, parts


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
    def steps(self) -> tuple[tuple[str, float, float], ...]:
        """The way from prior to posterior: id, probability before and after each contribution that is rated."""
        way, at = [], self.prior
        for each in self.contributions:
            if each.weight is not None:
                way.append((each.id, probability(at), probability(at + each.weight)))
                at += each.weight
        return tuple(way)

    @property
    def blank(self) -> tuple[str, ...]:
        """Signals that are not rated, or not fully. A signal of weight 0 is rated."""
        return tuple(signal for signal, own in self.weights.items() if own is None)


def weigh(judgement: Judgement) -> Weighing:
    """Weigh all signals: posterior odds = prior odds × the product of LR ** credibility, stories counted together.

    Bayes' rule in odds; in log-odds the product is a sum (Good 1950, 1985). It takes what counts as one to be
    independent of the rest, given a reset and given none. Sums are correctly rounded (`math.fsum`), so order does not
    matter even in the last digit.

    Raises:
        WeighingError: the prior is not above 0 and below 1, a rating or a share of news is out of range (the message
            names the signal), or the stories don't fit the signals.
    """
    prior = log_odds(judgement.prior, "The prior")
    weights = {signal: weight(signal, rating) for signal, rating in judgement.ratings.items()}
    for signal, share in judgement.news.items():
        check_news(signal, share)
    contributions = tuple(
        _contribution(part, signals, weights, judgement.news)
        for part, signals in parts(weights, judgement.stories).items()
    )
    total = _sum(each.weight for each in contributions)
    after = prior + total
    return Weighing(prior, weights, contributions, total, _sum(weights.values()), after, probability(after))


def _contribution(
    part: str, signals: tuple[str, ...], weights: Mapping[str, float | None], news: Mapping[str, float]
) -> Contribution:
    rated = {signal: own for signal in signals if (own := weights[signal]) is not None}
    if not rated:
        return Contribution(part, signals, None, None)
    if len(rated) == 1:
        (own,) = rated.values()
        return Contribution(part, signals, own, own)  # as `once` has it, and most signals stand alone
    shares = [news.get(signal, 0.0) for signal in rated]
    return Contribution(part, signals, once(rated.values(), shares), math.fsum(rated.values()))


def _sum(weights: Iterable[float | None]) -> float:
    return math.fsum(each for each in weights if each is not None)
