"""Read what learners handed in of check-in and check-out: files of a portfolio, or journals, also in archives."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from course.gain import Given, given
from course.gain.read import Families
from course.gain.share import MAX_BYTES as MOST_OF_A_FILE
from course.gain.share import Shared, read, shared
from course.journal import JournalError, parse
from course.journal.record import MAX_BYTES

MOST_FILES = 10_000
"""In one archive."""


class _Header(msgspec.Struct):
    format: str = ""


class Collected(msgspec.Struct, frozen=True):
    """What was found.

    Attributes:
        learners: the answers of each.
        left_out: a line for each file that was not used, with the reason.
    """

    learners: tuple[tuple[Given, ...], ...]
    left_out: tuple[str, ...]


def collect(folder: Path, among: Families) -> Collected:
    """Every file of a folder, of the folders in it, and of its zip archives.

    Of several files of one learner the one with most answers counts, of equal ones the last by name. JSON that is
    neither a file of a portfolio nor a journal is none of ours, and is left aside without a word.

    Raises:
        OSError: the folder can't be read.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder}: expected the folder with what learners handed in; there is none.")
    wrong: list[str] = []
    found: dict[str, tuple[str, Shared]] = {}
    for name, data in _files(folder, wrong):
        try:
            each = _read(data, name, among)
        except JournalError as e:
            wrong.append(str(e))
            continue
        if each is None:
            continue
        if not each.answers:
            wrong.append(f"{name}: holds no answer of the check-in or the check-out.")
            continue
        if each.learner in found:
            before, other = found[each.learner]
            wrong.append(f"{before} and {name} are one learner’s; the one with more answers counts.")
            if len(other.answers) > len(each.answers):
                continue
        found[each.learner] = (name, each)
    return Collected(tuple(each.answers for _, each in found.values()), tuple(wrong))


def _read(data: bytes, name: str, among: Families) -> Shared | None:
    try:
        form = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Header).format
    except (ValueError, RecursionError):
        raise JournalError(f"{name}: expected a file gain.json of a portfolio; it can’t be read as JSON.") from None
    if form == "course-gain":
        return read(data, name)
    if form == "course-journal":
        record = parse(data, name)
        return shared(record, given(record, among))
    return None


def _files(folder: Path, wrong: list[str]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink() or not path.is_file():
            continue  # a link could lead anywhere
        if path.suffix.lower() == ".zip":
            yield from _unzipped(path, name, wrong)
        elif path.suffix.lower() == ".json":
            if path.stat().st_size > MAX_BYTES:
                wrong.append(f"{name}: expected at most {MAX_BYTES:,} bytes.")
            else:
                yield name, path.read_bytes()


def _unzipped(path: Path, name: str, wrong: list[str]) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [each for each in archive.infolist() if each.filename.lower().endswith(".json")]
            if len(inside) > MOST_FILES:
                wrong.append(f"{name}: expected at most {MOST_FILES:,} files in an archive.")
                return
            for each in sorted(inside, key=lambda info: info.filename):
                # What an archive says of a size may be a lie: no more is unpacked than may be.
                with archive.open(each) as file:
                    data = file.read(MOST_OF_A_FILE + 1)
                if len(data) > MOST_OF_A_FILE:
                    wrong.append(f"{name}, {each.filename}: expected at most {MOST_OF_A_FILE:,} bytes.")
                else:
                    yield f"{name}, {each.filename}", data
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError) as e:
        wrong.append(f"{name}: is an archive that can’t be opened here ({e}).")
