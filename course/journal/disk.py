"""The journal at a path: read as it stands, changed as a whole, with a lock or, where there is none, by comparing."""

import os
import secrets
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from course.journal import in_page
from course.journal.changes import outcome_stands
from course.journal.errors import JournalDamaged, JournalLocked, JournalTooLarge, JournalWarning
from course.journal.files import locked, plain_errors, read_bytes, replace, set_aside
from course.journal.reader import parse
from course.journal.record import MAX_BYTES, Record, Time, decode, encode

_TRIES: Final = 20
_LOOK_AGAIN_SECONDS: Final = 0.02


class Disk:
    """What a journal is made of on disk. All methods may raise a JournalError.

    Args:
        path: the file, absolute.
        now: gives the time.
    """

    def __init__(self, path: Path, now: Callable[[], Time]) -> None:
        self._path, self._now = path, now
        self._accepted: bytes | None = None
        self._begun: tuple[int, Time] | None = None
        self._swept = False

    def write(self, change: Callable[[Record, Time], Record]) -> Record:
        """Change the journal as it stands by now, and return it once it is on disk. `change` is also given the time."""
        file = self.file()
        with plain_errors(self._path, "nothing was saved"), locked(file) as held:
            if not self._swept and held:
                _sweep(file)
                self._swept = True
            for _ in range(_TRIES):
                if (record := self._replace(file, change, held)) is not None:
                    return record
        raise JournalLocked(
            f"{self._path}: nothing was saved: the journal lies where files can’t be locked, and another program keeps "
            "writing it. Save again, or move the folder to your own disk."
        )

    def _replace(self, file: Path, change: Callable[[Record, Time], Record], held: bool) -> Record | None:
        """Write the changed journal; None if, without a lock, somebody else wrote at the same moment."""
        before = read_bytes(file)
        record = self._load(file, before) or self.fresh()
        # A clock that was set back must not reorder what happened.
        record = change(record, max(self._now(), record.log[-1].at if record.log else record.created_at))
        data = encode(record)
        if len(data) > MAX_BYTES:
            raise JournalTooLarge(f"{self._path}: nothing was saved: a journal has at most {MAX_BYTES:,} bytes.")
        # A page's lock ends after a time, also for a tab that only slept.
        sure = held and not in_page.IN_PAGE
        if not replace(file, data, None if sure else lambda: read_bytes(file) == before):
            return None
        if not held:
            time.sleep(_LOOK_AGAIN_SECONDS)
            found = read_bytes(file)
            if found is None or (found != data and not outcome_stands(record, parse(found, str(self._path)))):
                return None
        self._accepted = data
        return record

    def read(self) -> Record | None:
        """The journal as it stands, None if there is no file."""
        file = self.file()
        with plain_errors(self._path, "it cannot be read"):
            try:
                return self._parse(read_bytes(file))
            except JournalDamaged as damage:
                try:
                    with locked(file):
                        return self._load(file, read_bytes(file))
                except OSError as error:
                    raise JournalDamaged(f"{damage} It could not be set aside ({error.strerror}).") from error

    def _load(self, file: Path, data: bytes | None) -> Record | None:
        """Read with the lock held, so that a damaged file can be set aside."""
        try:
            return self._parse(data)
        except JournalDamaged as damage:
            aside = set_aside(file)
            self._begun = None
            # Whoever turns warnings into errors learns of it before anything is written.
            warnings.warn(
                f"{damage} The damaged file was kept as {aside.name}, and a fresh journal begun.",
                JournalWarning,
                stacklevel=2,
            )
            return None

    def _parse(self, data: bytes | None) -> Record | None:
        if data is None:
            return None
        # Most saves meet the very bytes they wrote: those need no second examination.
        if data != self._accepted:
            record = parse(data, str(self._path))
            self._accepted = data
            return record
        return decode(data)

    def fresh(self) -> Record:
        """An empty journal."""
        # Kept, so that what is shown before the first save has the seed that the first save stores.
        self._begun = self._begun or (secrets.randbits(53), self._now())
        seed, created_at = self._begun
        return Record(format="course-journal", version=1, seed=seed, created_at=created_at, answers={}, log=())

    def file(self) -> Path:
        """The file behind the path, a symbolic link followed."""
        with plain_errors(self._path, "the symbolic link cannot be followed"):
            return Path(os.path.realpath(self._path)) if self._path.is_symlink() else self._path


def _sweep(path: Path) -> None:
    """Delete what writers killed in mid-write have left; with the lock held, no temporary file is in use."""
    with suppress(OSError):
        for leftover in path.parent.iterdir():
            if leftover.name.startswith(f".{path.name}.") and leftover.suffix == ".tmp":
                leftover.unlink()
