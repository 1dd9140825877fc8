"""After grading: members of groups in the grade book, and what is to be told of groups."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from nbgrader.api import Student

from grading.groups.found import look, told
from grading.reading.inert import one_line


def enter_groups(gradebook: Any, root: Path, assignment: str, say: Callable[[str], None]) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Let the grade book know everybody for whom a hand-in counts, so that each has a mark to export; say what waits.

    Raises:
        AssignmentError: a table of groups can't be read.
    """
    groups, counted = look(root, assignment)
    known = {str(each.id) for each in gradebook.db.query(Student.id)}
    for members in groups.members.values():
        if any(who in counted.whose or who in counted.waiting for who in members):
            gradebook.db.add_all(Student(id=who) for who in members if who not in known)
    gradebook.db.commit()
    for line in told(groups, counted):
        say(one_line(line))
