"""The learner's own answers, read from the journal, as tables to go on with: `from course import mine`.

Until a learner has weighed anything, the tables of weighings are of a made-up example, and say so. What came after the
brief, and what the author thinks, stand in a table only once the learner has committed. In a kernel, cells that show
any of this follow the journal.
"""

from course.live.cells import start
from course.mine.author import author
from course.mine.cases import case, routes
from course.mine.combined import together
from course.mine.comparisons import beside_author, methods, since_commitment
from course.mine.forecasts import forecasts, nearest, rules_kept
from course.mine.guesses import guess
from course.mine.hinges import carries, counted_once, crossing, hinges
from course.mine.history import log
from course.mine.outcome_tables import beside_crowd, later, outcomes
from course.mine.progress import progress
from course.mine.ratings import posterior, prior, ratings
from course.mine.reveal import reveal
from course.mine.sensitivity import removals, smallest_changes
from course.mine.skill import calibrated, scores

__all__ = [
    "author",
    "beside_author",
    "beside_crowd",
    "calibrated",
    "carries",
    "case",
    "counted_once",
    "crossing",
    "forecasts",
    "guess",
    "hinges",
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

start()
