"""A journal's file: locked, read within bounds, replaced as a whole or not at all, and set aside when damaged."""

import errno
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from course.journal import in_page
from course.journal.errors import JournalUnavailable
from course.journal.record import MAX_BYTES

# Windows refuses to open or replace a file while another process, often a virus scanner, has it open.
_WAITS: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5) if os.name == "nt" else ()

_FULL: Final = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_OWN_PLACE: Final = "copy the whole folder, with the notebook, to a place of your own, and work and hand in from there"

T = TypeVar("T")


@contextmanager
def plain_errors(path: Path, outcome: str) -> Iterator[None]:
    """Turn an OSError into a JournalUnavailable that names the file, the outcome and the cause."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            cause = "the disk or your quota is full; make room and save again"
        elif error.errno in _FORBIDDEN:
            cause = f"the file or its folder is read-only or belongs to somebody else; {_OWN_PLACE}"
        elif not path.parent.is_dir():
            cause = "its folder does not exist; create it, or correct COURSE_JOURNAL if that is set"
        else:
            cause = error.strerror or str(error)
        raise JournalUnavailable(f"{path}: {outcome}: {cause}.") from error


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold the journal at a path against every other process and thread; it is freed if this process dies.

    Yields whether it is held. Where there are no locks only threads of this process are kept out; the caller then
    compares before it replaces, and looks again afterwards.

    Raises:
        JournalLocked: somebody else held it for too long.
        OSError: the lock cannot be made.
    """
    if not path.parent.is_dir():  # the lock's file would be made with its folder, and a mistyped path go unnoticed
        raise FileNotFoundError(errno.ENOENT, "the folder does not exist", str(path.parent))
    if in_page.IN_PAGE:
        lock = in_page.locked(path)
    else:
        from course.journal import on_disk  # noqa: PLC0415 - in a page filelock warns that it can't lock

        lock = on_disk.locked(path)
    with lock as held:
        yield held


def read_bytes(path: Path) -> bytes | None:
    """The content, cut one byte beyond `MAX_BYTES`; None if there is no file in an existing folder.

    Raises:
        OSError: anything else in the way.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise OSError(errno.EINVAL, "it is not a file", str(path))
        with _patiently(lambda: path.open("rb")) as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        if path.parent.is_dir():
            return None
        raise


def replace(path: Path, data: bytes, still: Callable[[], bool] | None = None) -> bool:
    """Put a whole new content in place of a file, for good, or leave the file as it was; keeps its permissions.

    Call it with the lock held. The data are on disk before the name points to them, and on systems that can sync a
    folder the name is too, before this returns.

    Raises:
        OSError: the file is unchanged.
        JournalUnavailable: the file is changed, but the folder could not be synced.
    """
    mode = _mode_to_keep(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        if still and not still():  # asked at the last moment, for want of a lock
            temporary.unlink()
            return False
        _patiently(lambda: temporary.replace(path))
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    with plain_errors(path, "this was saved, but the disk did not confirm it; save again"):
        _sync_folder(path.parent)
    return True


def set_aside(path: Path) -> Path:
    """Rename a damaged file to a dated name beside it that no file has yet; call it with the lock held.

    Returns:
        The new path, e.g. `journal.damaged-20141001T120000Z.json`.
    """
    stem = f"{path.stem}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    aside, number = path.with_name(stem + path.suffix), 1
    while aside.exists() or aside.is_symlink():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    _patiently(lambda: path.rename(aside))
    _sync_folder(path.parent)
    return aside


def _mode_to_keep(path: Path) -> int | None:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
    if not os.access(path, os.W_OK):  # replacing a file takes no right to write it, but its owner has said no
        raise PermissionError(errno.EACCES, "the file is read-only", str(path))
    return mode


def _patiently(action: Callable[[], T]) -> T:
    for wait in _WAITS:
        try:
            return action()
        except PermissionError:
            time.sleep(wait)
    return action()


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder, and its file system logs the renaming
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some network file systems cannot sync a folder
            raise
    finally:
        os.close(descriptor)
