"""Forecast dated events."""

from course.kinds.forecast.question import Forecast

__all__ = ["Forecast"]
