"""Steps of nbgrader's conversions: thin adapters between nbgrader's notebooks and grade book and the grading room."""

from typing import Any, Self

import msgspec
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from grading.assignment import Assignment, AssignmentError
from grading.cells import grade_id
from grading.guard import leaks
from grading.rebuild import lay_in, lay_results
from grading.record import Scores

Resources = dict[str, Any]


class Work(msgspec.Struct, frozen=True):
    """What `grading.converters` hands to these steps, under `resources["course"]`."""

    assignment: Assignment
    scores: Scores | None = None

    def __deepcopy__(self, memo: object) -> Self:
        """Nbconvert copies its resources at every turn; what is frozen can be shared."""
        return self


class Rebuild(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader is untyped
    """First half of autograde: lay the learner's essay into the released notebook."""

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:  # noqa: ANN401 - nbformat is untyped
        """Change the notebook in place; see `grading.rebuild.lay_in`."""
        lay_in(nb, _scores(resources))
        return nb, resources


class Score(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader is untyped
    """In the place of nbgrader's Execute: points from the journal, with no kernel and none of the learner's code."""

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:  # noqa: ANN401 - nbformat is untyped
        """Change the notebook in place; see `grading.rebuild.lay_results`."""
        lay_results(nb, _scores(resources), _work(resources).assignment)
        return nb, resources


class SaveReview(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader is untyped
    """After SaveAutoGrades: say in the grade book what must wait for a person, and what need not.

    nbgrader never gives a task an automatic grade, and takes every automatic grade of a test for final. Here a blank
    essay is 0 without anybody looking, and an item whose journal could not be read is 0 and waits.
    """

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:  # noqa: ANN401 - nbformat is untyped
        """Write grades, comments and the flag of one submission; the notebook is not changed."""
        scores, ids = _scores(resources), resources["nbgrader"]
        look = scores.to_look_at()
        blank = {e.task for e in scores.essays if e.blank}
        with Gradebook(ids["db_url"]) as gradebook:
            submission = gradebook.find_submission_notebook(ids["notebook"], ids["assignment"], ids["student"])
            for grade in submission.grades:
                if grade.cell.type == "TaskCell":
                    grade.auto_score = 0.0 if grade.name in blank else None
                    grade.needs_manual_grade = grade.name not in blank or grade.manual_score is not None
                elif not grade.max_score:
                    # A cell that only holds an answer, with the points on its task: there is nothing to decide.
                    grade.auto_score, grade.needs_manual_grade = 0.0, False
                if grade.name in look:
                    grade.needs_manual_grade = True
            for comment in submission.comments:
                comment.auto_comment = " ".join(f.says for f in scores.about(comment.name)) or (
                    "No response." if comment.name in blank else None
                )
            submission.flagged = submission.flagged or bool(look)
            gradebook.db.commit()
        return nb, resources


class RefuseKeys(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader is untyped
    """Last step of generate_assignment: refuse to write a notebook in which a key can be read."""

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:  # noqa: ANN401 - nbformat is untyped
        """Check the notebook; it is not changed.

        Raises:
            AssignmentError: text of the key stands in a cell.
        """
        assignment = _work(resources).assignment
        for cell in nb.cells:
            for text in leaks(cell.source, assignment):
                raise AssignmentError(
                    f"cell “{grade_id(cell) or cell.get('id')}”: the release would hold text of the key (“{text}”)."
                )
        return nb, resources


def _work(resources: Resources) -> Work:
    work = resources.get("course")
    if not isinstance(work, Work):
        raise AssignmentError(
            "grading.converters did not start this conversion; run nbgrader in grading/ with its nbgrader_config.py."
        )
    return work


def _scores(resources: Resources) -> Scores:
    scores = _work(resources).scores
    if scores is None:
        raise AssignmentError("no submission was scored in this conversion.")
    return scores
