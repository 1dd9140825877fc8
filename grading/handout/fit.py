"""Is an assignment fit to be handed out?"""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import nbformat

from grading.handout import told
from grading.handout.assignment import BANK, Assignment, AssignmentError, disagreements, read_assignment
from grading.handout.cells import grade_id, is_task, read_notebook
from grading.handout.guard import faults, release_faults
from grading.handout.scheme import read_scheme
from grading.handout.unfinished import unfinished_cells, unfinished_lines


def check_source(name: str, source: Path, keys: Path) -> Assignment:
    """The assignment in a source folder, if everything about it is fit to be released.

    Args:
        name: the assignment's id.
        source: its folder in `source/`.
        keys: the folder of keys.

    Raises:
        AssignmentError: bank, key and notebook don't fit, or more than bank and notebook would be handed out.
    """
    assignment, found = read_source(name, source, keys)
    if found:
        raise AssignmentError(*found)
    return assignment


def read_source(name: str, source: Path, keys: Path) -> tuple[Assignment, tuple[str, ...]]:
    """What of it can be read, and everything that is not fit, a line each; otherwise as `check_source`."""
    assignment, wrong = read_assignment(name, source, keys)
    path = source / f"{name}.ipynb"
    found = [*wrong]
    try:
        notebook = _opened(path)
    except AssignmentError as e:
        found += e.faults
    else:
        released, schemes = _apart(notebook)
        assignment = _hiding(assignment, schemes)
        # Whatever a mark scheme without its marks holds would only say so again.
        tasks = [(cell, read_scheme(cell.source)) for cell in notebook.cells if is_task(cell)]
        unmarked = {f"cell “{grade_id(cell)}”" for cell, each in tasks if each.marks or not each.text.strip()}
        said = [*disagreements(assignment.bank, notebook), *_misplaced(notebook)]
        said += [*told.disagreements(assignment.bank, notebook), *faults(assignment, released, unmarked)]
        said += unfinished_cells(released.cells)
        found += [f"{path}: {each}" for each in said]
    # Remarks of a key are read in feedback; its comments stay with whoever wrote them.
    found += [*unfinished_lines(source / BANK, notes=True), *unfinished_lines(keys / f"{name}.toml", notes=False)]
    found += release_faults(source, assignment, frozenset({BANK, path.name}))
    return assignment, tuple(dict.fromkeys(" ".join(each.split()) for each in found))


def read_secrets(name: str, source: Path, keys: Path) -> Assignment:
    """The assignment with its keys, and with its mark schemes among what is hidden; nobody asks here whether it is fit.

    Raises:
        AssignmentError: its notebook can't be read.
    """
    assignment, _ = read_assignment(name, source, keys)
    return _hiding(assignment, _apart(_opened(source / f"{name}.ipynb"))[1])


def _opened(path: Path) -> Any:  # noqa: ANN401 - nbformat is untyped
    try:
        return read_notebook(path)
    except (OSError, ValueError, nbformat.ValidationError) as e:
        raise AssignmentError(f"{path}: expected a notebook that can be read ({e}).") from e


def _hiding(assignment: Assignment, schemes: list[Any]) -> Assignment:
    return msgspec.structs.replace(
        assignment, hidden=(*assignment.hidden, *(each.text for each in schemes if each.text))
    )


def _apart(notebook: Any) -> tuple[Any, list[Any]]:  # noqa: ANN401 - nbformat is untyped
    """The notebook as it would be released, and the mark schemes of its cells."""
    released = copy.deepcopy(notebook)
    schemes = [read_scheme(cell.source) for cell in released.cells]
    for cell, scheme in zip(released.cells, schemes, strict=True):
        cell.source = scheme.released
    return released, schemes


def _misplaced(notebook: Any) -> Iterator[str]:  # noqa: ANN401 - nbformat is untyped
    for cell in notebook.cells:
        scheme = read_scheme(cell.source)
        if not is_task(cell) and (scheme.text or scheme.marks):
            where = f"cell “{grade_id(cell) or cell.get('id')}”"
            yield f"{where}: holds a mark scheme; expected one in the cell of a task only."
