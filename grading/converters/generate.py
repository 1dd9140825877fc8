"""Generate an assignment only if it is fit to be handed out."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import GenerateAssignment
from traitlets import Unicode

from course.questions import BankError, load_bank
from grading.converters.preprocessors import Work
from grading.converters.reshape import Reshape, apply, planned, told
from grading.converters.stamp import changed_since, keep_texts, kept, recover, write_stamp
from grading.converters.touched import touched
from grading.converters.whole import whole
from grading.errors import check_gradebook, give_up
from grading.handout.assignment import BANK, AssignmentError
from grading.handout.cells import grade_id, read_notebook
from grading.handout.fit import check_source
from grading.handout.vanished import vanished
from grading.reading.inert import one_line


class CourseGenerateAssignment(GenerateAssignment):  # type: ignore[misc] # nbgrader is untyped
    """Generate an assignment only if bank, keys and notebook agree and nothing of a key would be handed out."""

    keys_directory = Unicode("keys", help="Folder of keys, below the course root.").tag(config=True)

    def start(self) -> None:
        """Check first, so that what is wrong is said in one line."""
        name = self.coursedir.assignment_id
        source = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", name))
        release = Path(self.coursedir.format_path(self.coursedir.release_directory, ".", name))
        try:
            check_gradebook(self.coursedir)
            recover(release, lambda folder: self._fits(name, folder))
            plan, marked = self._plan(name, source)
            self.work = Work(check_source(name, source, Path(self.coursedir.root, self.keys_directory)))
            self._check_stamp(source, release)
        except AssignmentError as e:
            give_up(self, e)
        gone = list(vanished(release, self.work.assignment.bank))
        keep_texts(release)
        with kept(release), self._book() as book:
            if plan:
                apply(book, name, read_notebook(source / f"{name}.ipynb").cells, plan)
            super().start()
        write_stamp(source, release)
        for line in [*gone, *(told(plan) if plan else ()), *map(one_line, marked)]:
            self.log.warning(line)
        if plan:
            self.log.warning("Now run `nbgrader autograde %s`: it grades anew what this changes.", name)

    def _book(self) -> AbstractContextManager[Any]:
        """The grade book, changed only once the release is there."""
        return nullcontext() if self.no_database else whole(self.coursedir.db_url, self.coursedir.course_id)

    def _fits(self, name: str, folder: Path) -> bool:
        """Whether a release has the cells that the grade book has."""
        try:
            cells = read_notebook(folder / f"{name}.ipynb").cells
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
                known = {c.name for c in gradebook.find_notebook(name, name).source_cells}
        except (OSError, ValueError, nbformat.ValidationError, MissingEntry):
            return False
        return {i for c in cells if (i := grade_id(c))} == known and (folder / BANK).is_file()

    def _check_stamp(self, source: Path, release: Path) -> None:
        """A change must not go unsaid: nbgrader would skip it, and the old release would be handed out again."""
        if release.is_dir() and not self.force and (changed := changed_since(source, release)):
            raise AssignmentError(
                f"{release}: this release is older than {' and '.join(changed)} in {source}. To make it anew, run "
                f"`nbgrader generate_assignment {source.name} --force`."
            )

    def _plan(self, name: str, source: Path) -> tuple[Reshape | None, list[str]]:
        """What becomes of marks, and which were given for other points or criteria.

        Said before all else, because it is what can't be mended afterwards.
        """
        if self.no_database:
            return None, []
        try:
            bank, cells = load_bank(source / BANK), read_notebook(source / f"{name}.ipynb").cells
        except (BankError, OSError, ValueError, nbformat.ValidationError):
            return None, []  # the check that follows says what is wrong
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            return planned(gradebook, name, cells, bank), touched(gradebook, name, cells, bank)

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        """As nbgrader's, with the assignment for the preprocessors."""
        return {**super().init_single_notebook_resources(notebook_filename), "course": self.work}
