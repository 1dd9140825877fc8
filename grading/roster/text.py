"""A table out of a file that a platform or a spreadsheet wrote: its encoding, its separator, its rows. Pure."""

import codecs
import csv
import io
from collections.abc import Callable, Sequence

import msgspec

SEPARATORS = (",", ";", "\t", "|")
_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class RosterError(Exception):
    """A list of learners that can't be taken. The message is one line, with row and column where there is one."""


class Row(msgspec.Struct, frozen=True):
    """A row: the line of the file on which it begins, and its cells."""

    line: int
    cells: tuple[str, ...]


class Table(msgspec.Struct, frozen=True):
    """A table as read.

    Attributes:
        encoding: in words.
        guessed: whether the encoding can be another one, because every text of single bytes can be read in it.
        separator: in words.
        header: the names of the columns.
        rows: the rest, blank lines left out. Each has as many cells as the header.
    """

    encoding: str
    guessed: bool
    separator: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read(data: bytes, known: Callable[[Sequence[str]], int], encoding: str = "") -> Table:
    """The table in the bytes of a file.

    Args:
        data: the bytes.
        known: how many names of a header mean something; it decides between separators.
        encoding: as Python names it; found out if "".

    Raises:
        RosterError: this is no table, or one of its rows has another number of cells than its header.
    """
    text, named, guessed = _decoded(data, encoding)
    text, told = _told_separator(text)
    skipped = 1 if told else 0
    if not text.strip():
        raise RosterError("the file is empty; expected a header and a row for each learner.")
    separator = told or max(SEPARATORS, key=lambda each: _score(text, each, known))
    rows = _rows(text, separator, skipped)
    header = rows[0].cells
    while header and not header[-1].strip():
        header = header[:-1]
    body = tuple(Row(r.line, _fitted(r, header)) for r in rows[1:])
    if not body:
        raise RosterError("the file has a header and no rows; expected a row for each learner.")
    return Table(named, guessed, _NAMES.get(separator, f"“{separator}”"), header, body)


def _decoded(data: bytes, encoding: str) -> tuple[str, str, bool]:
    if data.startswith(_WORKBOOKS):
        raise RosterError("this is a spreadsheet's workbook; open it there and save it as CSV.")
    if encoding:
        try:
            return data.decode(encoding), encoding, False
        except LookupError:
            raise RosterError(f"there is no encoding “{encoding}”; expected a name such as utf-8 or cp1252.") from None
        except UnicodeError as e:
            raise RosterError(f"it is not in {encoding} ({e}); leave --encoding out to have it found out.") from None
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, codec, name), name, False
    # Without a mark, UTF-16 of Latin letters has a zero in every second byte.
    if data and b"\0" in data:
        low, high = data[1::2].count(0), data[0::2].count(0)
        if max(low, high) * 5 < len(data):
            raise RosterError("it holds zero bytes and is no text; export it again as CSV.")
        return _strictly(data, "utf-16-le" if low > high else "utf-16-be", "UTF-16"), "UTF-16", False
    try:
        return data.decode("utf-8"), "UTF-8", False
    except UnicodeDecodeError:
        return _strictly(data, "cp1252", "Windows-1252"), "Windows-1252", True


def _strictly(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as e:
        before = data[: e.start]
        row = before.count(b"\n") + 1
        raise RosterError(
            f"line {row}: byte {data[e.start]:#04x} is no letter in UTF-8 or {name}; "
            "save the file as UTF-8, or name its encoding with --encoding."
        ) from None


def _told_separator(text: str) -> tuple[str, str]:
    """A first line such as `sep=;`, by which a spreadsheet is told, and the text without it."""
    first, _, rest = text.partition("\n")
    said = first.strip().strip('"')
    return (rest, said[4:] or "\t") if said.lower().startswith("sep=") and len(said) <= 5 else (text, "")


def _score(text: str, separator: str, known: Callable[[Sequence[str]], int]) -> tuple[int, int]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    cells = next(csv.reader([first], delimiter=separator), [])
    return known(cells), len(cells)


def _rows(text: str, separator: str, skipped: int) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found, begins = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(Row(begins + skipped, tuple(cell.strip().strip("\ufeff") for cell in cells)))
            begins = reader.line_num + 1
    except csv.Error as e:
        why = "a quotation mark opens and does not close" if "end of data" in str(e) else str(e)
        raise RosterError(f"line {begins + skipped}: {why}; mend this row and import again.") from None
    return found


def _fitted(row: Row, header: Sequence[str]) -> tuple[str, ...]:
    cells = row.cells
    while len(cells) > len(header) and not cells[-1]:
        cells = cells[:-1]
    if len(cells) > len(header):
        raise RosterError(
            f"line {row.line}, column {len(header) + 1}: “{cells[len(header)]}” is one cell too many, for the header "
            f"has {len(header)}; put quotation marks around a name that holds the separator."
        )
    if len(cells) < len(header):
        raise RosterError(
            f"line {row.line}: {len(cells)} cells; expected {len(header)}, as in the header. "
            f"The first that is missing is “{header[len(cells)]}”."
        )
    return cells
