"""Feedback through nbgrader's own `generate_feedback`: an exporter that writes one small page, to be opened offline.

nbgrader's page shows the source of tests, loads MathJax from another host, and renders a learner's markdown, in which
script stays alive.
"""

from functools import cache
from pathlib import Path
from typing import Any

import mistune
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from nbconvert.exporters import Exporter
from traitlets import Unicode

from course.style import stylesheet
from grading.handout.assignment import Assignment, load_assignment
from grading.handout.cells import grade_id, is_question, is_task
from grading.scoring import record
from grading.showing.attached import pictures_of
from grading.showing.essays import Task
from grading.showing.graded import graded
from grading.showing.page import Page, compose


class FeedbackExporter(Exporter):
    """Export an autograded notebook as a page of feedback."""

    file_extension = ".html"
    output_mimetype = "text/html"
    keys_directory = Unicode("keys", help="Folder of keys, below the course root.").tag(config=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - nbconvert is untyped
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        # nbgrader makes one exporter a run, in which release and key do not change.
        self._assignments: dict[str, Assignment] = {}

    def from_notebook_node(  # type: ignore[override] # nbconvert's own HTMLExporter returns text, too
        self,
        nb: Any,  # noqa: ANN401 - nbformat is untyped
        resources: Any = None,  # noqa: ANN401 - nbconvert is untyped
        **kwargs: Any,  # noqa: ANN401 - nbconvert is untyped
    ) -> tuple[str, Any]:
        """Read the grade book and the record, and write the page.

        Raises:
            AssignmentError: the record of the submission is missing or unreadable: autograde it again.
        """
        nb, resources = super().from_notebook_node(nb, resources, **kwargs)
        ids = resources["nbgrader"]
        gradebook: Any = self.parent.gradebook  # type: ignore[union-attr] # the converter's
        gradebook.db.remove()  # what was read for another submission may have changed since
        found = graded(gradebook, ids["notebook"], ids["assignment"], ids["student"])
        scores = record.read(Path(resources["metadata"]["path"]) / record.FILE)
        if found.penalty is not None:
            self.log.warning("Late submission penalty: %s", found.penalty)
        given = {grade_id(c): found.of(grade_id(c)) for c in nb.cells if is_question(c) or is_task(c)}
        tasks = {
            grade_id(c): Task(c.source, pictures_of(nb.cells, c), found.criteria.get(grade_id(c), {}))
            for c in nb.cells
            if is_task(c)
        }
        page = compose(self._assignment(ids["assignment"]), scores, given, tasks, float(found.penalty or 0.0))
        return render(page), resources

    def _assignment(self, name: str) -> Assignment:
        converter: Any = self.parent
        coursedir = converter.coursedir
        release = Path(coursedir.format_path(coursedir.release_directory, ".", name))
        if name not in self._assignments:
            self._assignments[name] = load_assignment(name, release, Path(coursedir.root, self.keys_directory))
        return self._assignments[name]


def render(page: Page) -> str:
    """The page as HTML. Everything is escaped but the assignment's own task, and what `as_html` made."""
    return (
        _environment()
        .get_template("feedback.html.j2")
        .render(
            page=page,
            style=Markup(stylesheet()),  # noqa: S704 - the course's own
        )
    )


@cache
def _environment() -> Environment:
    pages = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=pages, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    markdown = mistune.create_markdown(escape=True, plugins=["table"])
    environment.filters["safe_html"] = Markup
    environment.filters["task_markdown"] = lambda text: Markup(markdown(text))  # noqa: S704 - the assignment's own
    return environment
