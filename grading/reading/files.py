"""Files of a grading room: read as if anybody had put them there, and written as a whole or not at all."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

# Windows has neither; there a link is refused by the look before the opening.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_PIECE = 1_000_000
_ROW = 4_096
_PICTURE = re.compile(rb"[A-Za-z0-9+/=]{%d,}" % _ROW)


class NotPlainError(Exception):
    """Something other than a plain file of bounded size stands at a path. The message says what."""


def read_plain(path: Path, limit: int, *, within: int | None = None) -> bytes | None:
    """The bytes of a plain file, or None if there is nothing at the path.

    Args:
        path: the file. Its folder is taken on trust.
        limit: most bytes to accept.
        within: an open folder, from which a relative path is taken, so that nobody can put another in its place. The
            file may then have no second name elsewhere, under which it is another's.

    Raises:
        NotPlainError: a link, a folder, a pipe or a device; a file larger than `limit`; or one that can't be read.
    """
    with _opened(path, within) as file:
        if file is None:
            return None
        data = file.read(limit + 1)
        if len(data) > limit:
            size = os.fstat(file.fileno()).st_size
            raise NotPlainError(f"{path.name} is larger than {limit:,} bytes ({size:,}).")
        return data


def read_head(path: Path, most: int) -> bytes:
    """The first bytes of a plain file, as many as asked for; none of anything else."""
    with suppress(NotPlainError), _opened(path, None) as file:
        return file.read(most) if file else b""
    return b""


def read_light(path: Path, limit: int, most: int) -> bytes:
    """A large file of JSON without its pictures, read piece by piece, so that memory holds what is left and one piece.

    A picture in a notebook is thousands of base64 characters in a row, which no text has.

    Args:
        path: the file, of at most `most` bytes.
        limit: most bytes to keep.
        most: most bytes to read.

    Raises:
        NotPlainError: as `read_plain`, or more than `limit` bytes would be left.
    """
    kept, left, read = bytearray(), b"", 0
    with _opened(path, None) as file:
        if file is None:
            raise NotPlainError(f"{path.name} is not there.")
        while piece := file.read(_PIECE):
            read += len(piece)
            # What is left of a row at the end of a piece is too short to be told; it goes with the next.
            left = _PICTURE.sub(b"", left + piece)
            kept += left[:-_ROW]
            left = left[-_ROW:]
            if read > most or len(kept) > limit:
                size = os.fstat(file.fileno()).st_size
                raise NotPlainError(f"{path.name} is larger than {limit:,} bytes ({size:,}), also without pictures.")
    return bytes(kept + left)


@contextmanager
def _opened(path: Path, within: int | None) -> Iterator[BinaryIO | None]:
    try:
        if stat.S_ISLNK(os.stat(path, dir_fd=within, follow_symlinks=False).st_mode):
            raise NotPlainError(f"{path.name} is a link, and links are not followed.")
        handle = os.open(path, _FLAGS, dir_fd=within)
    except FileNotFoundError:
        yield None
        return
    except OSError as e:
        raise NotPlainError(f"{path.name} can't be opened ({e.strerror}).") from None
    try:
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise NotPlainError(f"{path.name} is not a plain file.")
            if within is not None and found.st_nlink > 1:
                raise NotPlainError(f"{path.name} is a second name of another file.")
            yield file
    except OSError as e:
        raise NotPlainError(f"{path.name} can't be read ({e.strerror}).") from None


def plain_or_none(path: Path, limit: int) -> bytes | None:
    """The bytes of a plain file of at most so many; None if nothing is there, or something else."""
    try:
        return read_plain(path, limit)
    except NotPlainError:
        return None


def is_copy(path: Path, original: Path, limit: int) -> bool:
    """Whether a plain file of at most so many bytes holds what another holds."""
    data = plain_or_none(original, limit)
    return data is not None and plain_or_none(path, limit) == data


def replace_whole(path: Path, data: bytes) -> None:
    """Put a whole new content in place of a file; who is killed meanwhile leaves the file as it was.

    Raises:
        OSError: the folder can't be written; the file is unchanged.
    """
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(data)
    part.replace(path)
