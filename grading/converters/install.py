"""Put the course's converters where nbgrader starts its own.

nbgrader has no setting for the class of a converter, and its command line and its formgrader each import it by name.
Should one be started unchanged all the same, the steps in `grading.converters.preprocessors` refuse to work.
"""

from pathlib import Path

from nbgrader.apps import api, autogradeapp, generateassignmentapp, generatefeedbackapp

from grading.book import read_version_here
from grading.converters.autograde import CourseAutograde
from grading.converters.generate import CourseGenerateAssignment
from grading.converters.give_feedback import CourseGenerateFeedback
from grading.errors import find_programs, install_hook
from grading.handout.assignment import AssignmentError
from grading.late import penalties


def install(root: Path) -> None:
    """Put the course's converters where nbgrader's command line and its formgrader start theirs, and keep penalties.

    Args:
        root: nbgrader's course root, whose configuration says what late work costs.

    Raises:
        AssignmentError: this nbgrader starts its converters elsewhere.
    """
    for module, mine in (
        (autogradeapp, CourseAutograde),
        (api, CourseAutograde),
        (generateassignmentapp, CourseGenerateAssignment),
        (api, CourseGenerateAssignment),
        (generatefeedbackapp, CourseGenerateFeedback),
        (api, CourseGenerateFeedback),
    ):
        name = mine.__name__.removeprefix("Course")
        if not hasattr(module, name):
            raise AssignmentError(f"{module.__name__} has no {name}: this version of nbgrader is not supported.")
        setattr(module, name, mine)
    penalties.follow(lambda: penalties.settings(root))
    find_programs()
    read_version_here()
    install_hook()
