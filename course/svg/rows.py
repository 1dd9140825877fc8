"""A chart in rows: a label, and below it what is drawn along one scale.

Lengths along the scale are percentages, so that a chart is as wide as its page and its text keeps its size.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

from course.style.palette import LIGHT
from course.svg.labels import lines as in_lines

LINE, BAND, TOP, TEXT = 17, 24, 26, 13
"""Heights in px: a line of a label, what is drawn below it, the scale's own texts; and the size of text."""
ARM = 10
"""Px that the lines of the scale reach up and down from a row's middle: they never run through a label."""
LETTERS = 44
"""Letters of a label that fit a line beside its note in a window of 400 px."""
FOR, AGAINST, NEUTRAL = LIGHT.up, LIGHT.down, LIGHT.neutral
CLASSES = {FOR: "for", AGAINST: "against", NEUTRAL: "neutral"}
"""What a page's style calls them, to give them the colours of a dark window."""


class Rows:
    """Rows along one scale.

    Args:
        labels: one for each row, in order. A long one takes several lines.
        marks: the scale, as (share of the width from 0 to 1, text).
        description: what the chart says, whole, for who can't see it.
    """

    def __init__(self, labels: Sequence[str], marks: Iterable[tuple[float, str]], description: str) -> None:
        lines = [in_lines(label, LETTERS) or [""] for label in labels]
        self._middles, self._tops, end = list[float](), list[float](), float(TOP)
        for each in lines:
            self._tops.append(end + LINE - 4)
            end += LINE * len(each) + BAND
            self._middles.append(end - BAND / 2 - 3)
        self._svg = Element("svg", {"role": "img", "aria-label": description, "width": "100%", "height": f"{end:g}"})
        self._svg.set("font-size", str(TEXT))
        self._svg.set("overflow", "visible")
        for share, text in marks:
            for middle in self._middles:
                self._across(middle, share, opacity="0.2")
            self._text(_x(share), TOP - 11, text, "start" if share == 0 else "end" if share == 1 else "middle")
        for top, each in zip(self._tops, lines, strict=True):
            for n, line in enumerate(each):
                self._text("0", top + LINE * n, line, "start")

    def __str__(self) -> str:
        """The chart as an `svg` element."""
        return tostring(self._svg, encoding="unicode")

    def dot(self, row: int, share: float, colour: str = FOR) -> None:
        """A dot at a share of the scale."""
        self._shape("circle", colour, cx=_x(share), cy=f"{self._middles[row]:g}", r="5")

    def square(self, row: int, share: float, colour: str = AGAINST) -> None:
        """A hollow square at a share of the scale."""
        place = {"x": _x(share), "y": f"{self._middles[row] - 7:g}", "transform": "translate(-7 0)"}
        self._shape("rect", colour, fill=False, **place, width="14", height="14")

    def bar(self, row: int, start: float, end: float, colour: str) -> None:
        """A bar from one share of the scale to another, never thinner than can be seen."""
        left, right = sorted((start, end))
        width = _x(max(right - left, 0.003))
        self._shape("rect", colour, x=_x(left), y=f"{self._middles[row] - 6:g}", width=width, height="12")

    def link(self, row: int, start: float, end: float) -> None:
        """A line from one share of the scale to another."""
        y = f"{self._middles[row]:g}"
        place = {"x1": _x(start), "x2": _x(end), "y1": y, "y2": y}
        SubElement(self._svg, "line", place | {"stroke": "currentColor", "stroke-opacity": "0.5", "stroke-width": "2"})

    def level(self, share: float) -> None:
        """A dashed line at a share of the scale, in every row, and never through a label."""
        for middle in self._middles:
            self._across(middle, share, opacity="0.8", dashes="3 3")

    def path(self, shares: Sequence[float], colour: str = FOR) -> None:
        """A thin line from row to row, beginning in the first."""
        for row, (here, there) in enumerate(pairwise(shares)):
            ends = {
                "x1": _x(here),
                "y1": f"{self._middles[row]:g}",
                "x2": _x(there),
                "y2": f"{self._middles[row + 1]:g}",
            }
            self._shape("line", colour, fill=False, **ends, opacity="0.5")

    def note(self, row: int, text: str) -> None:
        """Text at the right end of a row's label."""
        self._text("100%", self._tops[row], text, "end")

    def _across(self, middle: float, share: float, opacity: str, dashes: str = "none") -> None:
        place = {"x1": _x(share), "x2": _x(share), "y1": f"{middle - ARM:g}", "y2": f"{middle + ARM:g}"}
        drawn = {"stroke": "currentColor", "stroke-opacity": opacity, "stroke-dasharray": dashes}
        SubElement(self._svg, "line", place | drawn)

    def _shape(self, name: str, colour: str, *, fill: bool = True, **place: str) -> None:
        drawn = {"fill": colour} if fill else {"fill": "none", "stroke": colour, "stroke-width": "2"}
        SubElement(self._svg, name, place | drawn | {"class": CLASSES.get(colour, "")})

    def _text(self, x: str, y: float, text: str, anchor: str) -> None:
        place = {"x": x, "y": f"{y:g}", "text-anchor": anchor, "fill": "currentColor"}
        SubElement(self._svg, "text", place).text = text


def _x(share: float) -> str:
    return f"{100 * share:.2f}%"
