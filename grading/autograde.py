"""nbgrader's Autograde with three things changed: what is opened, what is copied, and what is checked first.

Configuration alone can't do these. `Autograde` drops a submission without a notebook before any preprocessor sees it,
opens the learner's notebook before any preprocessor can judge it (one cell of an old format stops the whole batch),
copies every file handed in through whatever links it finds, and parses the learner's timestamp without care.
"""

import os
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde
from nbgrader.utils import parse_utc, setenv
from traitlets import Unicode

from grading import record
from grading.assignment import Assignment, AssignmentError, check_agreement, load_assignment
from grading.files import NotPlainError, read_plain
from grading.preprocessors import Work, give_up
from grading.pristine import Pristine, load_pristine
from grading.score import score_submission
from grading.submission import JOURNAL, read_submission

TIMESTAMP = "timestamp.txt"
SECRET = "submission_secret.txt"  # noqa: S105 - the name of nbgrader's file
_SMALL = 1_000


class CourseAutograde(Autograde):  # type: ignore[misc] # nbgrader is untyped
    """Autograde that takes a submission for untrusted data; see the module."""

    keys_directory = Unicode("keys", help="Folder of keys, below the course root.").tag(config=True)

    def start(self) -> None:
        """Check first, so that what is wrong is said in one line and before any submission is touched."""
        name = self.coursedir.assignment_id
        release = Path(self.coursedir.format_path(self.coursedir.release_directory, ".", name))
        try:
            pristine = load_pristine(release / f"{name}.ipynb", self._hidden(name))
            assignment = load_assignment(name, release, Path(self.coursedir.root, self.keys_directory))
            check_agreement(release / f"{name}.ipynb", assignment.bank, pristine.notebook)
        except AssignmentError as e:
            give_up(self, e)
        self.pristine: Pristine = pristine
        self.assignment: Assignment = assignment
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as self.gradebook:
            super().start()

    def init_notebooks(self) -> None:
        """Take every submission folder, whether or not a notebook is in it."""
        name = self.coursedir.assignment_id
        root = Path(self.coursedir.root)
        found = root.glob(os.path.relpath(self._format_source(name, self.coursedir.student_id), root))
        self.assignments = {str(f): [str(f / f"{name}.ipynb")] for f in found if f.is_dir() or f.is_symlink()}
        self.notebooks: list[str] = []
        if not self.assignments:
            here = self._format_source(name, self.coursedir.student_id)
            give_up(self, f"{here}: no submissions; collect them with `nbgrader collect {name}` or `zip_collect`.")

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """As nbgrader's, which does not survive a timestamp that is no time."""
        source = Path(self._format_source(assignment_id, student_id))
        done = Path(self._format_dest(assignment_id, student_id)).exists()
        if done and not self.force and _timestamp(source) is None:
            self.log.info("Skipping existing assignment: %s", source)
            return False
        return bool(super().init_destination(assignment_id, student_id))

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Read the submission, score it, and lay its evidence and record beside the notebook to come.

        Instead of nbgrader's, which copies whatever was handed in.
        """
        source = Path(self._format_source(assignment_id, student_id))
        submission = read_submission(source, f"{assignment_id}.ipynb")
        scores = score_submission(self.assignment, self.pristine, submission, student_id)
        for flag in scores.flags:
            self.log.warning("%s: %s", student_id, flag.says)
        self.work = Work(self.assignment, scores, self.gradebook)
        dest = Path(self._format_dest(assignment_id, student_id))
        dest.mkdir(parents=True, exist_ok=True)
        (dest / record.FILE).write_bytes(record.encode(scores))
        if submission.journal is not None:
            (dest / JOURNAL).write_bytes(submission.journal)
        # release_feedback stops the whole class at a submission without these two, as zip_collect leaves them.
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        (dest / TIMESTAMP).write_bytes(_small(source / TIMESTAMP) if _timestamp(source) else now.encode())
        (dest / SECRET).write_bytes(_small(source / SECRET) or secrets.token_hex(64).encode())
        self._enter(assignment_id, student_id, _timestamp(source))

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        """As nbgrader's, with the record of the submission for the preprocessors."""
        return {**super().init_single_notebook_resources(notebook_filename), "course": self.work}

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Run both halves of autograde on the released notebook. The learner's is not opened here."""
        resources = self.init_single_notebook_resources(notebook_filename)
        self.exporter._preprocessors = []  # noqa: SLF001 - nbgrader does so too; nbconvert has no other way
        for step in (*self.sanitize_preprocessors, *self.autograde_preprocessors):
            self.exporter.register_preprocessor(step)
        with setenv(NBGRADER_EXECUTION="autograde"):
            output, resources = self.exporter.from_notebook_node(self.pristine.notebook, resources)
        self.write_single_notebook(output, resources)

    def _hidden(self, name: str) -> Mapping[str, tuple[str, str]]:
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                cells = gradebook.find_notebook(name, name).source_cells
            except MissingEntry:
                raise AssignmentError(
                    f"the grade book has no assignment “{name}”; run `nbgrader generate_assignment {name}`."
                ) from None
            return {c.name: (c.source, c.checksum) for c in cells if c.locked}

    def _enter(self, assignment_id: str, student_id: str, timestamp: str | None) -> None:
        # Should the submission before have failed half-way, nothing of it may be left in the session.
        self.gradebook.db.rollback()
        if self.create_student:
            self.gradebook.update_or_create_student(student_id)
        else:
            self.gradebook.find_student(student_id)
        known = {} if timestamp is None else {"timestamp": timestamp}
        submission = self.gradebook.update_or_create_submission(assignment_id, student_id, **known)
        if submission.total_seconds_late > 0:
            self.log.warning("%s is %s seconds late", submission, submission.total_seconds_late)


def _small(path: Path) -> bytes:
    try:
        return read_plain(path, _SMALL) or b""
    except NotPlainError:
        return b""


def _timestamp(folder: Path) -> str | None:
    try:
        text = _small(folder / TIMESTAMP).decode("utf-8").strip()
        return text if text and parse_utc(text) else None
    except (ValueError, OverflowError):
        return None
