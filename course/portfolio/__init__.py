"""A learner's portfolio: what the journal holds of a whole course, on one page that needs no kernel, and as data."""

from course.portfolio.write import write

__all__ = ["write"]
