"""How many items of a ranking stand in order. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from course.asked.counted import Counted, Reading, best, readings


def counted(conditions: Sequence[Any], answer: Mapping[str, int] | None) -> Counted | None:
    """As many as stand in the right order among each other; those that would have to be moved do not count.

    One alone is always in order, so the first is free.
    """
    return best(_counted(reading, answer or {}) for reading in readings(conditions))


def _counted(reading: Reading, answer: Mapping[str, int]) -> Counted:
    after: dict[str, set[str]] = {}
    for when, holds in reading:
        for pair in when.before:
            first, second = pair if holds else reversed(pair)
            after.setdefault(first, set()).add(second)
            after.setdefault(second, set())
    ranks = {item: answer[item] for item in after if answer.get(item) is not None}
    # Two are at odds if the key has the one somewhere before the other, and the answer has it after. That relation is
    # transitive, so the most that are not at odds are all but a largest matching (theorem of Dilworth).
    odds = {a: [b for b in _later(after, a) if b in ranks and ranks[b] < ranks[a]] for a in ranks}
    return Counted(len(ranks) - _matching(odds), len(after), free=1)


def _later(after: Mapping[str, set[str]], item: str) -> set[str]:
    found, left = set[str](), [item]
    while left:
        new = after[left.pop()] - found
        found |= new
        left += new
    return found


def _matching(odds: Mapping[str, Sequence[str]]) -> int:
    """The size of a largest matching, by augmenting paths."""
    taken: dict[str, str] = {}

    def match(item: str, seen: set[str]) -> bool:
        for other in odds[item]:
            if other not in seen:
                seen.add(other)
                if other not in taken or match(taken[other], seen):
                    taken[other] = item
                    return True
        return False

    return sum(match(item, set()) for item in odds)
