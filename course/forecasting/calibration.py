"""Do things come about as often as they were forecast? With how many forecasts each answer rests on."""

import math
from collections.abc import Sequence

import msgspec

from course.forecasting.errors import ForecastError, check_outcomes, check_probabilities

Z = 1.959963984540054
"""The standard normal quantile of 97.5 %, for intervals of 95 %."""


class Bin(msgspec.Struct, frozen=True):
    """Forecasts near one another.

    Attributes:
        lower: its lower bound, a probability; the bound belongs to it.
        upper: its upper bound; it belongs to the next bin, except 1.
        n: how many forecasts.
        forecast: their mean probability.
        share: how many of them came about, as a share of n.
        low: lower end of the 95 % interval of the share (Wilson).
        high: upper end.
    """

    lower: float
    upper: float
    n: int
    forecast: float
    share: float
    low: float
    high: float


class Decomposition(msgspec.Struct, frozen=True):
    """The mean Brier score of binned forecasts, in three parts: reliability − resolution + uncertainty.

    A. H. Murphy, “A new vector partition of the probability score”, *Journal of Applied Meteorology* 12, 1973,
    pp. 595–600. It is exact where all forecasts of a bin are equal.

    Attributes:
        reliability: how far forecasts were from shares, squared, weighted by n; lower is better.
        resolution: how far shares differ from the base rate, squared, weighted by n; higher is better.
        uncertainty: base rate × (1 − base rate): what the questions bring with them.
    """

    reliability: float
    resolution: float
    uncertainty: float


def wilson(successes: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share by E. B. Wilson (*JASA* 22, 1927, pp. 209–212). It is honest for small n.

    Raises:
        ForecastError: n is below 1, or the successes are not between 0 and n.
    """
    if n < 1 or not 0 <= successes <= n:
        raise ForecastError(f"Expected 0 to n successes out of n ≥ 1, found {successes} out of {n}.")
    share = successes / n
    middle = share + Z * Z / (2 * n)
    half = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    low = 0.0 if successes == 0 else (middle - half) / scale
    high = 1.0 if successes == n else (middle + half) / scale
    return low, high


def calibration(probabilities: Sequence[float], outcomes: Sequence[bool], bins: int = 5) -> tuple[Bin, ...]:
    """Bins of equal width that hold a forecast, in order.

    Args:
        probabilities: the forecasts, 0 to 1.
        outcomes: what came of each, in the same order.
        bins: into how many the range from 0 to 1 is divided.

    Raises:
        ForecastError: as `course.forecasting.mean_brier`, or there is less than one bin.
    """
    check_outcomes(probabilities, outcomes)
    check_probabilities(probabilities)
    if bins < 1:
        raise ForecastError(f"Expected one bin or more, found {bins}.")
    held: dict[int, list[int]] = {}
    for index, probability in enumerate(probabilities):
        held.setdefault(min(int(probability * bins), bins - 1), []).append(index)
    return tuple(_bin(place, bins, held[place], probabilities, outcomes) for place in sorted(held))


def decomposition(probabilities: Sequence[float], outcomes: Sequence[bool], bins: int = 5) -> Decomposition:
    """Reliability, resolution and uncertainty of the binned forecasts. Raises as `calibration`."""
    found = calibration(probabilities, outcomes, bins)
    n = len(probabilities)
    base = sum(map(bool, outcomes)) / n
    return Decomposition(
        math.fsum(each.n * (each.forecast - each.share) ** 2 for each in found) / n,
        math.fsum(each.n * (each.share - base) ** 2 for each in found) / n,
        base * (1 - base),
    )


def _bin(
    place: int, bins: int, members: Sequence[int], probabilities: Sequence[float], outcomes: Sequence[bool]
) -> Bin:
    n, came = len(members), sum(bool(outcomes[each]) for each in members)
    forecast = math.fsum(probabilities[each] for each in members) / n
    return Bin(place / bins, (place + 1) / bins, n, forecast, came / n, *wilson(came, n))
