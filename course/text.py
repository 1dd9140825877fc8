"""Text as editors save it. Pure."""

import codecs
import re
from collections.abc import Iterator

_AFTER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""What the second byte of a letter in UTF-8, and those that follow, become in Windows-1252."""
_GARBLED = re.compile(
    rf"\ufffd|(?<![A-ZÀ-Þ])[ÂÃ]{_AFTER}|[ÂÃ](?![»”’…–—]){_AFTER}|â{_AFTER}{{2}}|ð{_AFTER}{{3}}"
    rf"|(?:[ÎÏÐÑ]{_AFTER}){{2,}}|(?:[à-ï]{_AFTER}{{2}}){{2,}}"
)
# The longest first: UTF-32's mark begins with that of UTF-16.
_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32", codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16",
}  # fmt: skip


class EncodingError(ValueError):
    """Bytes are not text in UTF-8; the message says what they seem to be and what to do.

    Attributes:
        line: in which the first byte stands that is something else, as an editor counts.
    """

    def __init__(self, found: str, data: bytes, offset: int) -> None:
        super().__init__(f"expected text in UTF-8, {found}; save the file as UTF-8")
        self.line = data.count(b"\n", 0, offset) + 1


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, with a byte order mark, if there is one, as its first character.

    Raises:
        EncodingError: it is in another encoding, as Windows' “Unicode” and older editors save.
    """
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            raise EncodingError(f"found {name}, as Windows saves what it calls “Unicode”", data, 0)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Latin letters in UTF-16 alternate with zero bytes; a text in UTF-8 has none.
        found = "UTF-16 without a byte order mark" if b"\0" in data else f"the byte 0x{data[error.start]:02X}"
        raise EncodingError(f"found {found}", data, error.start) from error
    if "\0" in text:
        raise EncodingError("found UTF-16 without a byte order mark, or no text at all", data, data.index(b"\0"))
    return text


def plain(data: bytes) -> str:
    r"""The same without byte order mark, and with \n for any system's line ends; raises EncodingError."""
    return decoded(data).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def garbled(text: str) -> Iterator[tuple[int, str]]:
    """Where a text was once read in another encoding than its own: the line, and the word with the letters it made.

    Found are marks in the place of letters that could not be read, and “Ã©” for “é” and its like.
    """
    for number, line in enumerate(text.split("\n"), 1):
        # None of what is looked for holds a blank, so a line without it has no such word.
        if not line.isascii() and _GARBLED.search(line):
            yield from ((number, word) for word in line.split(" ") if _GARBLED.search(word))
