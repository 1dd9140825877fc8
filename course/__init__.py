"""What a learner's notebook imports: `from course import ask, brief, charts, mine`.

`ask` is loaded when first used, so that importing one part of the course does not pay for the others.
"""

import atexit
import gc
import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.panels import ask

# msgspec 0.22 can crash in the interpreter's last collection, when types with `Meta` are freed (its issue 717).
# Everything ends with the process anyway; frozen objects are left out of that collection.
atexit.register(gc.freeze)

_HOMES = {"ask": "course.panels"}

__all__ = ["ask"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'course' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
