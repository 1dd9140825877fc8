"""One forecast from many, for one question."""

import math
import statistics
from collections.abc import Sequence

from course.forecasting.errors import ForecastError, check_probabilities
from course.weighing.odds import log_odds, probability

CERTAIN = 0.001
"""Nobody counts as surer than this away from 0 and 1, so that one certain voice doesn't silence all others."""
SHARPER = 2.5
"""How strongly `extremized` pulls away from one half: a choice of the course, between the 1.16 and 3.92 within which
the best values lay for V. A. Satopää and others, “Combining multiple probability predictions using a simple logit
model”, *International Journal of Forecasting* 30, 2014, pp. 344–356."""


def median(probabilities: Sequence[float]) -> float:
    """The middle forecast, a probability. One wild forecast hardly moves it. Raises ForecastError if there is none."""
    _check(probabilities)
    return float(statistics.median(probabilities))


def mean_of_log_odds(probabilities: Sequence[float]) -> float:
    """The forecast with the mean log-odds: the geometric mean of the odds, as a probability.

    Raises:
        ForecastError: there is none, or one is not a probability from 0 to 1.
    """
    return extremized(probabilities, by=1)


def extremized(probabilities: Sequence[float], by: float = SHARPER) -> float:
    """The mean log-odds times `by`, as a probability.

    People who know different things are together surer than each alone, so a mean is too timid. Where all know the
    same, this overshoots.

    Raises:
        ForecastError: as `mean_of_log_odds`, or `by` is not above 0.
    """
    _check(probabilities)
    if not by > 0:
        raise ForecastError(f"Expected a factor above 0, found {by!r}.")
    bounded = (min(max(each, CERTAIN), 1 - CERTAIN) for each in probabilities)
    return probability(by * math.fsum(map(log_odds, bounded)) / len(probabilities))


def _check(probabilities: Sequence[float]) -> None:
    if not len(probabilities):
        raise ForecastError("There is no forecast to combine.")
    check_probabilities(probabilities)
