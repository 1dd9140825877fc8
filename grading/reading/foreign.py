"""What was handed in under the right name and belongs to another assignment, or to a lesson. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from grading.reading.handed import Expected, Fault, asked_in
from grading.reading.notebook import HandedIn
from grading.reading.words import ids, joined, named

FEW = 4
"""A journal that answers at most one in so many of the questions asked may be another's."""


def foreign_notebook(name: str, cells: Sequence[HandedIn], asked: Expected) -> list[Fault]:
    """A fault if a notebook has the right name and is of another assignment, or of a lesson."""
    found = {asked.elsewhere[q] for c in cells for q in (*asked_in(c), c.grade_id) if q in asked.elsewhere}
    if asked.asks(cells) or not found:
        return []
    says = f"{named([name])} asks none of the questions of this assignment, but those of {joined(sorted(found))}."
    return [Fault("notebook-of-another", says)]


def foreign_answers(answers: Mapping[str, Any], asked: Expected) -> list[Fault]:
    """What is told of answers to questions that are not asked here; blank questions wait where they may belong there.

    They may, if the journal answers few of the questions asked and more others, or has answers under ids that the
    course does not know: a question that was renamed, or a release that was changed.
    """
    unknown = sorted(set(answers) - set(asked.places))
    if not unknown:
        return []
    blank = tuple(q for q in asked.places if q not in answers)
    answered = len(asked.places) - len(blank)
    homes = sorted({asked.elsewhere[q] for q in unknown if q in asked.elsewhere})
    nowhere = [q for q in unknown if q not in asked.elsewhere]
    another = answered * FEW <= len(asked.places) and answered < len(unknown)
    told = [f"they are of {joined(homes)}"] if homes else []
    told += [f"no question of the course has the id {ids(nowhere)}"] if nowhere else []
    if another:
        says = f"The journal answers {answered} of {len(asked.places)} questions asked here, and {len(unknown)} others"
        return [Fault("journal-of-another", f"{says}: {'; '.join(told)}.", blank)]
    says = f"The journal answers questions that are not asked here: {ids(unknown)}"
    wait = blank if nowhere else ()
    return [Fault("answers-unknown", f"{says}; {'; '.join(told)}.", wait, bool(wait))]
