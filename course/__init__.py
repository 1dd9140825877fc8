"""What a learner's notebook imports: `from course import ask, brief, charts, mine, portfolio`.

In some lessons also `check_in`, `check_out` and `retrieve`, which show several questions in one cell. Each is loaded
when first used, so that one part of the course does not pay for the others.
`notebooks/reference.ipynb` lists all that is in them. Every other room is for contributors.
"""

import atexit
import gc
import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course import brief, charts, mine, portfolio
    from course.gain.check import check_in, check_out
    from course.panels import ask
    from course.retrieval.retrieve import retrieve

# msgspec 0.22 can crash in the interpreter's last collection, when types with `Meta` are freed (its issue 717).
# Everything ends with the process anyway; frozen objects are left out of that collection.
atexit.register(gc.freeze)

__all__ = ["ask", "brief", "charts", "check_in", "check_out", "mine", "portfolio", "retrieve"]

_TOOLS = {
    "ask": "course.panels",
    "check_in": "course.gain.check",
    "check_out": "course.gain.check",
    "retrieve": "course.retrieval.retrieve",
}
"""Tools that stand by themselves, to where they come from; the others are rooms."""

if sys.platform == "emscripten":
    from course import when_needed

    when_needed.install(f"course.{name}" for name in __all__ if name not in _TOOLS)


def __getattr__(name: str) -> object:
    if name in _TOOLS:
        return getattr(importlib.import_module(_TOOLS[name]), name)
    if name in __all__:
        return importlib.import_module(f"course.{name}")
    raise AttributeError(f"module 'course' has no attribute {name!r}")
