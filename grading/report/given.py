"""The texts that every learner of a class had: what is quoted from them is nobody's own."""

import json
from pathlib import Path

from course import tables
from grading.handout.assignment import BANK


def given(release: Path) -> tuple[str, ...]:
    """The brief's tables, and the released assignment in the folder `release`. What can't be read there is left out."""
    rows = (row for name in tables.names() for row in _rows(name))
    brief = "\n".join(str(value) for row in rows for value in row.values() if isinstance(value, str))
    bank = release / BANK
    questions = [bank.read_text(encoding="utf-8-sig", errors="replace")] if bank.is_file() else []
    return (brief, *questions, *(text for path in sorted(release.glob("*.ipynb")) for text in _cells(path)))


def _rows(name: str) -> list[tables.Row]:
    return tables.read_after(name.removeprefix(tables.AFTER)) if name.startswith(tables.AFTER) else tables.read(name)


def _cells(path: Path) -> list[str]:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return ["".join(cell["source"]) for cell in cells]
    except (OSError, ValueError, KeyError, TypeError):
        return []
