"""The coherent forecasts nearest to given ones."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from course.forecasting.errors import ForecastError, check_probabilities
from course.forecasting.nearest import EmptyError, nearest
from course.forecasting.rules import Rule, broken


def coherentized(rules: Iterable[Rule], probabilities: Mapping[str, float]) -> dict[str, float]:
    """The forecasts nearest to these (least squares) that keep every rule; these themselves if they do.

    Whatever comes, so long as the rules hold, the Brier score of the result is at most that of the given forecasts: a
    step to the nearest point of a convex set brings one no farther from any point in it (J. B. Predd and others,
    “Probabilistic coherence and proper scoring rules”, *IEEE Transactions on Information Theory* 55, 2009,
    pp. 4786–4792).

    Args:
        rules: what has to hold. A rule about a question without a forecast is left out.
        probabilities: question to probability, 0 to 1.

    Returns:
        Question to probability, in the order given.

    Raises:
        ForecastError: a probability is not a number from 0 to 1, or no forecasts keep all rules.
    """
    check_probabilities(probabilities.values())
    names = list(probabilities)
    usable = [rule for rule in rules if rule.speaks_of(probabilities)]
    if not broken(usable, probabilities):
        return dict(probabilities)
    # Every bound as “row · p ≥ bound”: the rules, and that each is a probability.
    rows = [[-Fraction(rule.weights.get(name, 0)) for name in names] for rule in usable]
    bounds = [-Fraction(rule.bound) for rule in usable]
    for at in range(len(names)):
        for sign, bound in ((1, 0), (-1, -1)):
            rows.append([Fraction(sign if n == at else 0) for n in range(len(names))])
            bounds.append(Fraction(bound))
    try:
        moved = nearest([Fraction(probabilities[name]) for name in names], rows, bounds)
    except EmptyError:
        raise ForecastError("No forecasts keep all these rules at once: they contradict one another.") from None
    return {name: float(min(max(value, Fraction(0)), Fraction(1))) for name, value in zip(names, moved, strict=True)}
