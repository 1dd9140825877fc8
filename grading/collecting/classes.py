"""Part by learner what stands in the folder of downloads: class archives, unpacked ones, archives, folders, files."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path, PurePosixPath

import msgspec

from grading.collecting import wanted
from grading.collecting.opened import MAX_CLASS_MEMBERS, Archive, NoArchiveError, opened
from grading.collecting.parting import NotAClassError, named_as_class, parted
from grading.reading.files import read_head, read_plain

Read = Callable[[int], bytes]


class Handed(msgspec.Struct, frozen=True):
    """What stands at the top, by itself or in a class archive: a file, an archive, or a platform's folder of a learner.

    Attributes:
        top: its name.
        found: where it was found, for the ledger.
        source: the class archive, or "" for what stands there by itself.
        archive: whether it is an archive.
        folder: whether it is a folder.
        stamp: when the platform put it there, or it was downloaded.
        files: path below the top, empty for the top itself, and how to read it up to a number of bytes.
    """

    top: str
    found: str
    source: str
    archive: bool
    folder: bool
    stamp: float
    files: Sequence[tuple[tuple[str, ...], Read]]


def handed(path: Path, among: Sequence[str], assignment: str) -> Iterator[Handed]:
    """What stands at a path, parted by learner. Each has to be read before the next is asked for.

    Args:
        path: in the folder of downloads.
        among: all names there.
        assignment: its id.

    Raises:
        NotAClassError: it holds the work of several, and can't be parted; or it is no file and no folder.
    """
    kind = path.lstat().st_mode
    if stat.S_ISDIR(kind):
        yield from _of_folder(path, among, assignment)
    elif not stat.S_ISREG(kind):
        raise NotAClassError("is a link, a pipe or a device, and was not opened; put a file there.")
    else:
        yield from _of_file(path, among, assignment)


def _of_file(path: Path, among: Sequence[str], assignment: str) -> Iterator[Handed]:
    with ExitStack() as until, path.open("rb") as file:
        head = file.read(wanted.HEAD)
        file.seek(0)
        packed = wanted.packed(path.name, head)
        if packed:
            with suppress(NoArchiveError):  # said where a learner's is unpacked
                archive = until.enter_context(opened(file, MAX_CLASS_MEMBERS))
                files = [PurePosixPath(m.path).parts if m.kind == "file" else () for m in archive.members]
                if tops := parted(path.name, files, among, assignment):
                    yield from _of_class(path, archive, tops)
                    return
        packed = packed or wanted.named_archive(path.name)
        if packed and named_as_class(path.name):
            raise NotAClassError(
                "is named as the archive of the class, and can't be parted by learner: it is broken, or of no platform "
                "that is known here. Download it again, or put an archive for each learner there, called <learner>.zip."
            )
        own = [((), partial(_read, path))]
        yield Handed(path.name, path.name, "", packed, False, path.stat().st_mtime, own)


def _of_class(path: Path, archive: Archive, tops: dict[str, list[tuple[int, tuple[str, ...]]]]) -> Iterator[Handed]:
    for top, found in tops.items():
        folder = any(rest for _, rest in found)
        head = b"" if folder else _head(archive, found[0][0])
        packed = not folder and (wanted.packed(top, head) or wanted.named_archive(top))
        stamp = max(archive.members[place].stamp for place, _ in found) or path.stat().st_mtime
        files = [(rest, partial(_member, archive, place)) for place, rest in found]
        yield Handed(top, f"{path.name}: {top}", path.name, packed, folder, stamp, files)


def _of_folder(path: Path, among: Sequence[str], assignment: str) -> Iterator[Handed]:
    found = sorted(Path(folder, name) for folder, _, files in os.walk(path) for name in files)
    inside = [p.relative_to(path).parts for p in found]
    if not found:
        raise NotAClassError("is an empty folder.")
    stamp = max(p.lstat().st_mtime for p in found)
    if not (tops := parted(path.name, inside, among, assignment)):
        files = [(rest, partial(_read, p)) for p, rest in zip(found, inside, strict=True)]
        yield Handed(path.name, path.name, "", False, True, stamp, files)
    for top, places in tops.items():
        folder = any(rest for _, rest in places)
        head = b"" if folder else read_head(found[places[0][0]], wanted.HEAD)
        packed = not folder and (wanted.packed(top, head) or wanted.named_archive(top))
        files = [(rest, partial(_read, found[place])) for place, rest in places]
        yield Handed(top, f"{path.name}: {top}", path.name, packed, folder, stamp, files)


def _head(archive: Archive, place: int) -> bytes:
    for _, content in archive.contents([place], wanted.HEAD):
        return b"" if isinstance(content, Exception) else content
    return b""


def _read(path: Path, most: int) -> bytes:
    return read_plain(path, most) or b""


def _member(archive: Archive, place: int, most: int) -> bytes:
    for _, content in archive.contents([place], most + 1):
        if isinstance(content, Exception):
            raise content
        if len(content) <= most:
            return content
    raise ValueError(f"it is larger than {most:,} bytes, or the archive ends before it")
