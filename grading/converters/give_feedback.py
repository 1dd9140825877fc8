"""nbgrader's GenerateFeedback with what is missing said first, and with the loop of `grading.converters.batch`."""

import shutil
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.converters import GenerateFeedback

from grading.converters.batch import Batch
from grading.converters.deadlines import marked_late, settle
from grading.errors import check_gradebook, give_up
from grading.groups.found import look, told
from grading.groups.share import share
from grading.handout.assignment import AssignmentError
from grading.late.held import held
from grading.reading.inert import one_line


class CourseGenerateFeedback(Batch, GenerateFeedback):  # type: ignore[misc] # nbgrader is untyped
    """Feedback for every autograded submission; one without its record costs no other's."""

    def start(self) -> None:
        """Check first, so that what is wrong is said in one line and before any page is removed."""
        name = self.coursedir.assignment_id
        release = Path(self.coursedir.format_path(self.coursedir.release_directory, ".", name))
        if not release.is_dir():
            give_up(self, f"{release}: no such release; run `nbgrader generate_assignment {name}`.")
        try:
            check_gradebook(self.coursedir)
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
                settle(self, gradebook)
                marked_late(self)
                self._warn(name, gradebook)
        except AssignmentError as e:
            give_up(self, e)
        self.kept = 0
        # One grade book for the class: opening it takes longer than reading a submission.
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as self.gradebook:
            super().start()
        if self.kept:
            # nbgrader notes no time of a mark, so nobody can tell which of them say what is true now.
            self.log.warning("%s pages stay as they were made before. If a mark has changed since: --force.", self.kept)
        self._share(name)

    def _warn(self, name: str, gradebook: Gradebook) -> None:
        # The pages are made all the same, to be looked at: giving them out is what is refused.
        if why := held(Path(self.coursedir.root), name, gradebook, self.config):
            self.log.warning("%s", one_line(why))

    def _share(self, name: str) -> None:
        root = Path(self.coursedir.root)
        groups, counted = look(root, name)
        for line in told(groups, counted):
            self.log.warning("%s", one_line(line))
        given = share(root, name, counted.whose)
        if given:
            self.log.info("With their group's page: %s", one_line(", ".join(given)))

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """As nbgrader's, which warns of each page that is made anew, and not of pages that are out of date."""
        left_out = student_id in self.coursedir.student_id_exclude.split(",")
        if self.force and self.coursedir.notebook_id == "*" and not left_out:
            shutil.rmtree(self._format_dest(assignment_id, student_id), ignore_errors=True)
        made = bool(super().init_destination(assignment_id, student_id))
        self.kept += not made and not left_out
        return made

    def init_notebooks(self) -> None:
        """As nbgrader's, with the command to run where nothing was autograded."""
        root, name = Path(self.coursedir.root), self.coursedir.assignment_id
        source = Path(self._format_source(name, self.coursedir.student_id))
        if not any(root.glob(str(source.relative_to(root)))):
            give_up(self, f"{source}: nothing was autograded; run `nbgrader autograde {name}`.")
        super().init_notebooks()
