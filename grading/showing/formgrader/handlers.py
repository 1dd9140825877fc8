"""What the page of a submission asks the server for, besides what nbgrader answers."""

import asyncio
import json
import sys
from collections import Counter
from typing import Any

from nbgrader.api import BaseCell, Comment
from nbgrader.server_extensions.formgrader.base import BaseApiHandler
from nbgrader.server_extensions.formgrader.handlers import SubmissionHandler, SubmissionNavigationHandler
from tornado import web

from grading.handout.scheme import read_scheme
from grading.marking.criteria import keep_points, points_of
from grading.showing.formgrader.fresh import unchanged
from grading.showing.formgrader.guarded import Telling, found, guarded
from grading.showing.formgrader.seat import blind_essay, keep_own, own, told, waits_for

MOST_COMMENTS = 12
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Should any of a learner's words ever come alive, the browser still refuses to run or load them."""


class PageHandler(SubmissionHandler):  # type: ignore[misc] # nbgrader is untyped
    """The page of a submission, on which only the server's own scripts may run."""

    @property
    def content_security_policy(self) -> str:
        """The server's own, and what the page needs."""
        return f"{super().content_security_policy}; {POLICY}"


class MarkingHandler(Telling, BaseApiHandler):  # type: ignore[misc] # nbgrader is untyped
    """What whoever grades gave before: points by criterion, and comments to use again."""

    @guarded
    def get(self) -> None:
        """Cell to points by criterion, and cell to the comments of the other submissions."""
        notebook = found(self.gradebook.find_submission_notebook_by_id, self.get_argument("submission_id"))
        names = {g.id: g.name for g in notebook.grades}
        criteria = {names[grade]: points for grade, points in points_of(self.gradebook, names).items()}
        for grade in notebook.grades:
            if of := blind_essay(self, grade):
                criteria[grade.name] = dict(own(self, of).criteria)
        said = comments_before(self.gradebook, notebook)
        self.write(json.dumps({"criteria": criteria, "comments": said, "two": told(self, notebook)}))


class CriteriaHandler(Telling, BaseApiHandler):  # type: ignore[misc] # nbgrader is untyped
    """Points by criterion of one grade. Their sum is nbgrader's, which the page gives it by nbgrader's own way."""

    @guarded
    def put(self, grade_id: str) -> None:
        """Keep them; 400 for a criterion or points that the rubric does not have, 409 if the page showed other work."""
        grade = found(self.gradebook.find_grade_by_id, grade_id)
        most = {c.number: c.max_points for c in read_scheme(_source(self.gradebook, grade)).criteria}
        points = (self.get_json_body() or {}).get("points")
        if not isinstance(points, dict):
            raise web.HTTPError(400, "expected points by criterion")
        for number, each in points.items():
            if number not in most or type(each) not in (int, float) or not 0 <= each <= most[number]:
                raise web.HTTPError(400, f"criterion {number}: expected 0 to {most.get(number, 0):g} points")
        with unchanged(self, grade):
            of = blind_essay(self, grade)
            if of is not None:
                whole = len(points) == len(most)
                changed = points != own(self, of).criteria
                keep_own(self, of, criteria=points, **({} if whole or not changed else {"points": None}))
            else:
                keep_points(self.gradebook, grade.id, points)
        self.write(json.dumps(points))


class WaitingHandler(SubmissionNavigationHandler):  # type: ignore[misc] # nbgrader is untyped
    """The next submission in which something waits for a person, after this one and then from the first."""

    @guarded
    def get(self, submission_id: str) -> None:
        """Go there; to the list where nothing waits."""
        submission = found(self.gradebook.find_submission_notebook_by_id, submission_id)
        name, notebook = submission.assignment.assignment.name, submission.notebook.name
        ids = self._get_submission_ids(name, notebook)
        here = ids.index(submission.id) if submission.id in ids else -1
        waits = {s.id: s for s in self.gradebook.notebook_submissions(notebook, name) if s.needs_manual_grade}
        for each in ids[here + 1 :] + ids[: max(here, 0)]:
            if each in waits and waits_for(self, waits[each]):
                self.redirect(f"{self.base_url}/formgrader/submissions/{each}/", permanent=False)
                return
        self.redirect(self._assignment_notebook_list_url(name, notebook), permanent=False)


class AutogradeAllHandler(Telling, BaseApiHandler):  # type: ignore[misc] # nbgrader is untyped
    """Grade all of an assignment that is new or has changed, as the command does, and go on serving meanwhile."""

    running = asyncio.Lock()

    @guarded
    async def post(self, name: str) -> None:
        """Run the command; the answer has nbgrader's members, success and log."""
        found(self.gradebook.find_assignment, name)
        command = (sys.executable, "-m", "nbgrader", "autograde", f"--assignment={name}", f"--db={self.db_url}")
        async with self.running:
            done = await asyncio.create_subprocess_exec(
                *command, cwd=self.coursedir.root, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
            )
            said, _ = await done.communicate()
        self.write(json.dumps({"success": done.returncode == 0, "log": said.decode("utf-8", "replace")}))


def comments_before(gradebook: Any, notebook: Any) -> dict[str, list[str]]:  # noqa: ANN401 - nbgrader is untyped
    """Cell to the paragraphs that persons wrote about it in other submissions, those used most often first."""
    rows = (
        gradebook.db.query(BaseCell.name, Comment.manual_comment)
        .join(BaseCell, BaseCell.id == Comment.cell_id)
        .filter(BaseCell.notebook_id == notebook.notebook_id, Comment.notebook_id != notebook.id)
        .filter(Comment.manual_comment.isnot(None))
    )
    texts: dict[str, Counter[str]] = {}
    for name, comment in rows:
        texts.setdefault(name, Counter()).update(filter(None, map(str.strip, comment.split("\n\n"))))
    return {name: [text for text, _ in each.most_common(MOST_COMMENTS)] for name, each in texts.items()}


def _source(gradebook: Any, grade: Any) -> str:  # noqa: ANN401 - nbgrader is untyped
    """The text of the cell of a grade, with its mark scheme."""
    notebook = grade.notebook.notebook
    return str(gradebook.find_source_cell(grade.name, notebook.name, notebook.assignment.name).source or "")
