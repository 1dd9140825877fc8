"""Guess how many: a whole number an item."""

from course.kinds.estimate.question import Estimate

__all__ = ["Estimate"]
