"""Text as JSON wants it, whatever an editor made of it. Pure."""

import json

_MARK = b"\xef\xbb\xbf"


def in_utf8(data: bytes) -> bytes:
    """JSON in UTF-8 without a byte order mark, from UTF-8, UTF-16 or UTF-32, with or without one.

    RFC 8259, section 8.1, wants UTF-8 without a mark; older editors save otherwise, and lose nothing by it. Bytes that
    are none of these come back as they are.
    """
    encoding = json.detect_encoding(data[:4])
    if encoding.startswith("utf-8"):
        return data.removeprefix(_MARK)
    try:
        return data.decode(encoding).encode()
    except UnicodeError:
        return data
