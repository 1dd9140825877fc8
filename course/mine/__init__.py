"""The learner's own answers, read from the journal, as tables to go on with: `from course import mine`.

Until a learner has weighed anything, every function takes the made-up example of the table `example_ratings`, and says
so below what it shows.
"""

from course.mine.author import author, together
from course.mine.cases import case, routes
from course.mine.forecasts import forecasts, nearest, rules_kept
from course.mine.kept import log
from course.mine.progress import progress
from course.mine.reveal import reveal
from course.mine.reveals import beside_crowd, calibrated, later, outcomes, scores
from course.mine.weighing import (
    NotWeighed,
    beside_author,
    methods,
    posterior,
    prior,
    ratings,
    removals,
    since_commitment,
    smallest_changes,
)

__all__ = [
    "NotWeighed",
    "author",
    "beside_author",
    "beside_crowd",
    "calibrated",
    "case",
    "forecasts",
    "later",
    "log",
    "methods",
    "nearest",
    "outcomes",
    "posterior",
    "prior",
    "progress",
    "ratings",
    "removals",
    "reveal",
    "routes",
    "rules_kept",
    "scores",
    "since_commitment",
    "smallest_changes",
    "together",
]
