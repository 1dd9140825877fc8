"""Has whoever wrote an assignment left a word that stands for what is still to be written?"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.text import EncodingError, plain
from grading.handout.cells import grade_id, is_answer_to, is_task, meta

_LEFT = re.compile(
    r"\b(?:TODO|FIXME|TBD|PLACEHOLDER)\b|\bYOUR (?:[A-Z]+ ){1,4}HERE\b|\b(?i:lorem ipsum)\b"
    r"|\[(?:insert|add|your) [^\]\n]{1,60}\](?!\()|<(?:insert|add|your) [^>\n]{1,60}>",
)
_SAYS = "“{}” stands for what is still to be written; write it, or take it out."


def unfinished_lines(path: Path, *, notes: bool) -> Iterator[str]:
    """Where in a file of questions or keys, a line each; nothing of a file that can't be read.

    Args:
        path: a TOML file.
        notes: whether its comments count, as they do where the file is handed out.
    """
    try:
        text = plain(path.read_bytes())
    except (OSError, EncodingError):
        return  # said elsewhere
    for number, line in enumerate(text.split("\n"), 1):
        if notes or not line.lstrip().startswith("#"):
            yield from (f"{path}, line {number}: {_SAYS.format(found[0])}" for found in _LEFT.finditer(line))


def unfinished_cells(cells: list[Any]) -> Iterator[str]:
    """Where in the cells of a notebook as it would be released; in those where learners write it is meant for them."""
    tasks = [cell for cell in cells if is_task(cell)]
    for number, cell in enumerate(cells, 1):
        if not meta(cell).get("solution") and not any(is_answer_to(cell, task) for task in tasks):
            name = grade_id(cell) or cell.get("id") or number
            yield from (f"cell “{name}”: {_SAYS.format(found[0])}" for found in _LEFT.finditer(cell.source))
