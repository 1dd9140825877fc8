"""What was handed in, as short texts: another as soon as a file that is read, or that a person may open, is another."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from grading.reading import notcollected
from grading.reading.copies import SET_ASIDE, may_hold_work, notebook_like, written_elsewhere
from grading.reading.files import NotPlainError, plain_or_none, read_plain
from grading.reading.submission import LARGEST

VERSION = "2-"
"""Before every fingerprint: one that was made otherwise can't be compared with it."""
_MOST, _TOGETHER = 200, 200_000_000
"""Files and bytes that are looked at; of a file beyond these bytes, name and size count."""


def files(folder: Path, released: Path) -> dict[str, str]:
    """The files of a submission that hold work or may, name to a hash of the content, those nearest to the top first.

    Notebooks and journals are among them, documents and pictures, and what collecting says that it left out. Times
    count for nothing: a copy of the same work is the same work, and work that was changed by hand is another. What is
    not a plain file counts by what is wrong with it, as nothing of it is read. Documents and pictures that the release
    brings along are no work, and a platform's archive may lack them.

    Args:
        folder: the submission, `submitted/<student>/<assignment>`.
        released: the folder of the assignment in `release/`.
    """
    found = [
        path.relative_to(folder)
        for place, _, names in os.walk(folder)
        for path in (Path(place, name) for name in names)
        if path.suffix != ".lock" and _counts(path.name)
    ]
    found.sort(key=lambda path: (len(path.parts), path.as_posix()))
    return dict(_hashed(folder, found[:_MOST], released))


def fingerprint(found: Mapping[str, str]) -> str:
    """One text for all of these files."""
    whole = hashlib.sha256()
    for name, content in found.items():
        whole.update(f"{name}\0{content}\0".encode("utf-8", "surrogateescape"))
    return f"{VERSION}{whole.hexdigest()}"


def journals(found: Mapping[str, str]) -> dict[str, str]:
    """Those among the files that hold answers or may."""
    return {n: content for n, content in found.items() if may_hold_work(n) and not notebook_like(n) and _in(n)}


def documents(found: Mapping[str, str]) -> dict[str, str]:
    """Those among the files that a person has to open, because they are neither journal nor notebook."""
    return {n: content for n, content in found.items() if written_elsewhere(n) and n != notcollected.FILE and _in(n)}


def _in(name: str) -> bool:
    """Whether it still is part of the hand-in; a person may have set it aside."""
    return not name.startswith(f"{SET_ASIDE}/")


def _counts(name: str) -> bool:
    return may_hold_work(name) or written_elsewhere(name) or name == notcollected.FILE


def _hashed(folder: Path, found: list[Path], released: Path) -> Iterator[tuple[str, str]]:
    left = _TOGETHER
    for path in found:
        try:
            data = read_plain(folder / path, min(LARGEST, left)) or b""
        except NotPlainError as e:
            yield path.as_posix(), str(e)
            continue
        left -= len(data)
        if not (written_elsewhere(path.name) and plain_or_none(released / path.name, LARGEST) == data):
            yield path.as_posix(), hashlib.sha256(data).hexdigest()
