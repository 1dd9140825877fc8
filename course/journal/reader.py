"""The pure reader of journals, safe on bytes from anybody."""

import json
from collections import Counter
from typing import Any

import msgspec

from course.journal.bounds import check
from course.journal.errors import JournalDamaged, JournalTooLarge, JournalTooNew, NotAJournal
from course.journal.record import FORMAT, MAX_BYTES, MAX_DEPTH, MAX_NAME, VERSION, Record, decode, encode


class _Header(msgspec.Struct):
    format: Any = None
    version: Any = None


_header = msgspec.json.Decoder(_Header)


def parse(data: bytes, source: str) -> Record:
    """Read a journal from untrusted bytes; pure, and nothing in the bytes is ever executed.

    Args:
        data: the content of a journal file. One byte order mark is tolerated, since some editors add it.
        source: what to call the file in messages.

    Raises:
        JournalTooLarge: more than `MAX_BYTES`.
        NotAJournal: sound JSON, but not a course journal.
        JournalTooNew: a journal of a later format version.
        JournalDamaged: anything else: not complete JSON in UTF-8, a key missing, unknown or doubled, a value of the
            wrong type, NaN or Infinity, text with half a surrogate pair, nesting deeper than `MAX_DEPTH`.
    """
    if len(data) > MAX_BYTES:
        raise JournalTooLarge(f"{source}: a journal has at most {MAX_BYTES:,} bytes. The file was left as it is.")
    if not data.removeprefix(b"\xef\xbb\xbf").strip(b" \t\r\n\0"):
        raise JournalDamaged(f"{source}: the file is empty; expected a course journal.")
    try:
        record = _decoded(data, source)
        check(record)
        # msgspec, like most readers, keeps the last of two equal keys; two readers might then see two answers. What
        # comes out again byte for byte has none twice, as every journal that the course has written.
        if encode(record) != data:
            json.loads(data.decode("utf-8-sig"), object_pairs_hook=_refuse_doubled_key)
    except RecursionError:
        raise JournalDamaged(f"{source}: nested deeper than {MAX_DEPTH}; expected a course journal.") from None
    except msgspec.ValidationError as error:
        raise JournalDamaged(f"{source}: not a sound course journal. {error}") from None
    except ValueError as error:
        raise JournalDamaged(f"{source}: expected a course journal, complete JSON in UTF-8. {error}") from None
    return record


def _decoded(data: bytes, source: str) -> Record:
    try:
        return decode(data)
    except (ValueError, RecursionError):
        # What it is at all comes before what is wrong with it.
        _check_header(data.removeprefix(b"\xef\xbb\xbf"), source)
        raise


def _check_header(data: bytes, source: str) -> None:
    try:
        header = _header.decode(data)
    except msgspec.ValidationError:
        header = _Header()
    if header.format != FORMAT:
        raise NotAJournal(
            f'{source}: JSON, but not a course journal (expected "format": "{FORMAT}"). '
            "The file was left as it is; move it away, and a new journal is begun."
        )
    if type(header.version) is int and header.version > VERSION:
        raise JournalTooNew(source, header.version, VERSION)


def _refuse_doubled_key(pairs: list[tuple[str, Any]]) -> None:
    # Returns nothing on purpose: only the check is wanted, and hostile input then costs no second tree in memory.
    if len({key for key, _ in pairs}) < len(pairs):
        [(doubled, _)] = Counter(key for key, _ in pairs).most_common(1)
        raise msgspec.ValidationError(f"The key {doubled[:MAX_NAME]!r} stands twice in one object")
