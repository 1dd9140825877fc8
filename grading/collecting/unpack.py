"""Take out of a learner's archive what belongs to a submission, within bounds, into numbered folders of a room."""

import io
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import IO

import msgspec

from grading.collecting import wanted
from grading.collecting.opened import MAX_UNPACKED, Archive, Member, NoArchiveError, opened
from grading.collecting.place import OutsideError, Rooms, held
from grading.reading.submission import LARGEST

MAX_TAKEN = 50
MAX_TOGETHER = 3 * LARGEST
"""Files, and bytes, that are taken of a learner, out of archives and those within them."""
NESTED = 2


class Piece(msgspec.Struct, frozen=True):
    """A file that was taken: its path as handed in, below the learner's top, and where it is now."""

    parts: tuple[str, ...]
    path: Path

    @property
    def name(self) -> str:
        """As handed in."""
        return self.parts[-1]

    @property
    def depth(self) -> int:
        """How deep it lay below the top."""
        return len(self.parts)


class Taken(msgspec.Struct):
    """What was taken for one learner, and what was not.

    Attributes:
        left: why something that belongs to a submission was left out, or somebody may miss.
        others: paths of files that belong to no submission.
    """

    pieces: list[Piece] = []
    left: list[str] = []
    others: list[tuple[str, ...]] = []
    files: int = MAX_TAKEN
    bytes: int = MAX_TOGETHER


class Unpacker:
    """Takes files and archives of one learner into a room.

    Args:
        room: a folder that becomes the learner's.
        assignment: its notebook and the journal come first where not everything can be taken.
        taken: where to write down what was taken.
    """

    def __init__(self, room: Path, assignment: str, taken: Taken) -> None:
        self._rooms, self._assignment, self._taken = Rooms(room), assignment, taken

    def file(self, data: bytes, parts: Sequence[str], depth: int = NESTED) -> None:
        """Take a file, or what is in it if it is an archive, whatever it is called.

        Args:
            data: its content, cut off somewhere above `LARGEST` if it is larger.
            parts: its path below the learner's top.
            depth: how many archives may still be opened, one within another.
        """
        name = parts[-1]
        if wanted.packed(name, data[: wanted.HEAD]):
            self._taken.files -= 1
            if depth:
                self.archive(io.BytesIO(data), parts, depth)
            else:
                self._taken.left.append(f"{name} is an archive within archives; it was not opened.")
        elif why := wanted.left(name, data[: wanted.HEAD]):
            self._taken.left.append(why)
        elif wanted.named_archive(name):
            self._taken.left.append(f"The archive {name} can't be read; expected a zip or a tar archive.")
        elif not (wanted.wanted(name) or (wanted.maybe(name) and wanted.like_work(data))):
            self._taken.others.append(tuple(parts))
        elif len(data) > LARGEST:
            self._taken.left.append(f"{name} is larger than {LARGEST:,} bytes; it was left out.")
        else:
            self._put(data, parts)

    def archive(self, file: IO[bytes], parts: Sequence[str], depth: int = NESTED) -> None:
        """Take what belongs to a submission out of an archive; one that can't be read costs nothing else."""
        try:
            unpacked = MAX_UNPACKED if depth == NESTED else MAX_TOGETHER
            with opened(file, unpacked=unpacked) as archive:
                self._members(archive, parts, depth)
        except NoArchiveError as e:
            self._taken.left.append(f"The archive {parts[-1]} {e}.")

    def _members(self, archive: Archive, above: Sequence[str], depth: int) -> None:
        places = self._chosen(archive.members, above)
        for place, content in archive.contents(places, LARGEST + 1):
            path = archive.members[place].path
            if self._taken.files <= 0 or self._taken.bytes < LARGEST:
                self._taken.left.append("There is more in the archive than a submission holds; the rest was left out.")
                return
            if isinstance(content, Exception):
                says = f"can't be read ({type(content).__name__}: {content})"
                self._taken.left.append(f"“{path}” in the archive {says}; it was left out.")
                continue
            self._taken.bytes -= len(content)
            try:
                self.file(content, (*above, *PurePosixPath(path).parts), depth - 1)
            except (OutsideError, OSError) as e:
                self._taken.left.append(f"“{path}” in the archive can't be written ({e}); it was left out.")

    def _chosen(self, members: Sequence[Member], above: Sequence[str]) -> list[int]:
        """Places of what belongs to a submission or may: first what is named as it should be, then the rest."""
        chosen = []
        for place, member in enumerate(members):
            path = PurePosixPath(member.path)
            if member.kind == "folder" or not path.name or wanted.noise(path.parts):
                continue
            may_be = wanted.wanted(path.name) or wanted.maybe(path.name) or wanted.named_archive(path.name)
            if not may_be:
                self._other((*above, *path.parts))
            elif fault := _fault(member, path):
                self._taken.left.append(f"“{member.path}” in the archive {fault}; it was left out.")
            else:
                chosen.append((wanted.rank(path.name, self._assignment), len(path.parts), place))
        return [place for _, _, place in sorted(chosen)]

    def _other(self, parts: tuple[str, ...]) -> None:
        if why := wanted.left(parts[-1]):
            self._taken.left.append(why)
        else:
            self._taken.others.append(parts)

    def _put(self, data: bytes, parts: Sequence[str]) -> None:
        *folders, name = parts
        place = held(self._rooms.room(folders), name)
        if place.exists():
            self._taken.left.append(
                f"“{'/'.join(parts)}” stands in the archive more than once; the last one was taken."
            )
            self._taken.pieces[:] = [p for p in self._taken.pieces if p.path != place]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        self._taken.files -= 1
        self._taken.pieces.append(Piece(tuple(parts), place))


def _fault(member: Member, path: PurePosixPath) -> str:
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "has a name that leads out of it"
    return "" if member.kind == "file" else "is not a plain file"
