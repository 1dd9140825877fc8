"""Texts that stand in another one in Base64, where nobody would read them. Pure."""

import base64
import binascii
import re
from collections.abc import Iterator

_CODED = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")


def decoded(text: str) -> Iterator[str]:
    """The texts that stand in a text in Base64, also over several lines."""
    for coded in _CODED.findall(re.sub(r"(?<=[A-Za-z0-9+/])\n(?=[A-Za-z0-9+/])", "", text)):
        try:
            found = base64.b64decode(
                coded + "=" * (-len(coded.rstrip("=")) % 4), altchars=b"-_" if "-" in coded else None
            )
            yield found.decode("utf-8")
        except (binascii.Error, ValueError):
            continue
