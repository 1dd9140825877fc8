"""Write freely under a few heads."""

from course.kinds.draft.question import Draft

__all__ = ["Draft"]
