"""Altair charts. Each takes a table and gives a chart with a title, a computed description, and the course's look.

They are loaded when the first is used: Altair takes a second, and a lesson's first panel need not wait for it.
"""

import importlib
from typing import TYPE_CHECKING, Any

from course.light import ADDRESS_CHECKER, without

if TYPE_CHECKING:
    from course.charts.claims import claims_by_kind, kinds
    from course.charts.events import strands, timeline
    from course.charts.forecasts import forecasts_and_outcomes
    from course.charts.guessed import with_guess
    from course.charts.hinges import without_each
    from course.charts.signals import signals_over_time

_HOMES = {
    "claims_by_kind": "claims",
    "forecasts_and_outcomes": "forecasts",
    "kinds": "claims",
    "signals_over_time": "signals",
    "strands": "events",
    "timeline": "events",
    "with_guess": "guessed",
    "without_each": "hinges",
}

__all__ = [
    "claims_by_kind",
    "forecasts_and_outcomes",
    "kinds",
    "signals_over_time",
    "strands",
    "timeline",
    "with_guess",
    "without_each",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the types stand above
    if name not in _HOMES:
        raise AttributeError(f"module 'course.charts' has no attribute {name!r}")
    with without(ADDRESS_CHECKER):
        importlib.import_module("course.charts.look").enable()
        globals()[name] = found = getattr(importlib.import_module(f"course.charts.{_HOMES[name]}"), name)
    return found
