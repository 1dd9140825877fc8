"""Text as editors save it. Pure."""

import codecs

# The longest first: UTF-32's mark begins with that of UTF-16.
_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32", codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16",
}  # fmt: skip


class EncodingError(ValueError):
    """Bytes are not text in UTF-8; the message says what they seem to be and what to do.

    Attributes:
        offset: number of the first byte that is something else.
    """

    def __init__(self, found: str, offset: int) -> None:
        super().__init__(f"expected text in UTF-8, {found}; save the file as UTF-8")
        self.offset = offset


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, with a byte order mark, if there is one, as its first character.

    Raises:
        EncodingError: it is in another encoding, as Windows' “Unicode” and older editors save.
    """
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            raise EncodingError(f"found {name}, as Windows saves what it calls “Unicode”", 0)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Latin letters in UTF-16 alternate with zero bytes; a text in UTF-8 has none.
        found = "UTF-16 without a byte order mark" if b"\0" in data else f"the byte 0x{data[error.start]:02X}"
        raise EncodingError(f"found {found}", error.start) from error
    if "\0" in text:
        raise EncodingError("found UTF-16 without a byte order mark, or no text at all", text.index("\0"))
    return text


def plain(data: bytes) -> str:
    r"""The same without byte order mark, and with \n for any system's line ends; raises EncodingError."""
    return decoded(data).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
