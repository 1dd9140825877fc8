"""Generate an assignment only if it is fit to be handed out."""

from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateAssignment
from traitlets import Unicode

from course.questions import BankError, load_bank
from grading.converters.preprocessors import Work
from grading.converters.reshape import Reshape, apply, planned, told
from grading.converters.stamp import changed_since, keep_texts, kept, write_stamp
from grading.errors import check_gradebook, give_up
from grading.handout.assignment import BANK, AssignmentError
from grading.handout.cells import read_notebook
from grading.handout.fit import check_source


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
            plan = self._plan(name, source)
            self.work = Work(check_source(name, source, Path(self.coursedir.root, self.keys_directory)))
            self._check_stamp(source, release)
            self._reshape(name, source, plan)
        except AssignmentError as e:
            give_up(self, e)
        keep_texts(release)
        with kept(release):
            super().start()
        write_stamp(source, release)

    def _check_stamp(self, source: Path, release: Path) -> None:
        """A change must not go unsaid: nbgrader would skip it, and the old release would be handed out again."""
        if release.is_dir() and not self.force and (changed := changed_since(source, release)):
            raise AssignmentError(
                f"{release}: this release is older than {' and '.join(changed)} in {source}. To make it anew, run "
                f"`nbgrader generate_assignment {source.name} --force`."
            )

    def _plan(self, name: str, source: Path) -> Reshape | None:
        """What becomes of marks; said before all else, because it is what can't be mended afterwards."""
        if self.no_database:
            return None
        try:
            bank, cells = load_bank(source / BANK), read_notebook(source / f"{name}.ipynb").cells
        except (BankError, OSError, ValueError, nbformat.ValidationError):
            return None  # the check that follows says what is wrong
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            return planned(gradebook, name, cells, bank)

    def _reshape(self, name: str, source: Path, plan: Reshape | None) -> None:
        if not plan:
            return
        cells = read_notebook(source / f"{name}.ipynb").cells
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            apply(gradebook, name, cells, plan)
        for line in told(plan):
            self.log.warning(line)
        self.log.warning("Now run `nbgrader autograde %s`: it grades anew what this changes.", name)

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        """As nbgrader's, with the assignment for the preprocessors."""
        return {**super().init_single_notebook_resources(notebook_filename), "course": self.work}
