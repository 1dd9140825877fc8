"""Choose several."""

from course.kinds.choose_many.question import ChooseMany

__all__ = ["ChooseMany"]
