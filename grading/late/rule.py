"""What late work costs: the course's rule, and any other that nbgrader's configuration names."""

from math import ceil
from typing import Any

from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from traitlets import Float, TraitError
from traitlets.config import Config

from grading.handout.assignment import AssignmentError

_DAY, _MINUTE, _ALL = 86_400, 60, 100
_DIGITS = 4
"""Digits of a penalty after the point, as in the files for learning platforms."""


class CourseLate(LateSubmissionPlugin):  # type: ignore[misc] # nbgrader is untyped
    """A share of the points for each day begun, after minutes of grace; all with nbgrader's `penalty_method` "zero"."""

    per_day = Float(
        0.0, min=0, max=_ALL, help="Percent of the points earned that each day begun costs, at most all; 0 for nothing."
    ).tag(config=True)
    grace_minutes = Float(
        0.0, min=0, help="Minutes after the deadline that count as in time; days are counted from their end."
    ).tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:  # noqa: ARG002 - nbgrader's signature
        """Points to take off, None for none.

        Args:
            student_id: nbgrader's, not needed here.
            score: points earned, a person's included.
            total_seconds_late: seconds after the deadline, an extension included.
        """
        late = total_seconds_late - self.grace_minutes * _MINUTE
        if late <= 0:
            return None
        if self.penalty_method == "zero":
            return score
        taken = min(_ALL, self.per_day * ceil(late / _DAY))
        return round(score * taken / _ALL, _DIGITS) if taken else None


class Rule:
    """The rule that a configuration names under `AssignLatePenalties.plugin_class`.

    Raises:
        AssignmentError: there is no such rule, or a setting of it is no good.
    """

    def __init__(self, config: Config) -> None:
        try:
            step: Any = AssignLatePenalties(config=config)
            self._plugin = step.plugin_class(parent=step)
        except (TraitError, ImportError) as e:
            raise AssignmentError(f"nbgrader's configuration, late work: {' '.join(str(e).split())}") from None

    def penalty(self, learner: str, score: float, seconds: float) -> float | None:
        """Points to take off, from 0 to the points earned; None where the work is in time or costs nothing.

        Raises:
            AssignmentError: the rule, which may be the instructor's own, fails.
        """
        if seconds <= 0:
            return None
        try:
            taken = self._plugin.late_submission_penalty(learner, score, seconds)
            return None if taken is None else max(0.0, min(float(taken), score))
        except Exception as e:
            name = type(self._plugin).__name__
            raise AssignmentError(f"{learner}: the rule for late work, {name}, fails: {type(e).__name__}: {e}") from e
