"""What can happen to a folder before it is handed in. Each function takes the folder."""

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

NOTEBOOK = "precondition.ipynb"


def damage_journal(folder: Path) -> None:
    """Cut the journal short, as a full disk does."""
    journal = folder / "journal.json"
    journal.write_bytes(journal.read_bytes()[:-40])


def remove_journal(folder: Path) -> None:
    (folder / "journal.json").unlink()


def make_journal_newer(folder: Path) -> None:
    journal = folder / "journal.json"
    journal.write_text(json.dumps(json.loads(journal.read_text()) | {"version": 99}))


def link_journal(folder: Path) -> None:
    """Point at the journal of somebody who knows the answers."""
    remove_journal(folder)
    (folder / "journal.json").symlink_to(folder.parents[1] / "expert" / folder.name / "journal.json")


def make_journal_a_folder(folder: Path) -> None:
    remove_journal(folder)
    (folder / "journal.json").mkdir()


def remove_notebook(folder: Path) -> None:
    (folder / NOTEBOOK).unlink()


def rename_notebook(folder: Path) -> None:
    (folder / NOTEBOOK).rename(folder / "precondition (1).ipynb")


def make_notebook_a_pipe(folder: Path) -> None:
    """Nobody writes to it: who opens it without care waits for ever."""
    remove_notebook(folder)
    os.mkfifo(folder / NOTEBOOK)


def cut_notebook(folder: Path) -> None:
    (folder / NOTEBOOK).write_bytes((folder / NOTEBOOK).read_bytes()[:500])


def make_notebook_huge(folder: Path) -> None:
    os.truncate(folder / NOTEBOOK, 30_000_000)


def make_metadata_old(folder: Path) -> None:
    """One cell of an old form stops stock nbgrader's whole batch."""
    _edit(folder, lambda cells: [_with(c, schema_version=1) for c in cells])


def edit_locked_cells(folder: Path) -> None:
    """Full marks, if anybody executed or believed it."""
    _edit(
        folder,
        lambda cells: [_with(c, points=100) | {"source": "100.0"} if _meta(c).get("grade") else c for c in cells],
    )


def duplicate_cells(folder: Path) -> None:
    def twice(cells: list[Any]) -> list[Any]:
        copies = [copy.deepcopy(c) for c in cells if _meta(c)]
        answer = next(c for c in cells if c["id"] == "precondition-essay-answer")
        return [*cells, *copies, answer | {"source": "Second text."}]

    _edit(folder, twice)


def delete_cells(folder: Path) -> None:
    _edit(folder, lambda cells: [c for c in cells if not _meta(c) and c["id"] != "precondition-essay-answer"])


def write_beside(folder: Path) -> None:
    note = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "I could not type above, so I write here."}
    _edit(folder, lambda cells: [*cells, note])


def _meta(cell: Any) -> dict[str, Any]:
    found: dict[str, Any] = cell["metadata"].get("nbgrader", {})
    return found


def _with(cell: Any, **members: Any) -> Any:
    return cell | {"metadata": cell["metadata"] | {"nbgrader": _meta(cell) | members}} if _meta(cell) else cell


def _edit(folder: Path, change: Callable[[list[Any]], list[Any]]) -> None:
    notebook = json.loads((folder / NOTEBOOK).read_text(encoding="utf-8"))
    notebook["cells"] = change(notebook["cells"])
    (folder / NOTEBOOK).write_text(json.dumps(notebook), encoding="utf-8")
