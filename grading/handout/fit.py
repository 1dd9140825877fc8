"""Is an assignment fit to be handed out?"""

from pathlib import Path

import nbformat

from grading.handout.assignment import BANK, Assignment, AssignmentError, check_agreement, load_assignment
from grading.handout.cells import read_notebook
from grading.handout.guard import check_release


def check_source(name: str, source: Path, keys: Path) -> Assignment:
    """The assignment in a source folder, if everything about it is fit to be released.

    Args:
        name: the assignment's id.
        source: its folder in `source/`.
        keys: the folder of keys.

    Raises:
        AssignmentError: bank, key and notebook don't fit, or more than bank and notebook would be handed out.
    """
    assignment = load_assignment(name, source, keys)
    path = source / f"{name}.ipynb"
    try:
        notebook = read_notebook(path)
    except (OSError, ValueError, nbformat.ValidationError) as e:
        raise AssignmentError(f"{path}: expected a notebook that can be read ({e}).") from None
    check_agreement(path, assignment.bank, notebook)
    check_release(source, assignment, frozenset({BANK, path.name}))
    return assignment
