"""Put items in order."""

from course.kinds.rank.question import Rank

__all__ = ["Rank"]
