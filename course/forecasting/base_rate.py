"""How often something came in a class of cases that was not picked by how they ended."""

import math
from collections.abc import Iterable

import msgspec

from course.forecasting.calibration import wilson
from course.forecasting.errors import ForecastError, check_probabilities


class Spell(msgspec.Struct, frozen=True):
    """A case, for as long as it was watched, in calendar years.

    Attributes:
        since: the year in which it began.
        first: the first year at risk: the first that it was watched from its first day on.
        last: the last year at risk, which belongs to it.
        came: whether the event came in the last year. If not, it had not come when the watch ended.
    """

    since: int
    first: int
    last: int
    came: bool


class BaseRate(msgspec.Struct, frozen=True):
    """How often an event came.

    Attributes:
        events: in how many years it came.
        years: how many years were at risk, all cases together.
        rate: its probability in one year at risk, 0 to 1.
        low: lower end of the 95 % interval of the rate (Wilson).
        high: upper end.
    """

    events: int
    years: int
    rate: float
    low: float
    high: float

    def within(self, years: float) -> tuple[float, float, float]:
        """Rate, low and high as probabilities of the event within so many years, 0 to 1. Raises as `within`."""
        return within(self.rate, years), within(self.low, years), within(self.high, years)


def base_rate(spells: Iterable[Spell], waited: int = 0) -> BaseRate:
    """Events per year at risk, with an interval.

    Each year at risk is taken for one trial with the same probability, independent of the others. The interval is
    E. B. Wilson’s, which L. D. Brown, T. T. Cai and A. DasGupta recommend for small samples (“Interval estimation for
    a binomial proportion”, *Statistical Science* 16, 2001, pp. 101–133). Where cases hang together, it is too narrow.

    Args:
        spells: the cases.
        waited: only years that began at least so many years after the year in which the case did.

    Raises:
        ForecastError: a spell ends before it begins, or no year is at risk.
    """
    events = years = 0
    for spell in spells:
        if not spell.since < spell.first <= spell.last:
            raise ForecastError(f"Expected a spell whose years follow one another, found {spell}.")
        first = max(spell.first, spell.since + waited + 1)
        if first <= spell.last:
            years += spell.last - first + 1
            events += spell.came
    if not years:
        raise ForecastError(f"Expected at least one year at risk, found none (waited={waited}).")
    return BaseRate(events, years, events / years, *wilson(events, years))


def within(rate: float, years: float) -> float:
    """The probability that an event comes within so many years (0 or more), if its probability in each is the rate.

    Raises:
        ForecastError: the rate is no probability, or the years are below 0.
    """
    check_probabilities([rate])
    if not years >= 0:
        raise ForecastError(f"Expected 0 or more years, found {years}.")
    return 1 - math.pow(1 - rate, years)
