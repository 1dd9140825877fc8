"""What a learner's notebook imports: `from course import ask, brief, charts, mine, portfolio`.

Each of the five is loaded when first used, so that one part of the course does not pay for the others.
`notebooks/reference.ipynb` lists all that is in them. Every other room is for contributors.
"""

import atexit
import gc
import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course import brief, charts, mine, portfolio
    from course.panels import ask

# msgspec 0.22 can crash in the interpreter's last collection, when types with `Meta` are freed (its issue 717).
# Everything ends with the process anyway; frozen objects are left out of that collection.
atexit.register(gc.freeze)

__all__ = ["ask", "brief", "charts", "mine", "portfolio"]


def __getattr__(name: str) -> object:
    if name == "ask":
        return importlib.import_module("course.panels").ask
    if name in __all__:
        return importlib.import_module(f"course.{name}")
    raise AttributeError(f"module 'course' has no attribute {name!r}")
