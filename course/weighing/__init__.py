"""The models of weighing signals: pure functions over plain values, with no widget, file or table.

Units: evidence is in log-odds (natural logarithm), what a learner believes is a probability, and a step of the scale is
the binary logarithm of a likelihood ratio. `tests/weighing/cases.json` holds worked cases for every implementation.
"""

from course.weighing.agreement import Agreement, Change, Pairs, SignalChange, agreement, change, same_order
from course.weighing.hypotheses import Standing, Table, diagnosticity, least_inconsistent, standings
from course.weighing.odds import LIMIT, TOLERANCE, WeighingError, log_odds, probability
from course.weighing.rating import Judgement, Rating, likelihood_ratio, nearest_step, weight
from course.weighing.sensitivity import (
    Alternative,
    BreakEven,
    LeaveOneOut,
    break_even_prior,
    leave_one_out,
    most_first,
    one_at_a_time,
    side,
)
from course.weighing.smallest import SmallestChange, smallest_change
from course.weighing.story import once
from course.weighing.weigh import Contribution, Weighing, weigh
from course.weighing.worlds import Worlds, often, worlds

__all__ = [
    "LIMIT", "TOLERANCE", "Agreement", "Alternative", "BreakEven", "Change", "Contribution", "Judgement", "LeaveOneOut",
    "Pairs", "Rating", "SignalChange", "SmallestChange", "Standing", "Table", "Weighing", "WeighingError", "Worlds",
    "agreement", "break_even_prior", "change", "diagnosticity", "least_inconsistent", "leave_one_out",
    "likelihood_ratio", "log_odds", "most_first", "nearest_step", "often", "once", "one_at_a_time", "probability",
    "same_order", "side", "smallest_change", "standings", "weigh", "weight", "worlds",
]  # fmt: skip
