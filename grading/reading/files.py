"""Files of a grading room: read as if anybody had put them there, and written as a whole or not at all."""

import os
import stat
from pathlib import Path

# Windows has neither; there a link is refused by the look before the opening.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


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
    try:
        if stat.S_ISLNK(os.stat(path, dir_fd=within, follow_symlinks=False).st_mode):
            raise NotPlainError(f"{path.name} is a link, and links are not followed.")
        handle = os.open(path, _FLAGS, dir_fd=within)
    except FileNotFoundError:
        return None
    except OSError as e:
        raise NotPlainError(f"{path.name} can't be opened ({e.strerror}).") from None
    try:
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise NotPlainError(f"{path.name} is not a plain file.")
            if within is not None and found.st_nlink > 1:
                raise NotPlainError(f"{path.name} is a second name of another file.")
            data = file.read(limit + 1)
    except OSError as e:
        raise NotPlainError(f"{path.name} can't be read ({e.strerror}).") from None
    if len(data) > limit:
        raise NotPlainError(f"{path.name} is larger than {limit:,} bytes ({found.st_size:,}).")
    return data


def replace_whole(path: Path, data: bytes) -> None:
    """Put a whole new content in place of a file; who is killed meanwhile leaves the file as it was.

    Raises:
        OSError: the folder can't be written; the file is unchanged.
    """
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(data)
    part.replace(path)
