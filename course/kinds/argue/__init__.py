"""Build an argument from blocks."""

from course.kinds.argue.question import Argue

__all__ = ["Argue"]
