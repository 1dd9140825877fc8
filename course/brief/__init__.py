"""The brief and the course's reading of it, as tables: `from course import brief`.

Every table is a pandas DataFrame of its own; changing it changes nothing else. The coding (kinds, readings, functions
of words) is the course's and not the author's. Nothing here came after the brief; that is in `course.brief.later`.
"""

from course.brief.base_rates import base_rate, reference_class
from course.brief.catalogue import (
    actors,
    argument,
    background,
    datasets,
    discrepancies,
    events,
    glossary,
    goals,
    moves,
    positions,
    propositions,
    signals,
)
from course.brief.claim_card import claim
from course.brief.claim_tables import claims, reported_by, wordings

__all__ = [
    "actors",
    "argument",
    "background",
    "base_rate",
    "claim",
    "claims",
    "datasets",
    "discrepancies",
    "events",
    "glossary",
    "goals",
    "moves",
    "positions",
    "propositions",
    "reference_class",
    "reported_by",
    "signals",
    "wordings",
]
