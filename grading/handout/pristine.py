"""The assignment's notebook as it was released, with what only whoever grades may see put back into locked cells."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import nbformat

from grading.handout import earlier
from grading.handout.assignment import AssignmentError
from grading.handout.cells import grade_id, read_notebook


class Pristine(msgspec.Struct, frozen=True):
    """What a submission is rebuilt on.

    Attributes:
        notebook: an nbformat NotebookNode; copy it before changing it.
        released: the sources of all cells as a learner received them, in this release or an earlier one, stripped.
        locked: id to source of the cells a learner can't edit, as received, stripped.
    """

    notebook: Any
    released: frozenset[str]
    locked: Mapping[str, str]


def load_pristine(path: Path, hidden: Mapping[str, tuple[str, str]]) -> Pristine:
    """Read the released notebook and restore its locked cells.

    The release folder is the truth for what learners received, also for cells that nbgrader does not track. The mark
    scheme, which `generate_assignment` took out, is kept by nbgrader in the grade book only.

    Args:
        path: the notebook in `release/`.
        hidden: id to (source, checksum) of the locked cells, from the grade book.

    Raises:
        AssignmentError: the release is missing or unreadable, or it and the grade book have different cells.
    """
    name = path.stem
    again = f"run `nbgrader generate_assignment {name} --force`"
    if not path.is_file():
        raise AssignmentError(f"{path}: the released notebook is missing; {again}.")
    try:
        notebook = read_notebook(path)
    except (OSError, ValueError, nbformat.ValidationError) as e:
        raise AssignmentError(f"{path}: the released notebook can't be read ({e}); {again}.") from None
    released = frozenset(cell.source.strip() for cell in notebook.cells) | earlier.texts(path.parent)
    found = {grade_id(c): c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("locked")}
    if set(found) != set(hidden):
        odd = min(set(found) ^ set(hidden))
        raise AssignmentError(f"{path}: cell “{odd}” stands in the release or the grade book but not in both; {again}.")
    locked = {i: cell.source.strip() for i, cell in found.items()}
    for cell_id, (source, checksum) in hidden.items():
        found[cell_id].source = source
        found[cell_id].metadata.nbgrader["checksum"] = checksum
    return Pristine(notebook, released, locked)
