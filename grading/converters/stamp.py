"""Is a release still what its source would give, and what if making it anew fails?"""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat

from grading.handout import earlier
from grading.handout.assignment import AssignmentError
from grading.handout.cells import read_notebook
from grading.reading.files import replace_whole


def changed_since(source: Path, release: Path) -> list[str]:
    """Names of the files of a source that have changed since its release was made, in order.

    A release of an earlier version has no stamp; there a file is taken for changed if it is newer than the release.
    """
    try:
        stamped: dict[str, str] = json.loads(_place(release).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        made = min((p.stat().st_mtime_ns for p in release.iterdir()), default=0)
        return sorted(p.name for p in _files(source) if p.stat().st_mtime_ns > made)
    now = _hashes(source)
    return sorted(name for name in {*stamped, *now} if stamped.get(name) != now.get(name))


def write_stamp(source: Path, release: Path) -> None:
    """Keep what a release was made of."""
    place = _place(release)
    place.parent.mkdir(parents=True, exist_ok=True)
    replace_whole(place, json.dumps(_hashes(source)).encode())


def keep_texts(release: Path) -> None:
    """Keep the texts of a release that is about to be made anew, for `grading.handout.earlier`."""
    try:
        cells = read_notebook(release / f"{release.name}.ipynb").cells
    except (OSError, ValueError, nbformat.ValidationError):
        return
    place = earlier.place(release)
    place.parent.mkdir(parents=True, exist_ok=True)
    replace_whole(place, json.dumps(sorted(earlier.texts(release) | {c.source.strip() for c in cells})).encode())


@contextmanager
def kept(release: Path) -> Iterator[None]:
    """Put an old release back if making the new one fails; nbgrader removes it first.

    At every moment either the release or its copy is whole on the disk, whoever is killed.
    """
    part, spare = _aside(release, "part"), _aside(release, "before")
    shutil.rmtree(part, ignore_errors=True)
    if release.is_dir():
        shutil.copytree(release, part)
        _to_disk(part)
        part.replace(spare)
    try:
        yield
    except BaseException:
        _put_back(release)
        raise
    _drop(release)


def check_whole(release: Path) -> None:
    """Raise AssignmentError if making a release was cut off, or goes on at this moment."""
    if _aside(release, "before").is_dir():
        raise AssignmentError(
            f"{release}: making this release was cut off, or goes on at this moment. Run "
            f"`nbgrader generate_assignment {release.name} --force`."
        )


def recover(release: Path, fits: Callable[[Path], bool]) -> None:
    """Settle what was left when making a release was cut off.

    Args:
        release: its folder.
        fits: whether what a folder holds goes with the grade book. The new release does only once it is complete.
    """
    spare = _aside(release, "before")
    if spare.is_dir():
        if fits(spare) or not fits(release):
            _put_back(release)
        else:
            _drop(release)


def _put_back(release: Path) -> None:
    spare = _aside(release, "before")
    if spare.is_dir():
        shutil.rmtree(release, ignore_errors=True)
        spare.replace(release)


def _drop(release: Path) -> None:
    """Remove the copy, under another name first, so that half of it is never taken for all."""
    part, spare = _aside(release, "part"), _aside(release, "before")
    if spare.is_dir():
        shutil.rmtree(part, ignore_errors=True)
        spare.replace(part)
    shutil.rmtree(part, ignore_errors=True)


def _aside(release: Path, what: str) -> Path:
    return release.with_name(f".{release.name}.{what}")


def _to_disk(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file, contextlib.suppress(OSError):
                # Windows, and some network drives, sync only what is open for writing.
                os.fsync(file.fileno())


def _hashes(source: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in _files(source)}


def _files(source: Path) -> list[Path]:
    return sorted(p for p in source.iterdir() if p.is_file() and not p.name.startswith("."))


def _place(release: Path) -> Path:
    return release.parent / earlier.FOLDER / f"{release.name}.json"
