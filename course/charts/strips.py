"""Points in strips along an axis of time, each strip as high as its points and their names need.

A chart is laid out for a phone, a narrow and a wide window; of these three it draws the one that its width asks for.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from course.charts.look import BREAKS
from course.charts.places import Name, named, stacked

LEAST = (215, *BREAKS)
"""Px: the least width that each layout is made for."""
LANES = (5, 4, 4)
"""Lanes of names that a strip has at most."""
LETTER, FONT = 6.3, 11
"""Px: of a letter of a name, rather too wide than too narrow, and its size."""
DOTS, LANE, HEAD, FOOT = (8, 9, 10), 14, 18, 10
"""Px: what a point takes, a lane of names, the label of a strip, and the space below a strip."""


class Given(NamedTuple):
    """A point: where it lies on the axis, 0 to 1, its name (empty for none), and the priority of that."""

    at: float
    name: str
    priority: int


class Strip(NamedTuple):
    """One strip: its label, and the rows of the data that lie in it."""

    label: str
    rows: Sequence[int]


class Layouts(NamedTuple):
    """Three layouts, in px from the top.

    Attributes:
        points: for each row of the data, in each layout n: ``y{n}``, the foot of its name ``name{n}`` (−1: it has no
            room), and ``right{n}``, whether the name stands to the right of the line that leads to it.
        tops: for each strip, in each layout, where it begins.
        heights: of each layout.
    """

    points: pd.DataFrame
    tops: list[list[float]]
    heights: list[float]


def laid_out(given: Sequence[Given], strips: Sequence[Strip], above: float) -> Layouts:
    """Where everything goes.

    Args:
        given: one for each row of the data.
        strips: from top to bottom.
        above: px that are left free at the top.
    """
    points: list[dict[str, Any]] = [{} for _ in given]
    tops: list[list[float]] = [[] for _ in strips]
    heights: list[float] = []
    for layout in range(len(LEAST)):
        y = above
        for strip, found in zip(strips, tops, strict=True):
            found.append(y)
            placed, y = _strip([given[row] for row in strip.rows], layout, y + HEAD)
            for row, each in zip(strip.rows, placed, strict=True):
                points[row] |= each
        heights.append(y)
    return Layouts(pd.DataFrame(points), tops, heights)


def _strip(given: Sequence[Given], layout: int, y: float) -> tuple[list[dict[str, Any]], float]:
    """One layout of one strip that begins at y: where its points go, and where it ends."""
    dot = DOTS[layout]
    lanes = stacked([each.at for each in given], LEAST[layout], dot)
    called = [n for n, each in enumerate(given) if each.name]
    asked = [Name(given[n].at, LETTER * len(given[n].name) + 5, given[n].priority) for n in called]
    places = dict(zip(called, named(asked, LEAST[layout], LANES[layout]), strict=True))
    used = 1 + max((place.lane for place in places.values() if place), default=-1)
    foot = y + LANE * used + dot * (1 + max(lanes, default=0))
    points = []
    for n, lane in enumerate(lanes):
        place = places.get(n)
        name = y + LANE * (used - place.lane) - 3 if place else -1
        here = {"y": foot - dot * (lane + 0.5), "name": name, "right": place.right if place else True}
        points.append({f"{key}{layout}": value for key, value in here.items()})
    return points, foot + FOOT
