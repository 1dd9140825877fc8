"""The page's side of a panel: JavaScript files joined into one module, and style sheets."""

from importlib.resources import files

# base.js makes what the others use, frame.js exports.
QUESTION = ("base", "choose", "place", "number", "percentbox", "probability", "saving", "feedback", "frame")
BOARD = (
    "base", "saving", "feedback", "board/model", "board/state", "board/scales", "board/worlds", "board/card",
    "board/ratings", "board/waterfall", "board/matrix", "board/conclusion", "board/whole", "board/export",
    "board/board", "frame",
)  # fmt: skip
ARGUMENT = (
    "base", "saving", "feedback", "argument/blocks", "argument/picture", "argument/argument", "frame",
)  # fmt: skip
DEAL = ("base", "saving", "feedback", "deal/table", "deal/deal", "frame")
PARTS = {"question": QUESTION, "board": BOARD, "argument": ARGUMENT, "deal": DEAL}
STYLES = {kind: ("look", "panel") if kind == "question" else ("look", "panel", kind) for kind in PARTS}


def script(kind: str = "question") -> str:
    """The module that draws a panel of a kind, such as board."""
    return "\n".join((files("course.panels") / "js" / f"{name}.js").read_text("utf-8") for name in PARTS[kind])


def style(kind: str = "question") -> str:
    """The style sheet of a panel of a kind."""
    return "\n".join((files("course.panels") / f"{name}.css").read_text("utf-8") for name in STYLES[kind])
