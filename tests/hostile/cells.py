"""Cells and their metadata changed. What is graded is the released notebook, so nothing of it may count."""

import copy
import json
from pathlib import Path
from typing import Any

from tests.hostile.place import answer_id, edit, edit_notebook, meta, notebook, with_meta

OTHER_IDS = ("condition-restated", "aims-offers", "signals-hedges", "judgement-fit")


def _graded(cell: Any) -> bool:
    return bool(meta(cell).get("grade"))


def metadata_old(folder: Path) -> None:
    """One cell of an old form stops stock nbgrader's whole batch."""
    edit(folder, lambda cells: [with_meta(c, schema_version=1) for c in cells])


def metadata_newer(folder: Path) -> None:
    edit(folder, lambda cells: [with_meta(c, schema_version=99) for c in cells])


def metadata_no_object(folder: Path) -> None:
    edit(folder, lambda cells: [c | {"metadata": {"nbgrader": "full marks"}} for c in cells])


def metadata_nested(folder: Path) -> None:
    text = json.dumps(json.loads(notebook(folder).read_text(encoding="utf-8")))
    notebook(folder).write_text(
        text.replace('"metadata": {', '"metadata": {"deep": ' + "[" * 5000 + "]" * 5000 + ", ", 1)
    )


def locked_cells_edited(folder: Path) -> None:
    """Full marks, if anybody executed or believed it."""
    edit(folder, lambda cells: [with_meta(c, points=100) | {"source": "100.0"} if _graded(c) else c for c in cells])


def points_raised(folder: Path) -> None:
    edit(folder, lambda cells: [with_meta(c, points=1000) for c in cells])


def points_no_number(folder: Path) -> None:
    edit(folder, lambda cells: [with_meta(c, points="all", score=100, manual_score=100) for c in cells])


def points_nan(folder: Path) -> None:
    edit(folder, lambda cells: [with_meta(c, points=float("nan")) for c in cells])


def marks_in_metadata(folder: Path) -> None:
    given = {"score": 100, "auto_score": 100, "manual_score": 100, "comment": "Excellent.", "checksum": "0" * 32}
    edit(folder, lambda cells: [with_meta(c, **given) for c in cells])


def ids_swapped(folder: Path) -> None:
    def swap(cells: list[Any]) -> list[Any]:
        names = [meta(c)["grade_id"] for c in cells if _graded(c)][::-1]
        return [with_meta(c, grade_id=names.pop(0)) if _graded(c) else c for c in cells]

    edit(folder, swap)


def ids_removed(folder: Path) -> None:
    edit(folder, lambda cells: [with_meta(c, grade_id="") for c in cells])


def ids_no_text(folder: Path) -> None:
    edit(folder, lambda cells: [with_meta(c, grade_id=["a", 1]) for c in cells])


def ids_of_other_assignments(folder: Path) -> None:
    added = {"grade": True, "solution": False, "locked": True, "points": 50, "schema_version": 3, "task": False}
    more = [
        {"cell_type": "raw", "id": f"other-{n}", "source": "", "metadata": {"nbgrader": added | {"grade_id": name}}}
        for n, name in enumerate(OTHER_IDS)
    ]
    edit(folder, lambda cells: [*cells, *more])


def cells_duplicated(folder: Path) -> None:
    def twice(cells: list[Any]) -> list[Any]:
        answers = [c | {"source": "Second text."} for c in cells if c.get("id") == answer_id(folder)]
        return [*cells, *(copy.deepcopy(c) for c in cells if meta(c)), *answers]

    edit(folder, twice)


def cells_deleted(folder: Path) -> None:
    edit(folder, lambda cells: [c for c in cells if not meta(c) and c.get("id") != answer_id(folder)])


def cells_reversed(folder: Path) -> None:
    edit(folder, lambda cells: cells[::-1])


def cells_retyped(folder: Path) -> None:
    def other(cell: Any) -> Any:
        if cell["cell_type"] == "code":
            return {k: v for k, v in cell.items() if k not in ("outputs", "execution_count")} | {
                "cell_type": "markdown"
            }
        return cell | {"cell_type": "code", "outputs": [], "execution_count": None}

    edit(folder, lambda cells: [other(c) for c in cells])


def cells_no_objects(folder: Path) -> None:
    edit(folder, lambda cells: [*cells, 5, None, "cell", ["cell"], {"source": 5}])


def tags_added(folder: Path) -> None:
    """With the first of these, nbconvert passes a cell over, and stock nbgrader then gives it full marks."""
    tags = ["skip-execution", "raises-exception", "remove_cell", "hide-input"]
    edit(folder, lambda cells: [c | {"metadata": c["metadata"] | {"tags": tags}} for c in cells])


def locks_opened(folder: Path) -> None:
    edit(folder, lambda cells: [with_meta(c, locked=False, solution=True, task=False) for c in cells])


def essay_made_a_test(folder: Path) -> None:
    """A cell that is solution and test at once is graded by its output in stock nbgrader."""

    def change(cell: Any) -> Any:
        if cell.get("id") != answer_id(folder):
            return cell
        mine = {"grade": True, "solution": False, "locked": True, "task": False, "points": 10, "schema_version": 3}
        return cell | {"metadata": {"nbgrader": mine | {"grade_id": f"{folder.name}-essay"}}}

    edit(folder, lambda cells: [change(c) for c in cells])


def outputs_forged(folder: Path) -> None:
    shown = {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "100.0"}}
    edit(folder, lambda cells: [c | {"outputs": [shown]} if c["cell_type"] == "code" else c for c in cells])


def answer_cell_often(folder: Path) -> None:
    def often(cells: list[Any]) -> list[Any]:
        [answer] = [c for c in cells if c.get("id") == answer_id(folder)]
        return [*cells, *(answer | {"source": f"Text {n}."} for n in range(300))]

    edit(folder, often)


def wrote_beside(folder: Path) -> None:
    note = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "I could not type above, so I write here."}
    edit(folder, lambda cells: [*cells, note])


def claims_to_be_another(folder: Path) -> None:
    who = {"student": "expert", "student_id": "expert", "assignment": "other", "gradebook_id": 1}
    edit_notebook(
        folder, metadata={"nbgrader": who, "celltoolbar": "Create Assignment", "authors": [{"name": "expert"}]}
    )
