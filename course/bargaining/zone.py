"""The zone of possible agreement, and the smallest ways to open it.

The zone is the set of deals that every side accepts (H. Raiffa, *The Art and Science of Negotiation*, 1982).
"""

from collections.abc import Mapping
from itertools import product

from course.bargaining.positions import Positions, Relaxation, objections

Terms = Mapping[str, str]


def deals(positions: Positions) -> tuple[Terms, ...]:
    """Every deal: one option on each issue."""
    issues = tuple(positions.options)
    return tuple(dict(zip(issues, each, strict=True)) for each in product(*positions.options.values()))


def zone(positions: Positions) -> tuple[Terms, ...]:
    """The deals that every side accepts; empty if there is none."""
    return tuple(terms for terms in deals(positions) if not objections(positions, terms))


def openings(positions: Positions) -> tuple[frozenset[Relaxation], ...]:
    """Every way to open the zone that has nothing spare: sets of relaxations, smaller ones first.

    Each way leads to at least one deal, and leaving out any of its relaxations leads to none. If the zone is open,
    the only way is to relax nothing.
    """
    ways = {
        frozenset((each.side, each.issue, each.option) for each in objections(positions, terms))
        for terms in deals(positions)
    }
    spare_free = [way for way in ways if not any(other < way for other in ways)]
    return tuple(sorted(spare_free, key=lambda way: (len(way), sorted(way))))


def smallest_openings(positions: Positions) -> tuple[frozenset[Relaxation], ...]:
    """The ways to open the zone with the fewest relaxations."""
    ways = openings(positions)
    return tuple(way for way in ways if len(way) == len(ways[0]))


def distance(positions: Positions) -> int:
    """How many relaxations, at the fewest, would open the zone; 0 if it is open.

    A move brings the sides nearer if the distance is smaller after it (`relaxed` makes the positions after a move).
    """
    return len(openings(positions)[0])
