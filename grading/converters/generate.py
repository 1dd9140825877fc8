"""Generate an assignment only if it is fit to be handed out."""

from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateAssignment
from traitlets import Unicode

from grading.converters.preprocessors import Work
from grading.errors import check_gradebook, give_up
from grading.handout.assignment import AssignmentError
from grading.handout.fit import check_source


class CourseGenerateAssignment(GenerateAssignment):  # type: ignore[misc] # nbgrader is untyped
    """Generate an assignment only if bank, keys and notebook agree and nothing of a key would be handed out."""

    keys_directory = Unicode("keys", help="Folder of keys, below the course root.").tag(config=True)

    def start(self) -> None:
        """Check first, so that what is wrong is said in one line."""
        name = self.coursedir.assignment_id
        source = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", name))
        try:
            check_gradebook(self.coursedir)
            self.work = Work(check_source(name, source, Path(self.coursedir.root, self.keys_directory)))
        except AssignmentError as e:
            give_up(self, e)
        super().start()

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        """As nbgrader's, with the assignment for the preprocessors."""
        return {**super().init_single_notebook_resources(notebook_filename), "course": self.work}
