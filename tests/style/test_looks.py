"""The one look of charts and pages: colours that everybody can tell apart, charts that say and show all of it."""

import itertools
import re

import pandas as pd
import pytest

from course import brief, charts, style
from course.charts.look import picture
from course.charts.rows import NOTHING
from course.svg import lines

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
VISION = {
    "any": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
JUPYTERLAB = {"light": "#ffffff", "dark": "#212121", "high contrast": "#000000"}
"""What cells stand on, by theme; in the dark one also on #111111, which is farther from every colour."""
APART = 20
"""Difference in CIELAB (1976) that is seen at once; 2 is just seen."""


def linear(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def times(matrix, vector):
    return [sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix]


def contrast(one, other):
    low, high = sorted(times(XYZ, linear(each))[1] for each in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour, vision):
    seen = [min(max(c, 0), 1) for c in times(VISION[vision], linear(colour))]
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (v / w for v, w in zip(times(XYZ, seen), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, vision):
    pairs = zip(lab(one, vision), lab(other, vision), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("palette", [style.LIGHT, style.DARK])
def test_colours_differ_with_any_kind_of_colour_vision(palette, vision):
    for one, other in itertools.combinations((palette.up, palette.down, palette.neutral), 2):
        assert difference(one, other, vision) > APART, (one, other)


def test_colours_stand_out_from_their_ground():
    grounds = [(style.LIGHT, JUPYTERLAB.values()), (style.DARK, [style.DARK.ground])]
    for palette, behind in grounds:
        for colour, ground in itertools.product((palette.up, palette.down, palette.neutral), behind):
            assert contrast(colour, ground) >= 3, (colour, ground)


def test_pages_take_their_colours_from_the_palettes():
    text = style.stylesheet()
    for palette in (style.LIGHT, style.DARK):
        assert all(colour in text for colour in palette)
    rules = text.rpartition("color-scheme")[2].split("/*", 1)[1]
    assert "#" not in rules.replace("#000", ""), "a colour that has no name"


FORECASTS = pd.DataFrame(
    {
        "event": ["Will talks be held by 30 Sep 2015?", "A" * 30 + " long " * 25],
        "forecast": [0.2, 0.85],
        "happened": [0, 1],
    },
    index=["q01", "q02"],
)
CASE = pd.DataFrame(
    {"date": ["2012-02-29", "2012-03"], "signal": ["An understanding", "An announcement"]}, index=["E048", "E050"]
)
HINGES = pd.DataFrame(
    {"name": ["Reactor", "Minister"], "with_all": [0.26, 0.26], "without": [0.4, 0.1]}, ["S01", "S07"]
)
CHARTS = {
    "claims": lambda: charts.claims_by_kind(brief.claims()),
    "timeline": lambda: charts.timeline(brief.events()),
    "forecasts": lambda: charts.forecasts_and_outcomes(FORECASTS),
    "signals": lambda: charts.signals_over_time(CASE, "A case"),
    "hinges": lambda: charts.without_each(HINGES),
}
each_chart = pytest.mark.parametrize("name", CHARTS)


@each_chart
def test_a_chart_follows_the_theme_and_the_window(name):
    spec = CHARTS[name]().to_dict()
    assert spec["config"]["background"] == "transparent"
    assert spec["config"]["text"]["color"] == spec["config"]["axis"]["labelColor"] == "currentColor"
    (width,) = (each["expr"] for each in spec["params"] if each["name"] == "width")
    assert "windowSize" in width
    assert "containerSize" in width


@each_chart
def test_a_chart_can_be_drawn_on_paper(name):
    drawn = picture(CHARTS[name]().to_dict())
    assert drawn.startswith(b"\x89PNG")


def test_a_description_says_what_the_chart_shows():
    kinds = brief.claims()["kind"].value_counts()
    told = CHARTS["claims"]().description
    assert set(kinds.index) == {
        "reported fact",
        "attributed report",
        "inference",
        "judgement",
        "goal",
        "precondition",
        "norm",
    }
    assert all(f"{kind}: {count}" in told for kind, count in kinds.items())
    told = CHARTS["timeline"]().description
    assert all(f"{strand}: {row.events}, the last in {row.last}" in told for strand, row in
               charts.strands(brief.events()).iterrows())  # fmt: skip
    told = CHARTS["forecasts"]().description
    assert "q01 Will talks be held by 30 Sep 2015? 20 %, it did not happen" in told
    assert "85 %, it happened" in told
    told = CHARTS["signals"]().description
    assert "2012-02-29: An understanding (US and DPRK, signal); 2012-03: An announcement (DPRK, signal)" in told
    told = CHARTS["hinges"]().description
    assert "With all signals 26 %; without S01 Reactor 40 %; without S07 Minister 10 %." in told
    assert "No single signal moves the result" in str(charts.without_each(HINGES[:0]).to_dict())


def test_labels_are_never_cut():
    text = "Will a Six-Party Talks plenary or heads-of-delegation meeting be held by 31 Dec 2016?"
    for letters in (20, 38, 84):
        assert "".join(lines(text, letters)).replace(" ", "") == text.replace(" ", "")
        assert all(len(line) <= letters for line in lines(text, letters))


def test_a_chart_of_nothing_says_so():
    empty = charts.forecasts_and_outcomes(FORECASTS.head(0)).to_dict()
    assert "None is shown yet" in empty["description"]
    assert NOTHING in str(empty["datasets"])
    assert "2012" not in str(charts.signals_over_time(CASE.head(0), "A case").to_dict())


@pytest.mark.parametrize(
    ("window", "width"), [(400, 235), (700, 535), (1000, 560), (1400, 900), (2000, 900), (200, 120)]
)
def test_a_chart_is_as_wide_as_a_notebook_with_its_sidebar_open(window, width):
    params = CHARTS["timeline"]().to_dict()["params"]
    (expression,) = (each["expr"] for each in params if each["name"] == "width")
    assert expression.startswith("isValid(windowSize()[0]) ? ")
    by_window = re.sub(r"placed \? .*? : ", "", expression.partition(" ? ")[2].rpartition(" : ")[0])
    reckoned = by_window.replace("windowSize()[0]", str(window))
    assert eval(reckoned, {"clamp": lambda x, low, high: max(low, min(x, high)), "max": max, "min": min}) == width
