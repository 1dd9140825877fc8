"""Colours, each by what it means, and type. Pure."""

from typing import NamedTuple


class Palette(NamedTuple):
    """Colours by meaning.

    Attributes:
        up: what raises a probability, what the reader said, and any one series.
        down: what lowers a probability, and what came of a forecast.
        neutral: what leaves a probability as it is.
        ground: behind all of it.
    """

    up: str
    down: str
    neutral: str
    ground: str


# Blue and orange after Okabe and Ito (2008), which stay apart with any kind of colour vision. The blue of LIGHT is
# lighter than theirs: charts have no ground of their own, and it has to stand out on JupyterLab's dark one too.
LIGHT = Palette("#1C80C2", "#D55E00", "#767676", "#ffffff")
DARK = Palette("#56B4E9", "#E69F00", "#a8a8a8", "#121212")
FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif"
