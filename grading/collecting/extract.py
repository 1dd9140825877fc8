"""Extract what a learning platform hands out: only what belongs to a submission, within bounds, and nowhere else.

nbgrader's extractor writes every member where its name says, reads each whole into memory, and gives up on the class at
the first archive that is none.
"""

from pathlib import Path

from nbgrader.plugins import ExtractorPlugin

from grading.collecting import classes, names, wanted
from grading.collecting.classes import Handed
from grading.collecting.found import NOT_TAKEN, Found
from grading.collecting.names import AmbiguousError
from grading.collecting.parting import NotAClassError
from grading.collecting.people import Entry
from grading.collecting.place import OutsideError, held
from grading.collecting.unpack import Taken, Unpacker
from grading.reading import notcollected
from grading.reading.files import NotPlainError
from grading.reading.inert import one_line

MAX_ARCHIVE = 200_000_000
"""Bytes of one learner's archive or file."""


class CourseExtractor(ExtractorPlugin):  # type: ignore[misc] # nbgrader is untyped
    """Take journals and notebooks out of archives, of one learner and of the class; keep what was left, and why.

    Attributes:
        entries: what was taken, an entry for each name of a learner's at the top of the folder or of a class archive.
        lost: what nobody's id could be read from.
    """

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Fill `extracted_path` from everything below `archive_path`; one bad archive never costs another."""
        self.entries: list[Entry] = []
        self.lost: list[Found] = []
        top, self._extracted, self._rooms = Path(archive_path), Path(extracted_path), set[str]()
        tops = [p for p in sorted(top.iterdir()) if not wanted.noise([p.name])]
        among = [p.name for p in tops]
        for path in tops:
            try:
                for handed in classes.handed(path, among, self.parent.coursedir.assignment_id):
                    self._take(handed)
            except (NotAClassError, OSError) as e:
                self._lose(path.name, f"It {e}" if isinstance(e, NotAClassError) else f"It can't be opened ({e}).")

    def _take(self, handed: Handed) -> None:
        assignment = self.parent.coursedir.assignment_id
        try:
            named = names.by_platform(handed.top)
            if not named and handed.source:
                why = (
                    "no platform names a learner's work so; it was not taken. Put it there by itself, as <learner>.zip"
                )
                self._lose(handed.found, f"{why}.")
                return
            whole = handed.folder or handed.archive or bool(wanted.other_archive(handed.top))
            named = named or names.by_hand(handed.top, assignment, file=not whole)
            entry = Entry(named, handed.found, handed.source, handed.archive, handed.stamp, Taken())
            room = self._room(handed)
            if not named.learner:
                self._lose(handed.found, "It names no learner; call it <learner>_<the file's name>, and collect again.")
                return
            if not notcollected.fit_for_id(named.learner):
                why = f"“{named.learner}” can't be a learner's id; put it there by itself, as <learner>.zip"
                self._lose(handed.found, f"{why}, with another or a shorter name.")
                return
        except (AmbiguousError, OutsideError) as e:
            self._lose(handed.found, f"{e}; it was not taken.")
            return
        unpacker = Unpacker(room, assignment, entry.taken)
        for parts, read in handed.files:
            # What stands there by itself has, below its learner, the name that it had before the platform's.
            inside = parts or (named.rest or handed.top,)
            if wanted.noise(inside):
                continue
            try:
                unpacker.file(read(MAX_ARCHIVE), inside)
            except NotPlainError as e:
                entry.taken.left.append(str(e))
            except Exception as e:  # noqa: BLE001 - of a file in a class archive, too, and must fail alone
                entry.taken.left.append(f"{inside[-1]} can't be taken ({e}).")
        self.entries.append(entry)

    def _room(self, handed: Handed) -> Path:
        """A folder for what is taken, named as the archive or the platform's folder, and one of its own."""
        name = names.stem(handed.top) if handed.archive else handed.top
        room = held(self._extracted, name)
        for number in range(2, 10_000):
            if names.fold(room.name) not in self._rooms:
                break
            room = held(self._extracted, f"{name} ({number})")
        self._rooms.add(names.fold(room.name))
        return room

    def _lose(self, found: str, why: str) -> None:
        why = why[:1].upper() + why[1:]
        self.log.warning("%s: %s", one_line(found), one_line(why)[:500])
        self.lost.append(Found(found, "", "", "", found, NOT_TAKEN, why))
