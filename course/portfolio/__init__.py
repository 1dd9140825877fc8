"""A learner's portfolio: what the journal holds of a whole course, on one page that needs no kernel, and as data."""

from course.portfolio.gather import Argued, Belief, Foretold, Portfolio, Weight, gather
from course.portfolio.write import Written, write

__all__ = ["Argued", "Belief", "Foretold", "Portfolio", "Weight", "Written", "gather", "write"]
