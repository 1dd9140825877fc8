"""nbgrader's ReleaseFeedback, which gives nothing out while others can still hand in."""

from pathlib import Path

from nbgrader.api import Gradebook

from grading.collecting.exchange import CourseReleaseFeedback
from grading.errors import check_gradebook
from grading.handout.assignment import AssignmentError
from grading.late.held import refusal
from grading.reading.inert import one_line


class HeldReleaseFeedback(CourseReleaseFeedback):
    """Give feedback out through the exchange, when hand-ins are closed or the instructor says so."""

    def init_src(self) -> None:
        """As that of the exchange, and refuse before anything is copied."""
        super().init_src()
        try:
            check_gradebook(self.coursedir)
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
                why = refusal(Path(self.coursedir.root), self.coursedir.assignment_id, gradebook, self.config)
        except AssignmentError as e:
            why = one_line(str(e))
        if why:
            self.fail(why)
