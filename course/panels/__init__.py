"""Panels: how a question is shown in a notebook and an answer is written to the journal. They know no graded key."""

from course.panels.asking import NotAnsweredError, NotGradedHereError, ask
from course.panels.panel import Panel

__all__ = ["NotAnsweredError", "NotGradedHereError", "Panel", "ask"]
