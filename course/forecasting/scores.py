"""How good forecasts were, once the outcomes are known: Brier and log scores, and skill.

Lower is better for both scores. Skill is higher for the better.
"""

import math
from collections.abc import Sequence

from course.forecasting.errors import ForecastError, check_outcomes, check_probabilities


def brier(probability: float, outcome: bool) -> float:
    """The Brier score of one forecast of a yes/no question: the squared distance from what came, 0 (best) to 1.

    The half-range form of G. W. Brier, “Verification of forecasts expressed in terms of probability”, *Monthly Weather
    Review* 78, 1950, pp. 1–3, whose own sum over both answers is twice this.

    Raises:
        ForecastError: the probability is not a number from 0 to 1.
    """
    check_probabilities([probability])
    return (probability - outcome) ** 2


def log_score(probability: float, outcome: bool) -> float:
    """The logarithmic score of one forecast: −ln of the probability given to what came, in nats, 0 (best) to infinity.

    I. J. Good, “Rational decisions”, *Journal of the Royal Statistical Society B* 14, 1952, pp. 107–114. Who was
    certain and wrong scores infinity; that is no mistake of the arithmetic.

    Raises:
        ForecastError: the probability is not a number from 0 to 1.
    """
    check_probabilities([probability])
    given = probability if outcome else 1 - probability
    return math.inf if given == 0 else -math.log(given)


def mean_brier(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """The mean Brier score of several forecasts, 0 (best) to 1.

    Raises:
        ForecastError: there are none, or not as many outcomes as probabilities, or a probability is out of range.
    """
    check_outcomes(probabilities, outcomes)
    return math.fsum(map(brier, probabilities, outcomes)) / len(probabilities)


def mean_log_score(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """The mean logarithmic score of several forecasts, in nats. Raises as `mean_brier`."""
    check_outcomes(probabilities, outcomes)
    return math.fsum(map(log_score, probabilities, outcomes)) / len(probabilities)


def skill(score: float, reference: float) -> float:
    """How much better a score is than a reference on the same questions: 1 is perfect, 0 as good, below 0 worse.

    1 − score / reference (A. H. Murphy, “Skill scores based on the mean square error”, *Monthly Weather Review* 116,
    1988, pp. 2417–2424). A usual reference for Brier scores is to say one half to everything: 0.25.

    Raises:
        ForecastError: the reference is perfect (0), so that nothing can be better.
    """
    if reference <= 0:
        raise ForecastError(f"The reference: expected a score above 0, found {reference!r}.")
    return 1 - score / reference
