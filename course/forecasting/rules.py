"""What forecasts have to do with one another, whatever one believes, or given a premise that the rule names.

Every rule is a bound on a weighted sum of probabilities. It holds for the truth of every possible world, and so for
every mixture of worlds: who breaks one could be sold a set of bets that loses for certain (B. de Finetti, “La
prévision: ses lois logiques, ses sources subjectives”, 1937).
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from course.forecasting.errors import check_probabilities

TOLERANCE = 1e-9
"""By how much a sum may be over its bound, so that rounding breaks no rule."""


class Rule(msgspec.Struct, frozen=True):
    """The sum of weight × probability is at most the bound.

    Attributes:
        weights: question to weight.
        bound: a number.
        why: the rule in words, for people.
        premise: what one has to believe for the rule to hold, in words; empty where it holds whatever one believes.
    """

    weights: Mapping[str, float]
    bound: float
    why: str
    premise: str = ""

    def speaks_of(self, probabilities: Mapping[str, float]) -> bool:
        """Whether every forecast that it needs is there."""
        return self.weights.keys() <= probabilities.keys()

    def over(self, probabilities: Mapping[str, float]) -> float:
        """By how much the rule is broken; 0 if it holds, or if a forecast that it needs is missing."""
        if not self.speaks_of(probabilities):
            return 0.0
        total = sum(weight * probabilities[each] for each, weight in self.weights.items())
        return max(0.0, total - self.bound)


def implies(narrow: str, wide: str) -> Rule:
    """Whenever the first comes true, so does the second: P(narrow) ≤ P(wide). An earlier date is narrower."""
    return Rule({narrow: 1, wide: -1}, 0, f"“{narrow}” can’t be more probable than “{wide}”, which it implies.")


def needs_one_of(what: str, ways: Sequence[str], premise: str = "") -> Rule:
    """The first comes true only if one of the ways does: P(what) ≤ the sum of P(way), such as D ≤ S + W.

    Args:
        what: what needs one of the ways.
        ways: questions.
        premise: that it needs one, in words, where that is itself something to be believed.
    """
    named = " + ".join(f"“{each}”" for each in ways)
    why = f"“{what}” can’t be more probable than {named} together."
    said = f"If you hold that {premise}: {why}" if premise else why
    return Rule({what: 1, **dict.fromkeys(ways, -1)}, 0, said, premise)


def monotone(in_time: Sequence[str]) -> tuple[Rule, ...]:
    """The same event by later and later dates: each at most as probable as the next."""
    return tuple(implies(earlier, later) for earlier, later in itertools.pairwise(in_time))


def conjunction(both: str, first: str, second: str) -> tuple[Rule, ...]:
    """“Both” is the first and the second: at most as probable as each, and at least P(first) + P(second) − 1."""
    least = f"“{both}” can’t be less probable than “{first}” plus “{second}” minus 1."
    return implies(both, first), implies(both, second), Rule({first: 1, second: 1, both: -1}, 1, least)


def complements(one: str, other: str) -> tuple[Rule, ...]:
    """Exactly one of the two comes true: their probabilities add up to 1."""
    why = f"“{one}” and “{other}” have to add up to 1."
    return Rule({one: 1, other: 1}, 1, why), Rule({one: -1, other: -1}, -1, why)


def broken(rules: Iterable[Rule], probabilities: Mapping[str, float]) -> tuple[Rule, ...]:
    """The rules that these forecasts break, in order. Rules about forecasts not made yet break nothing.

    Args:
        rules: what has to hold.
        probabilities: question to probability, 0 to 1.

    Raises:
        ForecastError: a probability is not a number from 0 to 1.
    """
    check_probabilities(probabilities.values())
    return tuple(rule for rule in rules if rule.over(probabilities) > TOLERANCE)
