"""How many choices are right, those made and those left. Pure."""

from collections.abc import Collection, Sequence
from typing import Any

from course.asked.counted import Counted, Reading, best, readings


def counted(conditions: Sequence[Any], answer: Collection[str] | None) -> Counted | None:
    """A choice is right if it is made and wanted, or left and not wanted.

    What is left counts only beside something right that is chosen: otherwise who chooses one thing, and that wrongly,
    would be right in nearly everything.
    """
    return best(_counted(reading, answer or ()) for reading in readings(conditions))


def _counted(reading: Reading, answer: Collection[str]) -> Counted:
    wanted: set[str] = set()
    unwanted: set[str] = set()
    for when, holds in reading:
        wanted.update(when.includes if holds else when.excludes)
        unwanted.update(when.excludes if holds else when.includes)
    made = wanted.intersection(answer)
    # What one condition includes and another excludes nobody has right.
    right = (made | (unwanted - {*answer})) - (wanted & unwanted) if made else ()
    return Counted(len(right), len(wanted | unwanted))
