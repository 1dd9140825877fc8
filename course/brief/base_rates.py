"""How often relations like these opened: the class of cases, and the rate that follows from it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from course import forecasting, tables
from course.brief.frames import Table
from course.brief.load import load
from course.forecasting import BaseRate, Spell

_CLASS = "reference_class"
_COUNTED = {False: "diplomatic relations opened", True: "any agreed change"}


def reference_class() -> Table:
    """Governments without diplomatic relations with the United States, whatever became of them later.

    Returns:
        One row per case, by ``id``: since when (``start``), what ended it and when (``end`` and ``ended_by``; both
        empty where nothing had), the years that count (``first_year`` to ``last_year``), an agreed change short of full
        relations (``lesser_change``), ``source``.

    Example:
        brief.reference_class()
    """
    return load(_CLASS)


def base_rate(years: float = 1, waited: int = 0) -> Table:
    """How often relations opened in the reference class, per year without them, and within a time ahead.

    Each year of each case counts as one trial, as if they were independent. Cases that ended together, as after the war
    of 1967, are not; so the interval is rather too narrow.

    Args:
        years: the time ahead, in years. From 1 October 2014 to 30 September 2015 it is one.
        waited: count only years that began at least this many years after the year of the break.

    Returns:
        One row for each way to count, ``diplomatic relations opened`` or ``any agreed change``: ``events``,
        ``years_at_risk``, ``per_year`` (a probability), and the probability ``within`` the time ahead with its 95 %
        interval, ``low`` to ``high`` (Wilson).

    Raises:
        ForecastError: no year is left, or the time ahead is below 0.

    Example:
        brief.base_rate(years=1)
    """
    rows = tables.read(_CLASS)
    found = {what: forecasting.base_rate(_spells(rows, wide), waited) for wide, what in _COUNTED.items()}
    table = Table([_row(rate, years) for rate in found.values()], index=pd.Index(list(found), name="what"))
    table.attrs["note"] = "Cases that ended together count as independent here, so the interval is rather too narrow."
    table.attrs["percent"] = ["per_year", "within", "low", "high"]
    return table


def _spells(rows: Iterable[Mapping[str, Any]], wide: bool) -> Iterator[Spell]:
    for row in rows:
        last, came = int(row["last_year"]), row["ended_by"] == "opening"
        if wide and row["lesser_change"]:
            last, came = int(row["lesser_change"][:4]), True
        yield Spell(int(row["start"][:4]), int(row["first_year"]), last, came)


def _row(rate: BaseRate, years: float) -> dict[str, float]:
    likely, low, high = rate.within(years)
    return {
        "events": rate.events,
        "years_at_risk": rate.years,
        "per_year": round(rate.rate, 3),
        "within": round(likely, 3),
        "low": round(low, 3),
        "high": round(high, 3),
    }
