"""Read a folder of the exchange, in which a learner can put anything and change it meanwhile, following nothing."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from grading.collecting import wanted
from grading.collecting.transfer import choose
from grading.collecting.unpack import Taken, Unpacker
from grading.reading.files import NotPlainError, read_plain
from grading.reading.submission import JOURNAL, LARGEST, SECRET, TIMESTAMP

MAX_FILES = 50
MAX_TOGETHER = LARGEST + 30_000_000
"""Bytes of all files of a submission: journal and notebook at their largest, and something besides. nbgrader gives up
on the class at 100 MB."""
_DEEPEST = 3


class Inbound:
    """What was handed in through the exchange.

    Args:
        source: the folder handed in. It stays open while it is read, so that no link can take its place.
        room: a folder for what stands in archives.
        assignment: its id.

    Attributes:
        files: by the name under which each is put into `submitted/`.
        left: why something was left out.
        told: names that changed.
    """

    def __init__(self, source: Path, room: Path, assignment: str) -> None:
        self._first = (JOURNAL, f"{assignment}.ipynb", TIMESTAMP, SECRET)
        self._taken = Taken()
        self._unpacker = Unpacker(room, assignment, self._taken)
        self._own: list[tuple[str, bytes]] = []
        self._files, self._bytes = MAX_FILES, MAX_TOGETHER
        try:
            with _opened(source) as folder:
                self._read(folder, ())
        except OSError:
            self._taken.left.append("What was handed in is not a folder; it was not opened.")
        found = [(0, name, data) for name, data in self._own]
        found += [(p.depth, p.name, p.path.read_bytes()) for p in self._taken.pieces]
        found.sort(key=lambda f: (wanted.rank(f[1], assignment), f[0]))
        chosen = choose([(name, data) for _, name, data in found])
        self.files, self.told = chosen.files, chosen.told
        self.left = list(dict.fromkeys(self._taken.left))

    def _read(self, folder: int, above: Sequence[str]) -> None:
        # What belongs to a submission comes first, and last what may fall out: caches and locks.
        found = [n for n in os.listdir(folder) if not wanted.noise([n])]
        names = sorted(found, key=lambda name: (name not in self._first, name.startswith("."), name))
        for place, name in enumerate(names):
            if self._files <= 0:
                self._taken.left.append(f"Of {len(names):,} files only {place} were taken.")
                return
            self._files -= 1
            try:
                self._one(folder, above, name)
            except NotPlainError as e:
                self._taken.left.append(str(e))
            except OSError as e:
                self._taken.left.append(f"{name} can't be opened ({e.strerror}).")

    def _one(self, folder: int, above: Sequence[str], name: str) -> None:
        if self._is_folder(folder, name) and not wanted.wanted(name):
            if len(above) < _DEEPEST:
                with _opened(name, within=folder) as inner:
                    self._read(inner, (*above, name))
            return
        data = read_plain(Path(name), min(LARGEST, self._bytes), within=folder) or b""
        self._bytes -= len(data)
        if above or wanted.is_archive(data[: wanted.HEAD]):
            self._unpacker.file(data, (*above, name))
        elif wanted.reserved(name):
            self._taken.left.append(wanted.left(name))
        else:
            self._own.append((name, data))
            if why := wanted.left(name, data[: wanted.HEAD]):
                self._taken.left.append(why)

    def _is_folder(self, folder: int, name: str) -> bool:
        return stat.S_ISDIR(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)


@contextmanager
def _opened(path: Path | str, *, within: int | None = None) -> Iterator[int]:
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=within)
    try:
        yield handle
    finally:
        os.close(handle)
