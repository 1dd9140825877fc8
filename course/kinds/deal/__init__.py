"""Propose a deal, and relax positions."""

from course.kinds.deal.question import Deal

__all__ = ["Deal"]
