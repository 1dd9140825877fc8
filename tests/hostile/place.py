"""Where things stand around a submission, `<class>/grading/submitted/<learner>/<assignment>`, and how to edit it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

KNOWS = "expert"
"""A learner who hands in sound work and knows everything; worth stealing from."""
HOST = "hostile.example"
CANARY = "canary-of-a-file-outside"
"""The content of every file in `outside`, which nothing in a class may read."""
KEY = "canary-of-the-key"
"""Stands in what only instructors have, in the other tools that the corpus is tried on."""
SECRET = "canary-of-another-essay"
"""Stands in the essay of KNOWS."""
JOURNAL = "journal.json"


def notebook(folder: Path) -> Path:
    return folder / f"{folder.name}.ipynb"


def answer_id(folder: Path) -> str:
    """The id of the cell for the essay."""
    return f"{folder.name}-essay-answer"


def other(folder: Path, name: str) -> Path:
    """A file of the learner who knows."""
    return folder.parents[1] / KNOWS / folder.name / name


def root(folder: Path) -> Path:
    """nbgrader's course root."""
    return folder.parents[2]


def course_id(folder: Path) -> str:
    """What nbgrader calls the course, by its configuration."""
    [found] = re.findall(r'course_id = "(.+)"', (root(folder) / "nbgrader_config.py").read_text(encoding="utf-8"))
    return str(found)


def outside(folder: Path, name: str = "canary.txt") -> Path:
    """A file that is no part of the course."""
    return folder.parents[3] / "outside" / name


def ran(folder: Path) -> Path:
    """What a learner's code writes to show that it ran."""
    return outside(folder, f"ran-{folder.parent.name}")


def took(folder: Path) -> Path:
    """Where a learner's code puts what it has read."""
    return outside(folder, f"read-{folder.parent.name}")


def edit(folder: Path, change: Callable[[list[Any]], list[Any]]) -> None:
    """Replace the cells of the notebook."""
    held = json.loads(notebook(folder).read_text(encoding="utf-8"))
    held["cells"] = change(held["cells"])
    notebook(folder).write_text(json.dumps(held), encoding="utf-8")


def edit_notebook(folder: Path, **members: Any) -> None:
    held = json.loads(notebook(folder).read_text(encoding="utf-8"))
    notebook(folder).write_text(json.dumps(held | members), encoding="utf-8")


def meta(cell: Any) -> dict[str, Any]:
    found: dict[str, Any] = cell["metadata"].get("nbgrader", {})
    return found


def with_meta(cell: Any, **members: Any) -> Any:
    """The cell with other nbgrader metadata; as it is if it has none."""
    return cell | {"metadata": cell["metadata"] | {"nbgrader": meta(cell) | members}} if meta(cell) else cell


def write_essay(folder: Path, text: str) -> None:
    """Put a text where the essay goes: the cell of that id, or in another tool's notebook the last markdown cell."""

    def change(cells: list[Any]) -> list[Any]:
        [*_, last] = (c for c in cells if c["cell_type"] == "markdown")
        [cell] = [c for c in cells if c.get("id") == answer_id(folder)] or [last]
        return [c | {"source": text} if c is cell else c for c in cells]

    edit(folder, change)


def add_code(folder: Path, source: str) -> None:
    """Append a code cell, and put the same code before all others, for tools that run what they get."""
    cell = {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
    edit(folder, lambda cells: [cell | {"id": "first-of-mine"}, *cells, cell | {"id": "last-of-mine"}])


def read_journal(folder: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((folder / JOURNAL).read_text(encoding="utf-8"))
    return held


def write_journal(folder: Path, held: Any) -> None:
    (folder / JOURNAL).write_text(json.dumps(held), encoding="utf-8")


def first_answer(folder: Path, value: Any) -> None:
    """Another value for the first question that the assignment asks."""
    held = read_journal(folder)
    held["answers"][first_question(folder)]["value"] = value
    write_journal(folder, held)


def first_question(folder: Path) -> str:
    held = json.loads((root(folder) / "release" / folder.name / f"{folder.name}.ipynb").read_text(encoding="utf-8"))
    return next(str(meta(c)["grade_id"]) for c in held["cells"] if meta(c).get("grade"))
