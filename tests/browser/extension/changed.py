"""Notebooks that are almost a lesson, by code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.paths import ROOT

Cells = list[dict[str, Any]]
LESSON = ROOT / "notebooks" / "01_the_question.ipynb"


def code(source: str, name: str) -> dict[str, Any]:
    return {"cell_type": "code", "id": name, "metadata": {}, "execution_count": None, "outputs": [], "source": source}


def changed(folder: Path, change: Callable[[Cells], Cells | None], lesson: Path = LESSON, name: str = "") -> Path:
    """A copy of a lesson in a folder, not run, its cells changed in place or replaced by what `change` returns."""
    notebook = json.loads(lesson.read_text("utf-8"))
    cells: Cells = notebook["cells"]
    for each in cells:
        if each["cell_type"] == "code":
            each |= {"outputs": [], "execution_count": None}
    notebook["cells"] = change(cells) or cells
    file = folder / (name or lesson.name)
    file.write_text(json.dumps(notebook), "utf-8")
    return file


def cell(cells: Cells, name: str) -> dict[str, Any]:
    return next(each for each in cells if each["id"] == name)
