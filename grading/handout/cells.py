"""What the cells of an assignment are, told from nbgrader's metadata. Cells are dictionaries of nbformat 4."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat

from course.text import EncodingError, decoded

Cell = Mapping[str, Any]


def read_notebook(path: Path) -> Any:  # noqa: ANN401 - nbformat is untyped
    """One of the grading room's own notebooks, as a NotebookNode.

    Raises:
        OSError: it can't be read.
        ValueError: it is not JSON in UTF-8; the message says what it is.
        nbformat.ValidationError: it is not a notebook.
    """
    try:
        text = decoded(path.read_bytes())
    except EncodingError as e:
        raise ValueError(f"line {e.line}: {e}") from None
    if text.startswith("\ufeff"):  # neither JupyterLab nor nbgrader could read it
        raise ValueError("line 1: expected UTF-8 without a byte order mark; save the file as plain UTF-8")
    return nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]


def meta(cell: Cell) -> Mapping[str, Any]:
    """The nbgrader metadata of a cell, empty if it has none."""
    found = cell["metadata"].get("nbgrader")
    return found if isinstance(found, Mapping) else {}


def grade_id(cell: Cell) -> str:
    """The nbgrader id of a cell, "" if it has none."""
    return str(meta(cell).get("grade_id", ""))


def is_question(cell: Cell) -> bool:
    """Whether the cell is graded by the scorer."""
    return bool(meta(cell).get("grade")) and not meta(cell).get("solution")


def is_task(cell: Cell) -> bool:
    """Whether the cell sets a task, here an essay, that a person grades."""
    return bool(meta(cell).get("task"))


def answer_id(task: Cell) -> str:
    """The id of the cell in which a task is answered."""
    return f"{grade_id(task)}-answer"


def is_answer_to(cell: Cell, task: Cell) -> bool:
    """Whether a cell is where a task is answered, by nbgrader's id or by the cell's own."""
    return answer_id(task) in (grade_id(cell), cell.get("id"))
