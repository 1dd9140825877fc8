"""Is a release still what its source would give, and what if making it anew fails?"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat

from grading.handout import earlier
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
    """Put an old release back if making the new one fails; nbgrader removes it first."""
    spare = release.with_name(f".{release.name}.before")
    shutil.rmtree(spare, ignore_errors=True)
    if release.is_dir():
        shutil.copytree(release, spare)
    try:
        yield
    except BaseException:
        if spare.is_dir():
            shutil.rmtree(release, ignore_errors=True)
            spare.replace(release)
        raise
    finally:
        shutil.rmtree(spare, ignore_errors=True)


def _hashes(source: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in _files(source)}


def _files(source: Path) -> list[Path]:
    return sorted(p for p in source.iterdir() if p.is_file() and not p.name.startswith("."))


def _place(release: Path) -> Path:
    return release.parent / earlier.FOLDER / f"{release.name}.json"
