"""Load other packages without a part of theirs that is slow to load and that nobody here uses."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final

# jsonschema loads a checker of international web addresses, which builds a parser: a second or two, 20 MiB. It does
# without if it finds none, and nothing that the course reads or draws has such an address to be checked.
ADDRESS_CHECKER: Final = "rfc3987_syntax"


@contextmanager
def without(name: str) -> Iterator[None]:
    """Let importing a module fail for as long as this lasts, unless it is loaded already."""
    modules: dict[str, Any] = sys.modules
    absent = name not in modules
    if absent:
        modules[name] = None  # as Python documents it: an import then raises ModuleNotFoundError
    try:
        yield
    finally:
        if absent and not isinstance(modules.get(name), ModuleType):
            del modules[name]
