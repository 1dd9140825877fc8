"""The coherent forecasts nearest to given ones.

Not exported by the room: importing SciPy costs a kernel time and memory, and most need no forecast mended.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from scipy.optimize import lsq_linear

from course.forecasting.errors import ForecastError, check_probabilities
from course.forecasting.rules import Rule, broken


def coherentized(rules: Iterable[Rule], probabilities: Mapping[str, float]) -> dict[str, float]:
    """The forecasts nearest to these (least squares) that keep every rule; these themselves if they do.

    Whatever comes, so long as the rules hold, the Brier score of the result is at most that of the given forecasts: a
    step to the nearest point of a convex set brings one no farther from any point in it (J. B. Predd and others,
    “Probabilistic coherence and proper scoring rules”, *IEEE Transactions on Information Theory* 55, 2009,
    pp. 4786–4792). The nearest point is found by least-distance programming (C. L. Lawson and R. J. Hanson, *Solving
    Least Squares Problems*, 1974, chapter 23).

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
    start = np.array([probabilities[name] for name in names], dtype=float)
    identity = np.eye(len(names))
    # Every bound as “row · p ≥ bound”: the rules, and that each is a probability.
    rows = np.vstack([[-rule.weights.get(name, 0) for name in names] for rule in usable] + [identity, -identity])
    bounds = np.concatenate([[-rule.bound for rule in usable], np.zeros(len(names)), -np.ones(len(names))])
    matrix = np.vstack([rows.T, bounds - rows @ start])
    target = np.zeros(len(names) + 1)
    target[-1] = 1
    # Not SciPy's nnls: of some problems with many equal bounds, 1.17 returns a wrong solution and calls it exact.
    solution = lsq_linear(matrix, target, bounds=(0, np.inf), method="bvls", tol=1e-14, max_iter=1000).x
    residual = matrix @ solution - target
    if np.linalg.norm(residual) < 1e-9:
        raise ForecastError("No forecasts keep all these rules at once: they contradict one another.")
    moved = start - residual[:-1] / residual[-1]
    return {name: float(min(max(value, 0.0), 1.0)) for name, value in zip(names, moved, strict=True)}
