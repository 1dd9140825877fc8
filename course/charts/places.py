"""Where points and their names go along a line, so that none lies on another. Pure.

What fits at one width fits at every greater one: names keep their length, and the distances between points grow.
"""

from collections.abc import Sequence
from typing import NamedTuple

TRIES, BUMP = 20, 0.4
"""Tries, and by how much of a priority a name comes earlier for each in which it found no room."""
GAP, STEM = 6, 2
"""Px between two names, and between a name and a line that leads to another."""


class Name(NamedTuple):
    """A name to be placed.

    Attributes:
        at: where its point lies, from 0 to 1.
        length: of the text, in px.
        priority: 1 is placed first.
    """

    at: float
    length: float
    priority: int


class Place(NamedTuple):
    """Where a name stands: in which lane above the points, 0 the lowest, and to which side of its point."""

    lane: int
    right: bool


def stacked(ats: Sequence[float], width: float, size: float) -> list[int]:
    """The lane of each point, 0 the lowest, so that points of a size in px don't overlap; from left to right."""
    ends: list[float] = []
    lanes = [0] * len(ats)
    for n in sorted(range(len(ats)), key=lambda n: ats[n]):
        x = ats[n] * width
        lane = next((lane for lane, end in enumerate(ends) if end <= x), len(ends))
        ends[lane : lane + 1] = [x + size]
        lanes[n] = lane
    return lanes


def named(names: Sequence[Name], width: float, most: int) -> list[Place | None]:
    """Where each name stands; None where it finds no room in `most` lanes.

    A thin line leads from each name down to its point. No name lies on another, or on a line. A name that found no
    room is placed earlier in the next try, which also prefers the other side ("squeaky wheel" optimization: Joslin and
    Clements, *Journal of Artificial Intelligence Research* 10, 1999); the best try is kept.
    """
    urgency = [float(name.priority) for name in names]
    best: dict[int, Place] = {}
    for turn in range(TRIES):
        order = sorted(range(len(names)), key=lambda n: (urgency[n], -names[n].at))
        placed = _placed(names, order, width, [Place(n // 2, (n + turn) % 2 == 0) for n in range(2 * most)])
        best = max(best, placed, key=lambda found: _worth(names, found))
        for n in order:
            urgency[n] -= BUMP * (n not in placed)
    return [best.get(n) for n in range(len(names))]


def _placed(names: Sequence[Name], order: Sequence[int], width: float, ways: Sequence[Place]) -> dict[int, Place]:
    placed: dict[int, Place] = {}
    for n in order:
        fits = (way for way in ways if _fits(names, n, way, placed, width))
        if (way := next(fits, None)) is not None:
            placed[n] = way
    return placed


def _worth(names: Sequence[Name], placed: dict[int, Place]) -> tuple[int, ...]:
    """How many of each priority are placed, the first priority first; and then how few lanes that takes."""
    priorities = sorted({name.priority for name in names})
    counts = (sum(names[n].priority == priority for n in placed) for priority in priorities)
    return (*counts, -max((place.lane for place in placed.values()), default=0))


def _fits(names: Sequence[Name], n: int, way: Place, placed: dict[int, Place], width: float) -> bool:
    low, high = _span(names[n], way, width)
    if low < 0 or high > width:
        return False
    x = names[n].at * width
    for other, there in placed.items():
        start, end = _span(names[other], there, width)
        if there.lane == way.lane and low < end + GAP and start < high + GAP:
            return False
        if there.lane > way.lane and low - STEM < names[other].at * width < high + STEM:
            return False
        if there.lane < way.lane and start - STEM < x < end + STEM:
            return False
    return True


def _span(name: Name, way: Place, width: float) -> tuple[float, float]:
    x = name.at * width
    return (x, x + name.length) if way.right else (x - name.length, x)
