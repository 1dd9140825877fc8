"""Collect from nbgrader's exchange, where every learner can write, without following what stands there.

nbgrader copies through whatever links it finds, with the rights of whoever collects, so that a link to another's
journal would arrive as a journal of one's own. A pipe, a device or a folder with an odd name stops the whole class.
"""

import os
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback

from grading import notcollected
from grading.files import NotPlainError, read_plain
from grading.inert import one_line
from grading.submission import JOURNAL, LARGEST, SECRET, TIMESTAMP

MAX_FILES = 50
_NOBODY = ""


class CourseCollect(ExchangeCollect):  # type: ignore[misc] # nbgrader is untyped
    """Take the plain files of each submission; say what was left, and why."""

    src_records: list[Mapping[str, Any]]

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

    def do_copy(self, src: str, dest: str, log: object = None) -> None:
        """As nbgrader's, from a copy that holds plain files within bounds and nothing else."""
        with tempfile.TemporaryDirectory() as room:
            safe = Path(room, "submission")
            safe.mkdir()
            name = f"{self.coursedir.assignment_id}.ipynb"
            causes = _take(Path(src), safe, (JOURNAL, name, TIMESTAMP, SECRET))
            for cause in causes:
                self.log.warning("%s: %s", src, one_line(cause))
            notcollected.write(safe, causes)
            super().do_copy(str(safe), dest, log)

    def _path_to_record(self, path: str) -> Mapping[str, Any]:
        try:
            record: dict[str, Any] = super()._path_to_record(path)
        except (ExchangeError, ValueError, OverflowError):
            record = {"username": _NOBODY}
        if not notcollected.fit_for_id(record["username"]):
            says = "expected <learner>+<assignment>+<time>+<code>; it was not collected."
            self.log.warning("%s: %s", one_line(path), says)
            return {"username": _NOBODY, "filename": "", "timestamp": datetime.now(UTC).replace(tzinfo=None)}
        return record


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
        for name in names[:MAX_FILES]:
            try:
                data = read_plain(Path(name), LARGEST, within=folder)
            except NotPlainError as e:
                causes.append(str(e))
            else:
                (target / name).write_bytes(data or b"")
    finally:
        os.close(folder)
    if len(names) > MAX_FILES:
        causes.append(f"Of {len(names):,} files only {MAX_FILES} were taken.")
    return causes
