"""Charts as SVG, for pages that need neither kernel nor script. Pure.

Altair needs a script or vl-convert (84 MB) to be drawn outside a notebook.
"""

from course.svg.labels import lines
from course.svg.numbers import percent, signed
from course.svg.rows import AGAINST, FOR, NEUTRAL, Rows

__all__ = ["AGAINST", "FOR", "NEUTRAL", "Rows", "lines", "percent", "signed"]
