"""A chart in rows: a label, and what is drawn beside it along one scale."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

WIDTH, ROW, LEFT, RIGHT, TOP = 680, 24, 270, 60, 26
LONGEST = 36
"""Letters of a label that fit to the left of the scale at 12 px, wide capitals included."""
FOR, AGAINST, NEUTRAL = "#0072B2", "#D55E00", "#7A7A7A"
"""Okabe and Ito (2008), as in `course.charts`."""
CLASSES = {FOR: "for", AGAINST: "against", NEUTRAL: "neutral"}


def signed(number: float) -> str:
    """A number with its sign and two places, a true minus, and no sign for zero."""
    text = f"{number:+.2f}"
    return "0.00" if text in ("+0.00", "-0.00") else text.replace("-", "−")


class Rows:
    """Rows along one scale.

    Args:
        labels: one for each row, in order. A long one is cut with an ellipsis.
        marks: the scale, as (share of the width from 0 to 1, text).
        description: what the chart says, whole, for who can't see it.
    """

    def __init__(self, labels: Sequence[str], marks: Iterable[tuple[float, str]], description: str) -> None:
        height = TOP + ROW * len(labels) + 6
        self._svg = Element("svg", {"role": "img", "aria-label": description, "viewBox": f"0 0 {WIDTH} {height}"})
        self._svg.set("font-size", "12")
        for share, text in marks:
            line = {"x1": _x(share), "x2": _x(share), "y1": TOP - 6, "y2": TOP + ROW * len(labels)}
            faint = {"stroke": "currentColor", "stroke-opacity": "0.18"}
            SubElement(self._svg, "line", {k: f"{v:.1f}" for k, v in line.items()} | faint)
            self._text(_x(share), TOP - 11, text, "middle")
        for row, label in enumerate(labels):
            short = label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"
            self._text(LEFT - 14, _y(row) + 4, short, "end")

    def __str__(self) -> str:
        """The chart as an `svg` element."""
        return tostring(self._svg, encoding="unicode")

    def dot(self, row: int, share: float, colour: str = FOR) -> None:
        """A dot at a share of the scale."""
        self._shape("circle", colour, cx=_x(share), cy=_y(row), r=4.5)

    def square(self, row: int, share: float, colour: str = AGAINST) -> None:
        """A hollow square at a share of the scale."""
        self._shape("rect", colour, fill=False, x=_x(share) - 6, y=_y(row) - 6, width=12, height=12)

    def bar(self, row: int, start: float, end: float, colour: str) -> None:
        """A bar from one share of the scale to another, never thinner than can be seen."""
        left, right = sorted((_x(start), _x(end)))
        self._shape("rect", colour, x=left, y=_y(row) - 7, width=max(right - left, 1.5), height=14)

    def path(self, shares: Sequence[float], colour: str = FOR) -> None:
        """A line from row to row, beginning in the first."""
        for row, (here, there) in enumerate(pairwise(shares)):
            self._shape("line", colour, fill=False, x1=_x(here), y1=_y(row), x2=_x(there), y2=_y(row + 1))

    def note(self, row: int, text: str) -> None:
        """Text at the right end of a row."""
        self._text(WIDTH - 4, _y(row) + 4, text, "end")

    def _shape(self, name: str, colour: str, *, fill: bool = True, **place: float) -> None:
        drawn = {"fill": colour} if fill else {"fill": "none", "stroke": colour, "stroke-width": "1.5"}
        SubElement(
            self._svg, name, {k: f"{v:.1f}" for k, v in place.items()} | drawn | {"class": CLASSES.get(colour, "")}
        )

    def _text(self, x: float, y: float, text: str, anchor: str) -> None:
        place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor, "fill": "currentColor"}
        SubElement(self._svg, "text", place).text = text


def _x(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _y(row: int) -> int:
    return TOP + ROW * row + ROW // 2
