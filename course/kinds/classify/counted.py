"""How many items a classification has right. Pure."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from course.asked.counted import Counted, Reading, best, readings


def counted(categories: Collection[str], conditions: Sequence[Any], answer: Mapping[str, Any] | None) -> Counted | None:
    """An item is right in a category that every condition on it accepts."""
    return best(_counted(categories, reading, answer or {}) for reading in readings(conditions))


def _counted(categories: Collection[str], reading: Reading, answer: Mapping[str, Any]) -> Counted:
    accepted: dict[str, set[str]] = {}
    for when, holds in reading:
        for item, wanted in when.places.items():
            these, there = {wanted} if isinstance(wanted, str) else {*wanted}, accepted.get(item, {*categories})
            accepted[item] = there & these if holds else there - these
    return Counted(sum(answer.get(item) in places for item, places in accepted.items()), len(accepted))
