"""Write freely: room for a draft that is kept and never graded."""

from course.kinds.draft.question import Draft

__all__ = ["Draft"]
