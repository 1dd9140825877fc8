"""Choose one of several."""

from course.kinds.choose_one.question import ChooseOne

__all__ = ["ChooseOne"]
