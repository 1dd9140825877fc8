"""Collect from nbgrader's exchange, where every learner can write, without following what stands there.

nbgrader copies through whatever links it finds, with the rights of whoever collects, so that a link to another's
journal would arrive as a journal of one's own. A pipe, a device or a folder with an odd name stops the whole class.
"""

import contextlib
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from nbgrader.utils import get_username

from grading.reading import notcollected
from grading.reading.files import NotPlainError, read_plain
from grading.reading.inert import one_line
from grading.reading.submission import JOURNAL, LARGEST, SECRET, TIMESTAMP, is_time

if sys.platform != "win32":
    import pwd

MAX_FILES = 50
MAX_TOGETHER = LARGEST + 30_000_000
"""Bytes of all files of a submission: notebook and journal at their largest, and something besides. nbgrader gives up
on the class at 100 MB."""
_NOBODY = ""


class CourseCollect(ExchangeCollect):  # type: ignore[misc] # nbgrader is untyped
    """Take the plain files of each submission; say what was left, and why."""

    src_records: list[Mapping[str, Any]]
    inbound_path: str

    def init_src(self) -> None:
        """As nbgrader's, which says only that a folder is missing, and gives up on the class at an odd name."""
        course, name = Path(self.root, self.coursedir.course_id), self.coursedir.assignment_id
        if not (course / "inbound").is_dir():
            self.fail(
                f"{course}: nothing was released through this exchange; run `nbgrader release_assignment {name}`, "
                "or `zip_collect` where learners hand in elsewhere."
            )
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"] != _NOBODY]
        if self.check_owner:
            self._warn_of_own(str(get_username()))
        # Done in `_path_to_record`. nbgrader only warns, when it has chosen already, and fails at a link to nothing.
        self.set_trait("check_owner", False)

    def do_copy(self, src: str, dest: str, log: object = None) -> None:
        """As nbgrader's, from a copy that holds plain files within bounds and nothing else."""
        with tempfile.TemporaryDirectory() as room:
            safe = Path(room, "submission")
            safe.mkdir()
            name = f"{self.coursedir.assignment_id}.ipynb"
            causes = _take(Path(src), safe, (JOURNAL, name, TIMESTAMP, SECRET))
            # Both times are a learner's word. At one that is none nbgrader would give up on the class another time.
            (safe / TIMESTAMP).write_text(Path(src).name.rsplit("+", 3)[2], encoding="utf-8")
            for cause in causes:
                self.log.warning("%s: %s", src, one_line(cause))
            notcollected.write(safe, causes)
            super().do_copy(str(safe), dest, log)

    def _warn_of_own(self, me: str) -> None:
        for record in self.src_records:
            path = Path(self.inbound_path, record["filename"])
            with contextlib.suppress(OSError):
                if record["username"] != me and owner_of(path) is None:
                    self.log.warning("%s: handed in for %s by whoever collects.", path, record["username"])

    def _path_to_record(self, path: str) -> Mapping[str, Any]:
        says = self._fault(Path(path))
        if not says:
            record: Mapping[str, Any] = super()._path_to_record(path)
            return record
        self.log.warning("%s: %s It was not collected.", one_line(path), says)
        return {"username": _NOBODY, "filename": "", "timestamp": datetime.now(UTC).replace(tzinfo=None)}

    def _fault(self, path: Path) -> str:
        learner, *rest = path.name.rsplit("+", 3)
        if len(rest) < 2 or not notcollected.fit_for_id(learner) or not is_time(rest[1]):
            return "Expected <learner>+<assignment>+<time>+<code>."
        if rest[0] != self.coursedir.assignment_id:
            return f"Expected the assignment {self.coursedir.assignment_id}."
        try:
            path.stat()
            owner = owner_of(path)
        except OSError as e:
            return f"It can't be opened ({e.strerror})."
        if self.check_owner and owner not in (None, learner):
            return f"It says that it is {learner}'s and belongs to {owner}; ExchangeCollect.check_owner sees to that."
        return ""


def owner_of(path: Path) -> str | None:
    """The user to whom a file belongs, or a link itself; None if it is whoever asks, or where files have no owners."""
    if sys.platform == "win32":
        return None
    uid = path.lstat().st_uid
    if uid == os.geteuid():
        return None
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"


class CourseReleaseFeedback(ExchangeReleaseFeedback):  # type: ignore[misc] # nbgrader is untyped
    """Give feedback out through the exchange."""

    def init_src(self) -> None:
        """As nbgrader's, which says nothing and succeeds where there is nothing to give out."""
        super().init_src()
        source, root = Path(self.src_path), Path(self.coursedir.root)
        if not any(root.glob(f"{source.relative_to(root)}/*.html")):
            self.fail(f"{source}: no feedback; run `nbgrader generate_feedback {self.coursedir.assignment_id}`.")


def _take(source: Path, target: Path, first: Sequence[str]) -> list[str]:
    """Copy the plain files of a folder; the folder stays open, so that no link can take its place meanwhile."""
    try:
        folder = os.open(source, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return ["What was handed in is not a folder; it was not opened."]
    causes = []
    try:
        # What belongs to a submission comes first, and last what may fall out: caches and locks.
        found = os.listdir(folder)  # noqa: PTH208 - by handle
        names = sorted(found, key=lambda name: (name not in first, name.startswith("."), name))
        left = MAX_TOGETHER
        for name in names[:MAX_FILES]:
            try:
                data = read_plain(Path(name), min(LARGEST, left), within=folder) or b""
            except NotPlainError as e:
                causes.append(str(e))
            else:
                (target / name).write_bytes(data)
                left -= len(data)
    finally:
        os.close(folder)
    if len(names) > MAX_FILES:
        causes.append(f"Of {len(names):,} files only {MAX_FILES} were taken.")
    return causes
