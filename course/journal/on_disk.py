"""The lock of a journal that lies in a folder: the system's own, of a file hidden beside it."""

import errno
import inspect
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

from course.journal.errors import JournalLocked

LOCK_SECONDS: Final = 10.0
_POLL_SECONDS: Final = 0.005
# What file systems without locks say.
_NO_LOCKS: Final = {
    getattr(errno, name, 0)
    for name in ("ENOLCK", "ENOSYS", "EOPNOTSUPP", "ENOTSUP", "EINVAL", "EBADF", "EIO", "ESTALE")
}
# A lock that is only the existence of a file outlives whoever made it.
_HARD: Final[dict[str, Any]] = (
    {"fallback_to_soft": False} if "fallback_to_soft" in inspect.signature(FileLock).parameters else {}
)
_in_this_process: Final = threading.Lock()


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold the journal at a path against every other process and thread; the system frees it if this process dies.

    Yields whether it is held. Where locks are refused, or the lock file is somebody else's, only threads of this
    process are kept out; the caller then compares before it replaces, and looks again afterwards.

    Raises:
        JournalLocked: somebody else held it for `LOCK_SECONDS`.
        OSError: the lock file, hidden beside the journal, cannot be made.
    """
    lock = FileLock(path.with_name(f".{path.name}.lock"), **_HARD)
    try:
        lock.acquire(timeout=LOCK_SECONDS, poll_interval=_POLL_SECONDS)
    except Timeout:
        raise JournalLocked(
            f"{path}: nothing was saved: another notebook has kept the journal in use for {LOCK_SECONDS:g} s. "
            "Save again; if that fails too, restart the other notebooks' kernels. If none is open, on another computer "
            f"either, delete {Path(lock.lock_file).name} beside it."
        ) from None
    except (OSError, NotImplementedError) as error:
        if not _only_the_lock_fails(error, Path(lock.lock_file)):
            raise
        with _in_this_process:
            yield False
        return
    try:
        yield True
    finally:
        with suppress(OSError):  # what was written stands, whatever a network says to the unlocking
            lock.release()


def _only_the_lock_fails(error: OSError | NotImplementedError, lock: Path) -> bool:
    if isinstance(error, NotImplementedError) or error.errno in _NO_LOCKS:
        return True
    return error.errno in {errno.EACCES, errno.EPERM} and lock.exists() and os.access(lock.parent, os.W_OK)
