"""Steps of nbgrader's conversions: thin adapters between nbgrader's notebooks and grade book and the grading room."""

from typing import Any, NoReturn, Self

import msgspec
from nbgrader import preprocessors as stock
from nbgrader.api import BaseCell, Comment, Grade
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import determine_grade

from grading.assignment import Assignment, AssignmentError
from grading.cells import grade_id, is_question
from grading.guard import leaks
from grading.rebuild import lay_in, lay_results
from grading.record import Scores

Resources = dict[str, Any]


class Work(msgspec.Struct, frozen=True):
    """What the course's converters hand to these steps, under `resources["course"]`."""

    assignment: Assignment
    scores: Scores | None = None
    gradebook: Any = None
    """Open for the whole run: a new one for each step would compile each query anew."""

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


class SaveGrades(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader is untyped
    """In the place of nbgrader's SaveAutoGrades: write the grades, and say which of them must wait for a person.

    nbgrader never gives a task an automatic grade, and takes every automatic grade of a test for final. Here a blank
    essay is 0 without anybody looking, and an item whose journal could not be read is 0 and waits. Points are read as
    nbgrader reads them, from the cell's output. One query takes the place of two a cell.
    """

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:  # noqa: ANN401 - nbformat is untyped
        """Write grades, comments and the flag of one submission; the notebook is not changed."""
        scores, ids = _scores(resources), resources["nbgrader"]
        points = {grade_id(c): determine_grade(c, self.log)[0] for c in nb.cells if is_question(c)}
        look = scores.to_look_at()
        blank = {e.task for e in scores.essays if e.blank}
        gradebook = _work(resources).gradebook
        submission = gradebook.find_submission_notebook(ids["notebook"], ids["assignment"], ids["student"])
        for grade, name in _rows(gradebook, Grade, submission):
            # What is neither a question nor a blank essay has no points until a person gives some.
            grade.auto_score = points.get(name, 0.0 if name in blank else None)
            given = grade.manual_score is not None
            grade.needs_manual_grade = given or grade.auto_score is None or name in look
        for comment, name in _rows(gradebook, Comment, submission):
            said = " ".join(f.says for f in scores.about(name))
            comment.auto_comment = said or ("No response." if name in blank else None)
        submission.flagged = submission.flagged or bool(look)
        submission.late_submission_penalty = None
        gradebook.db.commit()
        return nb, resources


class AssignLatePenalties(stock.AssignLatePenalties):  # type: ignore[misc] # nbgrader is untyped
    """nbgrader's step, which opens the grade book anew to find out that a submission is not late."""

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:  # noqa: ANN401 - nbformat is untyped
        """Leave a submission in time alone."""
        ids = resources["nbgrader"]
        late = _work(resources).gradebook.find_submission(ids["assignment"], ids["student"]).total_seconds_late > 0
        return super().preprocess(nb, resources) if late else (nb, resources)


def _rows(gradebook: Any, kind: Any, submission: Any) -> list[tuple[Any, str]]:  # noqa: ANN401 - nbgrader is untyped
    """All grades or comments of a submission, each with the name of its cell."""
    query = gradebook.db.query(kind, BaseCell.name).join(BaseCell, BaseCell.id == kind.cell_id)
    return [(row, str(name)) for row, name in query.filter(kind.notebook_id == submission.id)]


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


def give_up(converter: Any, why: AssignmentError | str) -> NoReturn:  # noqa: ANN401 - nbgrader is untyped
    """Say in one line why a converter can't start, and end its command as nbgrader ends it."""
    converter.log.error("%s", why)
    raise NbGraderException(str(why)) from None


def _work(resources: Resources) -> Work:
    work = resources.get("course")
    if not isinstance(work, Work):
        raise AssignmentError(
            "the course's converter did not start this conversion; run it in grading/ with its nbgrader_config.py."
        )
    return work


def _scores(resources: Resources) -> Scores:
    scores = _work(resources).scores
    if scores is None:
        raise AssignmentError("no submission was scored in this conversion.")
    return scores
