"""Say how probable each event is."""

from course.kinds.probability.question import Probability

__all__ = ["Probability"]
