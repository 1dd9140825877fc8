"""Can a notebook be shown as it is written, and is it as it was made and not as it was tried?"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from grading.handout.cells import grade_id

PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)|<img\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
ACTIVE = re.compile(r"<(script|iframe|object|embed|form)\b|\bon[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE)
ELSEWHERE = re.compile(r"(https?|data):", re.IGNORECASE)
# A claim, and what it looks like with a digit too few or too many, or with letters for noughts.
CLAIM = re.compile(r"\bC(?=[\dO]*\d[\dO]*\d)[\dO]{2,5}\b")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
MARKED = (
    "Assignment: a title",
    "Replace this text.",
    "Why this question is asked.",
    "Your task, in one sentence.",
)
"""What the example says only in order to be replaced."""


def shown_faults(path: Path, cells: list[Any], claims: set[str]) -> Iterator[str]:
    """Pictures that are missing, what runs, and claims that are none, in the text of a notebook."""
    for number, cell in enumerate(cells, 1):
        if cell["cell_type"] != "markdown":
            continue
        where, text = f"{path}: cell “{_name(cell, number)}”", CODE.sub("", cell["source"])
        for found in PICTURE.finditer(text):
            name = found[1] or found[2]
            if not _there(name, path.parent, cell):
                yield f"{where}: the picture “{name}” is missing; expected it {_place(name, path.parent)}."
        if active := ACTIVE.search(text):
            yield f"{where}: holds “{active[0]}”, which does not run here; expected text, tables and pictures."
        unknown = sorted({*CLAIM.findall(text)} - claims)
        yield from (f"{where}: “{each}” is not a claim of the brief." for each in unknown)


def tried_faults(path: Path, cells: list[Any]) -> Iterator[str]:
    """What is left in an assignment's notebook from trying it, and pictures that would not be handed out."""
    for number, cell in enumerate(cells, 1):
        where = f"{path}: cell “{_name(cell, number)}”"
        if cell["cell_type"] == "code" and cell.get("outputs"):
            yield f"{where}: holds an output from trying it; expected none (Edit ▸ Clear Outputs of All Cells)."
        if cell["cell_type"] == "code" and not cell["source"].strip():
            yield f"{where}: expected code, found an empty cell."


def example_notes(path: Path, cells: list[Any]) -> Iterator[str]:
    """Where the example's own text still stands."""
    for number, cell in enumerate(cells, 1):
        for text in (text for text in MARKED if text in cell["source"]):
            yield f"{path}: cell “{_name(cell, number)}”: still the example's text (“{text}”)."


def _there(name: str, folder: Path, cell: Mapping[str, Any]) -> bool:
    if name.startswith("attachment:"):
        return unquote(name.removeprefix("attachment:")) in cell.get("attachments", {})
    return bool(ELSEWHERE.match(name)) or (folder / unquote(name)).is_file()


def _place(name: str, folder: Path) -> str:
    return "attached to the cell" if name.startswith("attachment:") else f"in {folder}"


def _name(cell: Mapping[str, Any], number: int) -> str:
    return grade_id(cell) or str(cell.get("id") or number)
