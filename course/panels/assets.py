"""The page's side of a panel: JavaScript files joined into one module, and a style sheet."""

from importlib.resources import files

# base.js makes what the others use, frame.js exports.
PARTS = ("base", "choose", "place", "probability", "saving", "feedback", "frame")


def script() -> str:
    """The module that draws a panel."""
    return "\n".join((files("course.panels") / "js" / f"{name}.js").read_text("utf-8") for name in PARTS)


def style() -> str:
    """The style sheet of a panel."""
    return (files("course.panels") / "panel.css").read_text("utf-8")
