"""Place items in categories."""

from course.kinds.classify.question import Classify

__all__ = ["Classify"]
