"""Extract the archives of a learning platform: only what belongs to a submission, within bounds, and nowhere else.

nbgrader's extractor writes every member where its name says, reads each whole into memory, and gives up on the class at
the first archive that is none.
"""

import io
import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from nbgrader.plugins import ExtractorPlugin

from grading.collecting.place import OutsideError, Rooms, held
from grading.reading import notcollected
from grading.reading.files import NotPlainError, read_plain
from grading.reading.submission import JOURNAL, LARGEST

MAX_ARCHIVE = 200_000_000
MAX_MEMBERS = 10_000
MAX_TAKEN = 50
MAX_TOGETHER = 3 * LARGEST
"""Files, and bytes, that are taken out of one archive and those within it."""
_NESTED = 2


class CourseExtractor(ExtractorPlugin):  # type: ignore[misc] # nbgrader is untyped
    """Take journals and notebooks out of zip archives, and plain files as they are; say what was left, and why."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Fill `extracted_path` from everything below `archive_path`; one bad archive never costs another."""
        top = Path(archive_path)
        for found in sorted(Path(folder, name) for folder, _, names in os.walk(top) for name in names):
            try:
                target = _target(Path(extracted_path), found.relative_to(top))
            except OutsideError as e:
                self.log.warning("%s: %s; it was not taken.", *notcollected.shown([str(found), str(e)]))
                if found.parent != top:
                    home = held(Path(extracted_path), found.relative_to(top).parts[0])
                    notcollected.write(home, [f"{found.name} was not taken: {e}."])
                continue
            try:
                data = read_plain(found, MAX_ARCHIVE) or b""
                causes = list(self._take(found.name, data, target))
            except (NotPlainError, OSError) as e:
                causes = [f"{found.name} can't be taken ({e})."]
            for cause in notcollected.shown(causes):
                self.log.warning("%s: %s", found, cause)
            # A file may stand where the archive's folder would be.
            notcollected.write(target if target.is_dir() or not target.exists() else target.parent, causes)

    def _take(self, name: str, data: bytes, target: Path) -> Iterator[str]:
        if not name.lower().endswith(".zip"):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            return
        wanted = frozenset({f"{self.parent.coursedir.assignment_id}.ipynb", JOURNAL})
        try:
            yield from _unpack(data, target, wanted, _NESTED, _Left())
        except Exception as e:  # noqa: BLE001 - an archive can fail in a dozen ways, and must fail alone
            yield f"The archive {name} can't be read ({type(e).__name__}: {e}); expected a zip archive."


def _target(extracted: Path, inside: Path) -> Path:
    """Where a file of the platform's goes: an archive becomes a folder without the suffix.

    What comes first in the path is the learner's own folder, or becomes it; all else is held under that.

    Raises:
        OutsideError: without its suffix the name is none, so that this would be somebody else's place.
    """
    *folders, name = inside.parts
    name = name[: -len(inside.suffix)] if inside.suffix.lower() == ".zip" else name
    first, *rest = (*folders, name)
    return held(held(extracted, first), *rest)


class _Left:
    """How much may still be taken out of an archive."""

    def __init__(self) -> None:
        self.files, self.bytes = MAX_TAKEN, MAX_TOGETHER


def _unpack(data: bytes, target: Path, wanted: frozenset[str], depth: int, left: _Left) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS:
            yield f"The archive has {len(members):,} members; expected at most {MAX_MEMBERS:,}."
            return
        rooms = Rooms(target)
        for member in members:
            path = PurePosixPath(member.filename.replace("\\", "/"))
            nested = path.suffix.lower() == ".zip" and depth > 1
            if member.is_dir() or not (path.name in wanted or nested):
                continue
            if fault := _fault(member, path):
                yield f"“{member.filename}” in the archive {fault}; it was left out."
                continue
            if not left.files or left.bytes < LARGEST:
                yield "There is more in the archive than a submission holds; the rest was left out."
                return
            try:
                with archive.open(member) as file:
                    content = file.read(LARGEST + 1)
            except Exception as e:  # noqa: BLE001 - as above, for one member
                yield f"“{member.filename}” in the archive can't be read ({type(e).__name__}: {e}); it was left out."
                continue
            left.files, left.bytes = left.files - 1, left.bytes - len(content)
            if len(content) > LARGEST:
                yield f"“{member.filename}” in the archive is larger than {LARGEST:,} bytes; it was left out."
            elif nested:
                yield from _unpack(content, rooms.room(path.parts), wanted, depth - 1, left)
            else:
                place = held(rooms.room(path.parts[:-1]), path.name)
                if place.exists():
                    yield f"“{member.filename}” stands in the archive more than once; the last one was taken."
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)


def _fault(member: zipfile.ZipInfo, path: PurePosixPath) -> str:
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "has a name that leads out of it"
    kind = stat.S_IFMT(member.external_attr >> 16)
    return "" if kind in (0, stat.S_IFREG) else "is not a plain file"
