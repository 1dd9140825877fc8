"""The lock of a journal whose kernel runs in a browser tab. There files can't be locked, so the page holds the lock.

The kernel's folder is the browser's storage, which it reaches through the page. To look for a file of a certain name
there is to ask the page (`static/site/locks.js` of the labextension): it takes a Web Lock, which all tabs of the site
share, and only then answers. Closing a tab frees it; that of a kernel that died is freed after a time.
"""

import platform
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from course.journal.errors import JournalLocked, JournalUnavailable

IN_PAGE: Final = platform.system() == "Emscripten"


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold the journal at a path against every other tab; yields False where the page has no locks.

    Raises:
        JournalLocked: another tab kept it for too long.
        JournalUnavailable: the browser refused to store what was written, or the lock was lost before this was done.
    """
    mine = secrets.token_hex(8)
    lock, held = (path.with_name(f".{path.name}.{what}-{mine}") for what in ("lock", "held"))
    told = _told(lock)
    if told is None:
        yield False
        return
    if stat.S_ISDIR(told):
        raise JournalLocked(
            f"{path}: nothing was saved: another tab of this site has kept the journal in use. Save again; if that "
            "fails too, close the other tabs."
        )
    try:
        try:
            yield True
        except OSError as error:
            _check(path, held, error)
            raise
        _check(path, held)
    finally:
        lock.unlink()


def _check(path: Path, held: Path, error: OSError | None = None) -> None:
    """Raise a JournalUnavailable if the page doesn't vouch for what was written with the lock held."""
    told = _told(held)
    if told is not None and stat.S_ISDIR(told):
        raise JournalUnavailable(
            f"{path}: this may not be saved: the browser did not store it, perhaps because its storage is full. Make "
            "room, or take your work along, and save again."
        ) from error
    if told is None and error is None:
        raise JournalUnavailable(f"{path}: this may not be saved: the browser stopped meanwhile. Save again.")


def _told(asked: Path) -> int | None:
    try:
        return asked.stat().st_mode
    except FileNotFoundError:
        return None
