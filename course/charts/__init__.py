"""Altair charts. Each takes a table and gives a chart with a title, a computed description, and the course's look."""

from course.charts.claims import claims_by_kind
from course.charts.forecasts import forecasts_and_outcomes
from course.charts.look import enable
from course.charts.signals import signals_over_time
from course.charts.timeline import strands, timeline

enable()

__all__ = ["claims_by_kind", "forecasts_and_outcomes", "signals_over_time", "strands", "timeline"]
