"""Write tables as TOML, one member a line, a list of tables with one table a line. Pure."""

import json
import re
from collections.abc import Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def table(head: str, members: Mapping[str, Any]) -> str:
    """A table with its head, such as `[[question]]`."""
    return "\n".join([head, *(member(name, value) for name, value in members.items())]) + "\n"


def member(name: str, value: Any) -> str:  # noqa: ANN401 - any TOML value
    """One member, in a line of its own; a list of tables or of long texts in several."""
    if isinstance(value, list | tuple) and value and (isinstance(value[0], Mapping) or len(inline(value)) > 110):
        return "\n".join([f"{_key(name)} = [", *(f"  {inline(each)}," for each in value), "]"])
    return f"{_key(name)} = {inline(value)}"


def inline(value: Any) -> str:  # noqa: ANN401 - any TOML value
    """A value in one line.

    Raises:
        TypeError: TOML has no such value.
    """
    if isinstance(value, Mapping):
        members = ", ".join(f"{_key(name)} = {inline(each)}" for name, each in value.items())
        return f"{{ {members} }}" if members else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(inline(each) for each in value)}]"
    if isinstance(value, bool | int | float | str):
        return json.dumps(value, ensure_ascii=False)
    raise TypeError(f"expected a text, a number, a list or a table, found {value!r}")


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)
