"""A pytest plugin: the journal's modules meet an `os` as on Windows, to the extent that another system can play it.

What Windows lacks is gone, and a folder can't be opened. File names, links and locks stay those of this system.
"""

import os
import sys
from pathlib import Path
from types import ModuleType

ABSENT = {
    "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "chown", "chroot", "fchmod", "fchown", "fdatasync", "fork",
    "getegid", "geteuid", "getgid", "getpgid", "getuid", "killpg", "lchown", "mkfifo", "mknod", "nice", "pread",
    "pwrite", "setsid", "setuid", "statvfs", "sync", "uname",
}  # fmt: skip


class WindowsOs(ModuleType):
    """The system's `os`, less what Windows lacks."""

    name = "nt"

    def __getattr__(self, name: str) -> object:
        if name in ABSENT:
            raise AttributeError(f"module 'os' has no attribute {name!r} on Windows")
        return getattr(os, name)

    @staticmethod
    def open(path, *arguments, **options):
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied", str(path))
        return os.open(path, *arguments, **options)


import filelock  # noqa: E402, F401 - with the real one, as all that the journal is built on

real, sys.modules["os"] = os, WindowsOs("os")
try:
    import course.journal.files
    import course.journal.store
finally:
    sys.modules["os"] = real


def pytest_report_header() -> str:
    return f"course.journal on {course.journal.files.os.name}"
