"""Scoring: a pure function of question, answer and key. It knows no file, no widget and no grade book."""

from course.scoring.conditions import holds
from course.scoring.score import CriterionScore, ItemScore, score

__all__ = ["CriterionScore", "ItemScore", "holds", "score"]
