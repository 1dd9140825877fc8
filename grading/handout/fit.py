"""Is an assignment fit to be handed out?"""

import copy
from pathlib import Path
from typing import Any

import msgspec
import nbformat

from grading.handout import told
from grading.handout.assignment import BANK, Assignment, AssignmentError, check_agreement, load_assignment
from grading.handout.cells import grade_id, is_task, read_notebook
from grading.handout.guard import check_release, faults
from grading.handout.marks import BEGIN, END, split_scheme


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
    assignment = _check_notebook(path, assignment, notebook)
    check_release(source, assignment, frozenset({BANK, path.name}))
    return assignment


def _check_notebook(path: Path, assignment: Assignment, notebook: Any) -> Assignment:  # noqa: ANN401 - nbformat is untyped
    """The assignment with its mark schemes, if the notebook without them holds nothing of them or of a key."""
    released, schemes = copy.deepcopy(notebook), list[str]()
    for cell in released.cells:
        where = f"{path}: cell “{grade_id(cell) or cell.get('id')}”"
        try:
            kept, scheme = split_scheme(cell.source)
        except ValueError as e:
            raise AssignmentError(f"{where}: {e}.") from None
        if scheme and not is_task(cell):
            raise AssignmentError(f"{where}: holds a mark scheme; expected one in the cell of a task only.")
        if is_task(cell) and not scheme.strip():
            raise AssignmentError(
                f"{where}: expected a mark scheme between the lines “=== {BEGIN} ===” and “=== {END} ===”."
            )
        cell.source = kept
        schemes.append(scheme)
    assignment = msgspec.structs.replace(assignment, hidden=(*assignment.hidden, *filter(None, schemes)))
    for fault in (*told.disagreements(assignment.bank, notebook), *faults(assignment, released)):
        raise AssignmentError(f"{path}: {fault}")
    return assignment
