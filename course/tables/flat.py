"""A record that holds tables under their names, as one level. Pure."""

from typing import Any

import msgspec


def flat(record: msgspec.Struct, member: str) -> dict[str, Any]:
    """The members of a record in order; where `member` stands, a mapping, its own members stand instead."""
    found: dict[str, Any] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        found |= value if name == member else {name: value}
    return found
