"""nbgrader's Autograde with four things changed: what is opened, what is copied, what is checked first, and who works.

Configuration alone can't do these. `Autograde` drops a submission without a notebook before any preprocessor sees it,
opens the learner's notebook before any preprocessor can judge it (one cell of an old format stops the whole batch),
copies every file handed in through whatever links it finds, and parses the learner's timestamp without care.
"""

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from traitlets import Integer, Unicode

from grading.book import locked_cells
from grading.converters.again import known, last_record, up_to_date, why_again
from grading.converters.batch import Batch, Found, Result
from grading.converters.deadlines import marked_late, settle
from grading.converters.enter import enter_grades, enter_submission
from grading.converters.groups import enter_groups
from grading.converters.prepare import Prepared, prepare_all
from grading.converters.stamp import check_whole
from grading.errors import check_gradebook, give_up
from grading.handout.assignment import Assignment, AssignmentError, check_agreement, load_assignment
from grading.handout.cells import grade_id, is_task
from grading.handout.pristine import Pristine, load_pristine
from grading.late.enter import extend, how_late, lateness
from grading.reading.files import plain_or_none, replace_whole
from grading.reading.inert import one_line
from grading.reading.submission import JOURNAL, SECRET, TIMESTAMP, handed_in_at
from grading.scoring import record

_SMALL = 1_000
_FEW = 40
"""Submissions below which starting processes takes longer than it saves."""


class CourseAutograde(Batch, Autograde):  # type: ignore[misc] # nbgrader is untyped
    """Autograde that takes a submission for untrusted data; see the module.

    Submissions are read, scored and rebuilt by as many processes as `workers` says; one, this one, writes to the grade
    book and to the folders, in the same order and with the same result.
    """

    keys_directory = Unicode("keys", help="Folder of keys, below the course root.").tag(config=True)
    workers = Integer(
        0, min=0, help=f"Processes; 0 for one a core, and only one for fewer than {_FEW} submissions."
    ).tag(config=True)

    def start(self) -> None:
        """Check first, so that what is wrong is said in one line and before any submission is touched."""
        name = self.coursedir.assignment_id
        release = Path(self.coursedir.format_path(self.coursedir.release_directory, ".", name))
        try:
            check_gradebook(self.coursedir)
            check_whole(release)
            pristine = load_pristine(release / f"{name}.ipynb", self._hidden(name))
            assignment = load_assignment(name, release, Path(self.coursedir.root, self.keys_directory))
            check_agreement(release / f"{name}.ipynb", assignment.bank, pristine.notebook)
        except AssignmentError as e:
            give_up(self, e)
        self.pristine: Pristine = pristine
        self.assignment: Assignment = assignment
        self.tasks = frozenset(grade_id(c) for c in pristine.notebook.cells if is_task(c))
        self.before: dict[str, record.Scores | None] = {}
        self.skipped: set[str] = set()
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as self.gradebook:
            self.deadlines = settle(self, self.gradebook)
            self.untimed = marked_late(self)
            super().start()
            if self.skipped:
                self.log.info("Graded before, and unchanged: %s of %s.", len(self.skipped), len(self.assignments))
            timed = {self._parse(folder).student for folder in self.assignments} - self.untimed
            for line in lateness(self.gradebook, name, timed, self.skipped & timed):
                self.log.warning(line)
            enter_groups(self.gradebook, Path(self.coursedir.root), name, self.log.warning)

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
        """Whether a submission is to be graded: one that is new, has changed, or has to be by `--force`.

        nbgrader's goes by the time of handing in alone, and does not survive one that is no time.
        """
        source = Path(self._format_source(assignment_id, student_id))
        dest = Path(self._format_dest(assignment_id, student_id))
        if student_id in self.coursedir.student_id_exclude.split(","):
            return False
        old = last_record(dest)
        # A command that was killed may have left a folder without its notebook or its record.
        if (dest / f"{assignment_id}.ipynb").is_file():
            why = why_again(old, source, dest, self.assignment, self.tasks)
            if not why and not known(self.gradebook, assignment_id, student_id):
                why = "the grade book does not have this submission"
            if not why and not self.force:
                self.skipped.add(student_id)
                return False
            self.log.warning("%s: graded anew%s.", student_id, f", as {why}" if why else "")
        self.before[student_id] = up_to_date(old, self.assignment)
        return True

    def prepared(self, ready: Iterable[Found]) -> Iterator[tuple[Found, Result]]:
        """Score and rebuild, in this process or ahead of it in others."""
        # No connection may be shared with a process that is forked; the next query opens one.
        self.gradebook.db.remove()
        self.gradebook.engine.dispose()
        cores = (os.cpu_count() or 1) if len(self.assignments) >= _FEW else 1
        return prepare_all(self.assignment, self.pristine, ready, self.workers or cores)

    def finish(self, each: Found, result: Prepared) -> None:
        """Write what was prepared: grades into the grade book, evidence, record and notebook into the folder."""
        self.notebooks = self.assignments[each.folder]
        self.run_pre_convert_hook()
        for flag in result.scores.flags:
            self.log.warning("%s: %s", each.student, one_line(flag.says))
        source, dest = Path(each.folder), Path(self._format_dest(each.assignment, each.student))
        dest.mkdir(parents=True, exist_ok=True)
        if result.journal is not None:
            replace_whole(dest / JOURNAL, result.journal)
        else:
            (dest / JOURNAL).unlink(missing_ok=True)
        time = handed_in_at(source)
        # release_feedback stops the whole class at a submission without these two, as zip_collect leaves them.
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        said = (plain_or_none(source / TIMESTAMP, _SMALL) or b"") if time else now.encode()
        replace_whole(dest / TIMESTAMP, said)
        replace_whole(dest / SECRET, plain_or_none(source / SECRET, _SMALL) or secrets.token_hex(64).encode())
        submission = enter_submission(self.gradebook, result, time, self.create_student)
        extend(submission, self.deadlines, self.log.info)
        if each.student in self.untimed:
            for notebook in submission.notebooks:
                notebook.flagged = True
        if submission.total_seconds_late > 0:
            self.log.warning("%s: handed in %s late.", each.student, how_late(submission.total_seconds_late))
        enter_grades(self.gradebook, result, self.assignment, self.before.get(each.student))
        replace_whole(dest / f"{each.assignment}.ipynb", result.notebook.encode())
        # Last, and whole at once: by its record a submission is taken for done.
        replace_whole(dest / record.FILE, record.encode(result.scores))
        self.set_permissions(each.assignment, each.student)
        self.run_post_convert_hook()

    def _remove(self, each: Found) -> None:
        """Of a submission that fails, what was graded before stays; its record says that it is to be graded again."""
        if self.before.get(each.student) is None:
            super()._remove(each)

    def _hidden(self, name: str) -> Mapping[str, tuple[str, str]]:
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            return locked_cells(gradebook, name)
