"""Zip and tar archives read alike: which members they have, and the content of some, within bounds.

What is opened decides which kind it is, not its name. Nothing is written, and no link is followed.
"""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Protocol

import msgspec

MAX_MEMBERS = 10_000
MAX_CLASS_MEMBERS = 100_000
MAX_UNPACKED = 500_000_000
"""Bytes that a compressed tar archive may become. It has to be unpacked up to the last member that is wanted."""
_UTF_8 = 0x800


class NoArchiveError(Exception):
    """What can't be opened as an archive. The message says why."""


class Member(msgspec.Struct, frozen=True):
    """A member of an archive.

    Attributes:
        path: its name, with slashes.
        kind: "file", "folder", or "other" for links, devices and whatever else is neither.
        stamp: when it was put there, in seconds since 1970, by a clock without a zone; 0 if that can't be read.
    """

    path: str
    kind: str
    stamp: float


class Archive(Protocol):
    """An archive that is open."""

    @property
    def members(self) -> Sequence[Member]:
        """All of them, in their order."""

    def contents(self, wanted: Sequence[int], most: int) -> Iterator[tuple[int, bytes | Exception]]:
        """The content of members by their places, cut off after `most` bytes; or why it can't be read."""


@contextmanager
def opened(file: IO[bytes], most: int = MAX_MEMBERS, unpacked: int = MAX_UNPACKED) -> Iterator[Archive]:
    """Open an archive.

    Args:
        file: what may be one, at its beginning.
        most: members that it may have.
        unpacked: bytes that it may become, if it is a tar archive.

    Raises:
        NoArchiveError: it is none, is damaged, or has too many members.
    """
    head = file.read(6)
    file.seek(0)
    try:
        archive: Archive = _Zip(file) if head.startswith(b"PK") else _Tar(file, head, most, unpacked)
    except NoArchiveError:
        raise
    except Exception as e:  # noqa: BLE001 - an archive can fail in a dozen ways
        raise NoArchiveError(f"can't be read ({type(e).__name__}: {e}); expected a zip or a tar archive") from None
    if len(archive.members) > most:
        raise NoArchiveError(f"has {len(archive.members):,} members; expected at most {most:,}")
    yield archive


class _Zip:
    def __init__(self, file: IO[bytes]) -> None:
        self._archive = zipfile.ZipFile(file)
        self._found = self._archive.infolist()
        self.members = [Member(_name(m), _kind(m), _stamp(m)) for m in self._found]

    def contents(self, wanted: Sequence[int], most: int) -> Iterator[tuple[int, bytes | Exception]]:
        for place in wanted:
            try:
                with self._archive.open(self._found[place]) as member:
                    content: bytes | Exception = member.read(most)
            except Exception as e:  # noqa: BLE001 - as above, for one member
                content = e
            yield place, content


def _name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant: archives of Canvas and macOS hold UTF-8 without saying so (rubyzip/rubyzip, README)."""
    name = member.filename
    if not member.flag_bits & _UTF_8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _kind(member: zipfile.ZipInfo) -> str:
    if member.is_dir():
        return "folder"
    return "file" if stat.S_IFMT(member.external_attr >> 16) in (0, stat.S_IFREG) else "other"


def _stamp(member: zipfile.ZipInfo) -> float:
    try:
        return time.mktime((*member.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        return 0


class _Tar:
    """Read twice from the beginning, once for the names and once for the content, because it may be compressed."""

    def __init__(self, file: IO[bytes], head: bytes, most: int, unpacked: int) -> None:
        self._file, self._head, self._unpacked = file, head, unpacked
        self.members = []
        for member in self._walk():
            kind = "file" if member.isreg() else "folder" if member.isdir() else "other"
            self.members.append(Member(member.name, kind, member.mtime))
            if len(self.members) > most:
                raise NoArchiveError(f"has more than {most:,} members")

    def contents(self, wanted: Sequence[int], most: int) -> Iterator[tuple[int, bytes | Exception]]:
        left = set(wanted)
        try:
            for place, member in enumerate(self._walk()):
                if place in left:
                    left.discard(place)
                    content = self._stream.extractfile(member)
                    yield place, content.read(most) if content else b""
                if not left:
                    return
        except Exception as e:  # noqa: BLE001 - as above; what follows a damaged place is lost
            yield from ((place, e) for place in sorted(left))

    def _walk(self) -> Iterator[tarfile.TarInfo]:
        self._file.seek(0)
        # As a stream, tarfile asks for nothing but the next bytes.
        bounded = _Bounded(_plain(self._file, self._head), self._unpacked)
        with tarfile.open(fileobj=bounded, mode="r|") as self._stream:
            yield from self._stream


def _plain(file: IO[bytes], head: bytes) -> IO[bytes]:
    if head.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=file)  # type: ignore[return-value] # as far as it is used
    if head.startswith(b"BZh"):
        return bz2.BZ2File(file)
    return lzma.LZMAFile(file) if head.startswith(b"\xfd7zXZ") else file


class _Bounded(io.RawIOBase):
    """No more bytes of a stream than an archive may become."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream, self._most, self._left = stream, most, most

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise NoArchiveError(f"becomes more than {self._most:,} bytes")
        return data
