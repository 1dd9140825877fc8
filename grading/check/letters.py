"""Has a text lost letters, because a program once read it in another encoding?"""

from collections.abc import Iterator
from pathlib import Path

import nbformat

from course.text import EncodingError, garbled, plain
from grading.check.rooms import DATA, KEYS, LEARNERS, NOTEBOOKS, SOURCE
from grading.handout.cells import grade_id, read_notebook


def letter_faults() -> Iterator[str]:
    """Where a letter is lost or became several, in all texts of the course; a line each."""
    for folder, pattern in (
        (DATA, "**/*.csv"), (DATA, "**/*.toml"), (DATA, "*.json"), (NOTEBOOKS, "*.ipynb"),
        (SOURCE, "*/*.toml"), (SOURCE, "*/*.ipynb"), (KEYS, "*.csv"), (KEYS, "*.toml"), (LEARNERS, "*_learners.toml"),
    ):  # fmt: skip
        for path in sorted(folder.glob(pattern)):
            yield from (
                f"{where}: “{word}” holds letters that were read in another encoding than their own; type them anew, "
                "and save the file as UTF-8."
                for where, word in (_in_cells(path) if path.suffix == ".ipynb" else _in_lines(path))
            )


def _in_lines(path: Path) -> Iterator[tuple[str, str]]:
    try:
        text = plain(path.read_bytes())
    except (OSError, EncodingError):
        return  # said elsewhere
    yield from ((f"{path}, line {line}", word) for line, word in garbled(text))


def _in_cells(path: Path) -> Iterator[tuple[str, str]]:
    try:
        cells = read_notebook(path).cells
    except (OSError, ValueError, nbformat.ValidationError):
        return  # said elsewhere
    for number, cell in enumerate(cells, 1):
        name = grade_id(cell) or cell.get("id") or number
        yield from ((f"{path}: cell “{name}”", word) for _, word in garbled(cell.source))
