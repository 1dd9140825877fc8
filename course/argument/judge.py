"""Judge an argument: is it valid, what does each premise do, what is missing, does it keep to a text?"""

from collections.abc import Sequence
from itertools import combinations

import msgspec

from course.argument.logic import World, consistent, counter_worlds, entails
from course.argument.statement import Statement

Support = tuple[int, ...]
"""Premises that together entail the conclusion, none of them spare; by place, from 0."""


class Judged(msgspec.Struct, frozen=True):
    """What can be said of an argument.

    Attributes:
        valid: the premises entail the conclusion.
        consistent: some world makes all premises true. From contradictory premises anything follows, so validity is
            no merit then.
        supports: every smallest set of premises that entails the conclusion.
        idle: places of premises in no such set. True or not, they do no work.
        needed: places of premises in every such set: leave one out, and the conclusion no longer follows.
        counter: worlds that the premises allow and in which the conclusion is false, the plainest first.
        missing: of the statements offered as hidden premises, the smallest sets that would make the argument valid
            and are not entailed by the premises already.
    """

    valid: bool
    consistent: bool
    supports: tuple[Support, ...]
    idle: tuple[int, ...]
    needed: tuple[int, ...]
    counter: tuple[World, ...]
    missing: tuple[tuple[Statement, ...], ...]


def judge(premises: Sequence[Statement], conclusion: Statement, hidden: Sequence[Statement] = ()) -> Judged:
    """Judge an argument.

    Args:
        premises: as given, in order; at most 10 (all sets of them are tried).
        conclusion: what is said to follow.
        hidden: premises that an author may leave unsaid. They are not used, only offered in `missing`.

    Raises:
        ArgumentError: as `course.argument.entails`.
    """
    given, fine = tuple(premises), consistent(premises)
    valid = entails(given, conclusion)
    supports = _supports(given, conclusion) if valid and fine else ()
    used = {place for support in supports for place in support}
    idle = tuple(place for place in range(len(given)) if valid and fine and place not in used)
    needed = tuple(place for place in sorted(used) if all(place in support for support in supports))
    counter = () if valid else counter_worlds(given, conclusion)
    return Judged(valid, fine, supports, idle, needed, counter, () if valid else _missing(given, conclusion, hidden))


def _supports(premises: tuple[Statement, ...], conclusion: Statement) -> tuple[Support, ...]:
    found: list[Support] = []
    for size in range(len(premises) + 1):
        for places in combinations(range(len(premises)), size):
            spare = any(set(smaller) <= set(places) for smaller in found)
            if not spare and entails([premises[place] for place in places], conclusion):
                found.append(places)
    return tuple(found)


def _missing(
    premises: tuple[Statement, ...], conclusion: Statement, hidden: Sequence[Statement]
) -> tuple[tuple[Statement, ...], ...]:
    offered = [each for each in hidden if not entails(premises, each)]
    for size in range(1, len(offered) + 1):
        found = [
            added
            for added in combinations(offered, size)
            if consistent((*premises, *added)) and entails((*premises, *added), conclusion)
        ]
        if found:
            return tuple(found)
    return ()
