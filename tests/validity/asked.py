"""How much of an assignment is reading, application and inference, by the table of what its questions ask."""

from grading.check.asks import APPLICATION, INFERENCE, READING, read_asks
from tests.validity.assignments import Assessed

KINDS = (READING, APPLICATION, INFERENCE)
LEAST = {"precondition": 0.6, "goals": 0.6}
"""Assignment to the share of its points that has to be application or inference."""


def points(assessed: Assessed) -> dict[str, float]:
    """What is asked to the points for it."""
    told = read_asks()[assessed.name]
    found = dict.fromkeys(KINDS, 0.0)
    for place in assessed.bank.places:
        found[told[place].asks] += assessed.bank.draw(place, 0).points or 0
    return found


def beyond_reading(assessed: Assessed) -> float:
    """The share of points for application and inference."""
    return 1 - points(assessed)[READING] / assessed.asked_total


def without_variants(assessed: Assessed, least: int = 4) -> list[str]:
    """Places that ask for inference and have fewer variants than so many."""
    told, families = read_asks()[assessed.name], assessed.families
    return [
        place
        for place in assessed.bank.places
        if told[place].asks == INFERENCE and len(families.get(place, (0,))) < least
    ]
