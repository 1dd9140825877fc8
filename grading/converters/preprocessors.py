"""Steps of nbgrader's conversions: thin adapters between nbgrader's notebooks and grade book and the grading room."""

from typing import Any, NoReturn, Self

import msgspec
from nbgrader.preprocessors import NbGraderPreprocessor

from grading.handout.assignment import Assignment, AssignmentError
from grading.handout.guard import faults

Resources = dict[str, Any]
_NOT_OURS = "the course's converter did not start this conversion; run it in grading/ with its nbgrader_config.py."


class Work(msgspec.Struct, frozen=True):
    """What the course's converters hand to these steps, under `resources["course"]`."""

    assignment: Assignment

    def __deepcopy__(self, memo: object) -> Self:
        """Nbconvert copies its resources at every turn; what is frozen can be shared."""
        return self


class Refuse(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader is untyped
    """In the place of all of Autograde's steps: the course's converter needs none, and no other may grade."""

    def preprocess(self, nb: Any, resources: Resources) -> NoReturn:  # noqa: ANN401, ARG002 - nbgrader's signature
        """Raise AssignmentError."""
        raise AssignmentError(_NOT_OURS)


class RefuseKeys(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader is untyped
    """Last step of generate_assignment: refuse to write a notebook in which a key can be read."""

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:  # noqa: ANN401 - nbformat is untyped
        """Check the notebook; it is not changed.

        Raises:
            AssignmentError: text of the key or of a mark scheme stands anywhere in it.
        """
        assignment = _work(resources).assignment
        for fault in faults(assignment, nb):
            raise AssignmentError(f"{assignment.name}.ipynb: {fault}")
        return nb, resources


def _work(resources: Resources) -> Work:
    work = resources.get("course")
    if not isinstance(work, Work):
        raise AssignmentError(_NOT_OURS)
    return work
