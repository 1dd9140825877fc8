"""Scoring: a function of question, answer and key. It knows no journal, no widget and no grade book.

It reads two things itself: the table of positions, for a deal, and a file of keys (`course.scoring.keys`).
"""

from course.asked.counted import Counted
from course.scoring.score import CriterionScore, ItemScore, score

__all__ = ["Counted", "CriterionScore", "ItemScore", "score"]
