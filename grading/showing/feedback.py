"""Feedback through nbgrader's own `generate_feedback`: an exporter that writes one small page, to be opened offline.

nbgrader's page shows the source of tests, loads MathJax from another host, and renders a learner's markdown, in which
script stays alive.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import mistune
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from nbconvert.exporters import Exporter
from nbgrader.api import Gradebook
from traitlets import Unicode

from course.style import stylesheet
from grading.handout.assignment import Assignment, load_assignment
from grading.handout.cells import grade_id, is_question, is_task, meta
from grading.marking.criteria import points_of
from grading.scoring import record
from grading.showing.attached import pictures_of
from grading.showing.essays import Given, Task
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
        """Read the grade book (nbgrader's GetGrades runs first) and the record, and write the page.

        Raises:
            AssignmentError: the record of the submission is missing or unreadable: autograde it again.
        """
        nb, resources = super().from_notebook_node(nb, resources, **kwargs)
        ids = resources["nbgrader"]
        folder = Path(resources["metadata"]["path"])
        scores = record.read(folder / record.FILE)
        waiting, criteria = _graded(ids)
        given = {
            grade_id(c): Given(
                float(meta(c)["score"]), float(meta(c)["points"]), meta(c).get("comment") or "", grade_id(c) in waiting
            )
            for c in nb.cells
            if is_question(c) or is_task(c)
        }
        tasks = {
            grade_id(c): Task(c.source, pictures_of(nb.cells, c), criteria.get(grade_id(c), {}))
            for c in nb.cells
            if is_task(c)
        }
        page = compose(self._assignment(ids["assignment"]), scores, given, tasks, float(ids.get("late_penalty") or 0.0))
        return render(page), resources

    def _assignment(self, name: str) -> Assignment:
        converter: Any = self.parent
        coursedir = converter.coursedir
        release = Path(coursedir.format_path(coursedir.release_directory, ".", name))
        if name not in self._assignments:
            self._assignments[name] = load_assignment(name, release, Path(coursedir.root, self.keys_directory))
        return self._assignments[name]


def _graded(ids: Mapping[str, str]) -> tuple[frozenset[str], Mapping[str, Mapping[str, float]]]:
    """What nbgrader's GetGrades does not tell: the cells whose grade still waits, and points by criterion."""
    with Gradebook(ids["db_url"]) as gradebook:
        notebook = gradebook.find_submission_notebook(ids["notebook"], ids["assignment"], ids["student"])
        names = {str(g.id): str(g.name) for g in notebook.grades}
        points = {names[grade]: each for grade, each in points_of(gradebook, names).items()}
        return frozenset(str(g.name) for g in notebook.grades if g.needs_manual_grade), points


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
