"""Scoring: a function of question, answer and key. It knows no journal, no widget and no grade book.

It reads three things itself: a file of keys (`course.scoring.keys`), and two tables: of positions, for a deal, and of
the claims about signals, for the reasons of a weighing.
"""

from course.asked.counted import Counted
from course.scoring.score import CriterionScore, ItemScore, score

__all__ = ["Counted", "CriterionScore", "ItemScore", "score"]
