"""What a learner's notebook imports.

Names are loaded when first used, so that a notebook of panels alone pays for no pandas and no Altair.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.claim import claim as claim
    from course.panels import ask as ask

_HOMES = {"ask": "course.panels", "claim": "course.claim"}

__all__ = ["ask", "claim"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'course' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
