"""The portfolio's charts, as SVG in the page. Pure.

Altair needs a script or vl-convert (84 MB) to be drawn outside a notebook. The portfolio opens and prints anywhere.
Every chart has a description, and a table that says the same stands beside it in the page.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

WIDTH, ROW, LEFT, RIGHT, TOP = 680, 24, 250, 60, 26
UP, DOWN, FLAT = "#0072B2", "#D55E00", "#666"
"""Okabe and Ito (2008), as in `course.charts`."""


def moves(points: Sequence[tuple[str, float]]) -> str:
    """A probability over time: (label, probability) in order, one row each, from 0 to 100 %."""
    told = "; ".join(f"{label}: {100 * p:.0f} %" for label, p in points)
    svg = _canvas(len(points), f"How probable a reset looked, step by step. {told}.")
    _scale(svg, len(points), [(n / 4, f"{25 * n} %") for n in range(5)])
    places = [(_x(p), _y(n)) for n, (_, p) in enumerate(points)]
    SubElement(svg, "polyline", points=" ".join(f"{x:.1f},{y}" for x, y in places), fill="none", stroke=UP)
    for n, (label, p) in enumerate(points):
        _label(svg, n, label)
        _dot(svg, n, p, UP)
        _text(svg, LEFT - 14 + WIDTH - LEFT, _y(n) + 4, f"{100 * p:.0f} %", "end")
    return tostring(svg, encoding="unicode")


def weights(bars: Sequence[tuple[str, float]]) -> str:
    """(label, weight in log-odds): a bar to the right raises the probability, to the left lowers it."""
    told = "; ".join(f"{label}: {w:+.2f}" for label, w in bars)
    most = max([1.0, *(abs(w) for _, w in bars)])
    svg = _canvas(len(bars), f"What each signal carries, in log-odds. {told}.")
    _scale(svg, len(bars), [(0.0, f"−{most:.1f}"), (0.5, "0"), (1.0, f"+{most:.1f}")])
    for n, (label, w) in enumerate(bars):
        _label(svg, n, label)
        middle, end = _x(0.5), _x(0.5 + w / most / 2)
        shape = {"x": min(middle, end), "y": _y(n) - 7, "width": max(abs(end - middle), 1.5), "height": 14}
        SubElement(
            svg, "rect", {k: f"{v:.1f}" for k, v in shape.items()}, fill=UP if w > 0 else DOWN if w < 0 else FLAT
        )
    return tostring(svg, encoding="unicode")


def forecasts(rows: Sequence[tuple[str, float, bool | None]]) -> str:
    """(label, forecast, what came): a dot at the forecast, a hollow square where it came (100 %) or did not (0 %)."""
    ends = {True: "came", False: "did not come", None: "open"}
    told = "; ".join(f"{label}: {100 * p:.0f} %, {ends[came]}" for label, p, came in rows)
    svg = _canvas(len(rows), f"Forecasts and what came. {told}.")
    _scale(svg, len(rows), [(n / 4, f"{25 * n} %") for n in range(5)])
    for n, (label, p, came) in enumerate(rows):
        _label(svg, n, label)
        if came is not None:
            square = {"x": _x(float(came)) - 6, "y": _y(n) - 6, "width": 12, "height": 12}
            SubElement(svg, "rect", {k: f"{v:.1f}" for k, v in square.items()}, fill="none", stroke=DOWN)
        _dot(svg, n, p, UP)
    return tostring(svg, encoding="unicode")


def _canvas(rows: int, description: str) -> Element:
    height = TOP + ROW * rows + 6
    svg = Element("svg", {"role": "img", "aria-label": description, "viewBox": f"0 0 {WIDTH} {height}"})
    svg.set("font-size", "12")
    return svg


def _scale(svg: Element, rows: int, marks: Sequence[tuple[float, str]]) -> None:
    for share, label in marks:
        x = f"{_x(share):.1f}"
        SubElement(svg, "line", x1=x, x2=x, y1=str(TOP - 6), y2=str(TOP + ROW * rows), stroke="#ddd")
        _text(svg, _x(share), TOP - 11, label, "middle")


def _label(svg: Element, row: int, label: str) -> None:
    short = label if len(label) <= 38 else label[:37].rstrip() + "…"
    _text(svg, LEFT - 14, _y(row) + 4, short, "end")


def _dot(svg: Element, row: int, share: float, colour: str) -> None:
    SubElement(svg, "circle", cx=f"{_x(share):.1f}", cy=str(_y(row)), r="4.5", fill=colour)


def _text(svg: Element, x: float, y: float, text: str, anchor: str = "start") -> None:
    SubElement(
        svg, "text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor, "fill": "currentColor"}
    ).text = text


def _x(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _y(row: int) -> int:
    return TOP + ROW * row + ROW // 2
