"""The nearest coherent forecasts by SciPy's bounded least squares."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import lsq_linear

from course.forecasting import Rule


def coherentized(rules: Sequence[Rule], probabilities: Mapping[str, float]) -> dict[str, float] | None:
    """None where no forecasts keep all rules.

    Least-distance programming: C. L. Lawson and R. J. Hanson, *Solving Least Squares Problems*, 1974, chapter 23. Not
    with SciPy's nnls: of some problems with many equal bounds, 1.17 returns a wrong solution and calls it exact.
    """
    names = list(probabilities)
    start = np.array([probabilities[name] for name in names], dtype=float)
    identity = np.eye(len(names))
    rows = np.vstack([[-rule.weights.get(name, 0) for name in names] for rule in rules] + [identity, -identity])
    bounds = np.concatenate([[-rule.bound for rule in rules], np.zeros(len(names)), -np.ones(len(names))])
    matrix = np.vstack([rows.T, bounds - rows @ start])
    target = np.zeros(len(names) + 1)
    target[-1] = 1
    solution = lsq_linear(matrix, target, bounds=(0, np.inf), method="bvls", tol=1e-14, max_iter=1000).x
    residual = matrix @ solution - target
    if np.linalg.norm(residual) < 1e-9:
        return None
    moved = start - residual[:-1] / residual[-1]
    return {name: float(min(max(value, 0.0), 1.0)) for name, value in zip(names, moved, strict=True)}
