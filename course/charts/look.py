"""The look of every chart, and how JupyterLab is given it.

JupyterLab draws Vega-Lite 5 by itself, offline; Altair 6 writes Vega-Lite 6, which JupyterLab shows as text. The charts
of the course use nothing that differs between the two, so the renderer hands them over as version 5. A test draws every
chart in JupyterLab and with a Vega-Lite 5 library, and would show the day this stops being true.
"""

import base64
import os
from typing import Any

import altair as alt

VEGA_LITE_5 = "application/vnd.vegalite.v5+json"
SCHEMA_5 = "https://vega.github.io/schema/vega-lite/v5.json"
# The version that vl-convert has nearest to JupyterLab's own.
VL_CONVERT_VERSION = "5.8"

# Okabe and Ito (2008): colours that stay apart with any kind of colour vision.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#7A7A7A")
INK = "#1a1a1a"
FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif"


@alt.theme.register("course", enable=False)
def _theme() -> alt.theme.ThemeConfig:
    labels: Any = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12, "labelLimit": 260}
    lines: Any = {"gridColor": "#e3e3e3", "domainColor": "#888", "tickColor": "#888", "titleFontWeight": "normal"}
    return {
        "config": {
            "background": "white",
            "font": FONT,
            "padding": 8,
            "title": {"anchor": "start", "color": INK, "fontSize": 15, "subtitleColor": INK, "subtitleFontSize": 12},
            "axis": labels | lines,
            "legend": labels,
            "view": {"stroke": None},
            "range": {"category": list(COLOURS)},
        }
    }


def _render(spec: dict[str, Any], **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
    spec = {**spec, "$schema": SCHEMA_5, "usermeta": {"embedOptions": {"renderer": "svg", "actions": False}}}
    bundle = {VEGA_LITE_5: spec, "text/plain": spec["description"]}
    if os.environ.get("COURSE_PICTURES"):
        bundle["image/png"] = base64.b64encode(picture(spec)).decode("ascii")
    return bundle, {}


def picture(spec: dict[str, Any], scale: float = 1.0) -> bytes:
    """A chart as PNG, for places that draw no Vega-Lite. Needs vl-convert, which learners need not install."""
    import vl_convert  # noqa: PLC0415 - only who builds the notebooks has it

    return bytes(vl_convert.vegalite_to_png(spec, vl_version=VL_CONVERT_VERSION, scale=scale))


def enable() -> None:
    """Make the course's look and renderer the ones that Altair uses."""
    alt.theme.enable("course")
    alt.renderers.register("course", _render)
    alt.renderers.enable("course")
