"""Is it a picture? Told by its bytes, never by its name, and by nothing that would have to be drawn. Pure.

The places of width and height: PNG (ISO 15948), GIF89a, JPEG (ITU-T T.81, B.2.2), WebP (RFC 9649). SVG is not among
them: it holds script and loads what it likes.
"""

import struct
from collections.abc import Iterator

import msgspec

MAX_BYTES = 10_000_000
MAX_PIXELS = 64_000_000
"""What a phone takes, and a quarter of a gigabyte when drawn; a few bytes can ask for a thousand times as much."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class NotAPictureError(Exception):
    """The bytes are not a picture that may be shown. The message says why, to go on from “it is not shown:”."""


class Picture(msgspec.Struct, frozen=True):
    """What the bytes are: a media type, and width and height in pixels."""

    mime: str
    width: int
    height: int


def look(data: bytes) -> Picture:
    """What kind of picture some bytes are.

    Raises:
        NotAPictureError: none of the four kinds, too large, or broken off before its size.
    """
    if len(data) > MAX_BYTES:
        raise NotAPictureError(f"it has {len(data):,} bytes, and at most {MAX_BYTES:,} are shown")
    try:
        mime, width, height = _size(data)
    except (struct.error, IndexError, StopIteration):
        raise NotAPictureError("it is broken off") from None
    if not width * height or width * height > MAX_PIXELS:
        raise NotAPictureError(f"it is {width:,} by {height:,} pixels, and at most {MAX_PIXELS:,} are shown")
    return Picture(mime, width, height)


def _size(data: bytes) -> tuple[str, int, int]:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
        return "image/png", *struct.unpack(">II", data[16:24])
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "image/gif", *struct.unpack("<HH", data[6:10])
    if data.startswith(b"\xff\xd8\xff"):
        height, width = next(_jpeg(data))
        return "image/jpeg", width, height
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", *_webp(data)
    raise NotAPictureError("it is no PNG, JPEG, GIF or WebP")


def _jpeg(data: bytes) -> Iterator[tuple[int, int]]:
    """Height and width in every header of a frame."""
    at = 2
    while data[at] == 0xFF:
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        if marker in _FRAMES:
            yield struct.unpack(">HH", data[at + 4 : at + 8])
        # What has no length: a restart, and the beginning.
        at += 1 if 0xD0 <= marker <= 0xD8 else 1 + struct.unpack(">H", data[at + 1 : at + 3])[0]


def _webp(data: bytes) -> tuple[int, int]:
    match data[12:16]:
        case b"VP8 ":
            width, height = struct.unpack("<HH", data[26:30])
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack("<I", data[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            wide, high = data[24:27], data[27:30]
            return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    raise NotAPictureError("it is no WebP that is known")
