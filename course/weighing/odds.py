"""Probability and log-odds, one into the other.

Log-odds are natural logarithms of odds, ln(p / (1 − p)). In them evidence adds up: what Good calls the weight of
evidence of a signal is the logarithm of its likelihood ratio (I. J. Good, *Probability and the Weighing of Evidence*,
1950; “Weight of evidence: a brief survey”, *Bayesian Statistics* 2, 1985, pp. 249–270).
"""

import math

from course.errors import PlainError

LIMIT = 36.0
"""Log-odds beyond ±36 are shown as the probability of ±36, 2.3e-16 from certainty: nearer to 1 the numbers of a
computer (IEEE 754, double) soon run out, and evidence never makes anything certain. Only the probability is bounded;
log-odds are not, so that they still add up."""

TOLERANCE = 1e-9
"""Log-odds that differ by no more than this count as equal, so that rounding never decides a comparison."""


class WeighingError(PlainError, ValueError):
    """A number that the models can't use. The message names what it belongs to and what was expected."""


def log_odds(probability: float, of: str = "The probability") -> float:
    """Log-odds of a probability.

    Args:
        probability: above 0 and below 1. Certainty has no finite log-odds.
        of: what the probability belongs to; begins the message of an error.

    Returns:
        ln(p / (1 − p)), negative below one half.

    Raises:
        WeighingError: the probability is not a number above 0 and below 1.
    """
    if not _is_number(probability) or not 0 < probability < 1:
        raise WeighingError(f"{of}: expected a probability above 0 and below 1, found {probability!r}.")
    return math.log(probability) - math.log1p(-probability)


def probability(log_odds: float) -> float:
    """Probability of log-odds, the inverse of `log_odds`.

    Args:
        log_odds: any number; beyond ±`LIMIT` it counts as ±`LIMIT`.

    Returns:
        1 / (1 + exp(−x)), always above 0 and below 1.

    Raises:
        WeighingError: not a number.
    """
    if not _is_number(log_odds):
        raise WeighingError(f"The log-odds: expected a number, found {log_odds!r}.")
    bounded = min(max(log_odds, -LIMIT), LIMIT)
    return 1 / (1 + math.exp(-bounded))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and not math.isnan(value)
