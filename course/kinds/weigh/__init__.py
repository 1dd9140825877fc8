"""Weigh signals by likelihood ratio and credibility."""

from course.kinds.weigh.question import Weigh

__all__ = ["Weigh"]
