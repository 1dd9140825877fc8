"""Colours and type that charts, SVG and pages share, each colour by what it means.

Panels take theirs from JupyterLab's theme and give blue and orange the same meanings (`panels/css/look.css`).
"""

from course.style.palette import DARK, FONT, LIGHT, Palette
from course.style.sheet import stylesheet

__all__ = ["DARK", "FONT", "LIGHT", "Palette", "stylesheet"]
