"""The look of every chart, and how JupyterLab is given it.

JupyterLab draws Vega-Lite 5 by itself, offline; Altair 6 writes Vega-Lite 6, which JupyterLab shows as text. The charts
of the course use nothing that differs between the two, so the renderer hands them over as version 5. A test draws every
chart in JupyterLab and with a Vega-Lite 5 library, and would show the day this stops being true.
"""

import base64
import json
import os
from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from course.style import FONT, LIGHT

VEGA_LITE_5 = "application/vnd.vegalite.v5+json"
SCHEMA_5 = "https://vega.github.io/schema/vega-lite/v5.json"
# The version that vl-convert has nearest to JupyterLab's own.
VL_CONVERT_VERSION = "5.8"

MARGIN = 165
"""Px that JupyterLab itself takes of a window's width."""
PADDING = 40
"""Px of its place that a chart leaves free, for what stands out at the ends of an axis."""
BREAKS = (400, 640)
"""Px: below the first width a chart is laid out for a phone, from the second on for a wide window."""
MODEST, SIDEBAR = 560, 285
"""In px: a chart grows beyond this width only where there is room beside JupyterLab's sidebar, and what that takes."""
FULL = 900
"""Px of a chart that uses the whole width of a notebook."""
# A chart has no ground of its own, and its texts have the colour of JupyterLab's, so that it follows every theme.
INK = "currentColor"


@alt.theme.register("course", enable=False)
def _theme() -> alt.theme.ThemeConfig:
    labels: Any = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12, "labelLimit": 260}
    lines: Any = {"gridColor": INK, "gridOpacity": 0.15, "domainColor": INK, "domainOpacity": 0.5}
    ticks: Any = {"tickColor": INK, "tickOpacity": 0.5, "titleFontWeight": "normal"}
    head: Any = {"fontSize": 15, "subtitleFontSize": 12, "subtitlePadding": 4, "offset": 8}
    return {
        "config": {
            "background": "transparent",
            "font": FONT,
            "padding": 8,
            "title": {"anchor": "start", "color": INK, "subtitleColor": INK} | head,
            "axis": labels | lines | ticks,
            "text": {"color": INK, "fontSize": 12},
            "rule": {"color": INK},
            "legend": {
                "orient": "top",
                "labelColor": INK,
                "titleColor": INK,
                "labelFontSize": 12,
                "titleFontSize": 12,
                "titleFontWeight": "normal",
                "offset": 6,
                "columnPadding": 8,
                "layout": {"top": {"direction": "vertical", "anchor": "start", "margin": 2}},
            },
            "view": {"stroke": None},
        }
    }


def fitting(chart: Any, width: int, heights: Sequence[float] = (), beside: int = 0) -> Any:  # noqa: ANN401 - any chart
    """A chart that is as wide as asked, or as the window allows.

    With the course's extension a chart looks at its place; without, its place is as wide as the chart, and it looks at
    the window. The parameters `width` and `height` become Vega's own signals of these names; `layout` is 0, 1 or 2, for
    a narrow, a middling and a wide chart.

    Args:
        chart: any chart of one view.
        width: in px, of what is drawn between the axes.
        heights: in px, one for each layout, where they differ.
        beside: px that labels take beside it.
    """
    room = f"max(min(windowSize()[0] - {MARGIN}, {MODEST}), windowSize()[0] - {MARGIN + SIDEBAR}) - {beside}"
    # A place that is as wide as its chart would never become narrower with the window.
    place = f"min(containerSize()[0] - {PADDING}, windowSize()[0] - {MARGIN}) - {beside}"
    fits = f"isValid(windowSize()[0]) ? clamp(placed ? {place} : {room}, 120, {width}) : {width}"
    layout = f"width < {BREAKS[0]} ? 0 : width < {BREAKS[1]} ? 1 : 2"
    params = [
        alt.param(name="placed", expr="containerSize()[0] > 0"),  # once, before anything is drawn
        alt.param(name="width", expr=fits),
        alt.param(name="layout", expr=layout),
    ]
    if heights:
        params.append(alt.param(name="height", expr=by_layout(heights)))
    return chart.add_params(*params)


def by_layout(values: Sequence[object]) -> str:
    """A Vega expression: of three values the one for the layout."""
    return f"[{', '.join(json.dumps(each) for each in values)}][layout]"


def of_layout(column: str) -> str:
    """A Vega expression: of the columns with 0, 1 and 2 behind this name the one for the layout."""
    return f"[{', '.join(f'datum.{column}{n}' for n in range(len(BREAKS) + 1))}][layout]"


def wrapped(text: str) -> alt.ExprRef:
    """A title that breaks in a narrow window."""
    return alt.ExprRef(f"layout == 0 ? {json.dumps(wrap(text, 29))} : {json.dumps(text)}")


def _render(spec: dict[str, Any], **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
    # Vega-Lite hands `on` through to Vega, and has no word of its own for following the window. A chart in a tab behind
    # another has no place, and stays as it is.
    params = [
        p | {"on": [{"events": "window:resize", "update": f"placed && !containerSize()[0] ? width : {p['expr']}"}]}
        if p["name"] == "width"
        else p
        for p in spec.get("params", ())
    ]
    spec = {
        **spec,
        "params": params,
        "$schema": SCHEMA_5,
        "usermeta": {"embedOptions": {"renderer": "svg", "actions": False}},
    }
    bundle = {VEGA_LITE_5: spec, "text/plain": spec["description"]}
    if os.environ.get("COURSE_PICTURES"):
        bundle["image/png"] = base64.b64encode(picture(spec)).decode("ascii")
    # An export shows the PNG, from here or as JupyterLab adds it when it draws; it finds the words for it here.
    return bundle, {"image/png": {"alt": spec["description"]}}


def picture(spec: dict[str, Any], scale: float = 1.0) -> bytes:
    """A chart as PNG, for places that draw no Vega-Lite. Needs vl-convert, which learners need not install."""
    import vl_convert  # noqa: PLC0415 - only who builds the notebooks has it

    paper = {**spec, "background": LIGHT.ground}
    return bytes(vl_convert.vegalite_to_png(paper, vl_version=VL_CONVERT_VERSION, scale=scale))


def enable() -> None:
    """Make the course's look and renderer the ones that Altair uses."""
    alt.theme.enable("course")
    alt.renderers.register("course", _render)
    alt.renderers.enable("course")
