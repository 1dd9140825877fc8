"""What a learner's notebook imports: `from course import ask, brief, charts, mine`.

`ask` is loaded when first used, so that importing one part of the course does not pay for the others.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.panels import ask

_HOMES = {"ask": "course.panels"}

__all__ = ["ask"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'course' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
