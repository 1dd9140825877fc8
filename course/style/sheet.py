"""The style of a page of its own, such as a portfolio or a report."""

from functools import cache
from pathlib import Path

from course.style.palette import DARK, FONT, LIGHT


@cache
def stylesheet() -> str:
    """The style of a page of its own: its colours in a light and in a dark window, and on paper."""
    light, dark = (
        " ".join(f"--{name}: {colour};" for name, colour in palette._asdict().items()) for palette in (LIGHT, DARK)
    )
    colours = (
        f":root {{ color-scheme: light dark; --font: {FONT}; {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    )
    return colours + Path(__file__).with_name("page.css").read_text(encoding="utf-8")
