"""Change the cells of an assignment that has been handed in: rename, add, take out; refuse what would lose marks.

nbgrader refuses every such change, after it has removed the release. Here all is looked at first; a cell that only has
another id keeps its marks, a new one gets a place in every hand-in, and one that is gone is taken out, unless a person
has given marks for it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from nbgrader import utils
from nbgrader.api import BaseCell, Comment, Grade, MissingEntry, SourceCell

from course.questions import Bank
from grading.handout.assignment import AssignmentError
from grading.handout.cells import grade_id
from grading.marking.marks import drop, kept_for

KINDS = ("grade", "solution", "task", "source")


class Reshape(msgspec.Struct, frozen=True):
    """What becomes of the cells of an assignment.

    Attributes:
        renamed: old id to new.
        added: ids of cells that hand-ins of before don't have.
        removed: ids of cells that are gone.
        hand_ins: how many there are.
    """

    renamed: Mapping[str, str]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    hand_ins: int

    def __bool__(self) -> bool:
        return bool(self.renamed or self.added or self.removed)


def planned(gradebook: Any, name: str, cells: Iterable[Any], bank: Bank) -> Reshape | None:  # noqa: ANN401 - nbgrader is untyped
    """How the cells of an assignment that was handed in would change; None if nobody has handed in.

    Args:
        gradebook: nbgrader's.
        name: the assignment's id.
        cells: of its notebook in `source/`.
        bank: its questions, which say what ids they had before.

    Raises:
        AssignmentError: marks that a person gave would be lost.
    """
    try:
        notebook = gradebook.find_notebook(name, name)
    except MissingEntry:
        return None
    if not notebook.submissions:
        return None
    cells = list(cells)
    new = {grade_id(c): c for c in cells if any(_is(kind, c) for kind in KINDS)}
    old = {c.name for c in (*notebook.grade_cells, *notebook.solution_cells, *notebook.task_cells)}
    old |= {c.name for c in notebook.source_cells}
    renamed = {was: place for place in bank.places for was in bank.earlier(place) if place not in old and was in old}
    gone = sorted(old - set(new) - set(renamed))
    given = {each: n for each in gone if (n := _given(gradebook, notebook, each))}
    if given:
        each, n = min(given.items())
        raise AssignmentError(
            f"“{each}” is gone from the assignment, and {n} marks that a person gave for it would be lost. Put it back "
            "(a question can be dropped: `dropped = true` in its key), or take these marks back. Nothing was changed."
        )
    _check_points(gradebook, notebook, new, renamed)
    added = sorted(set(new) - old - set(renamed.values()))
    return Reshape(renamed, tuple(added), tuple(gone), len(notebook.submissions))


def apply(gradebook: Any, name: str, cells: Iterable[Any], plan: Reshape) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Change the grade book as planned."""
    notebook = gradebook.find_notebook(name, name)
    db = gradebook.db
    for kind in (BaseCell, SourceCell):
        for row in db.query(kind).filter(kind.notebook_id == notebook.id):
            if row.name in plan.renamed:
                row.name = plan.renamed[row.name]
            elif row.name in plan.removed:
                if kind is BaseCell:
                    drop(gradebook, [grade.id for grade in row.grades])
                    for part in (*row.grades, *row.comments):
                        db.delete(part)
                db.delete(row)
    db.commit()
    for cell in cells:
        if grade_id(cell) in plan.added:
            _add(gradebook, name, notebook, cell)
    db.commit()


def told(plan: Reshape) -> Iterable[str]:
    """What is said of it, a line each."""
    for old, new in plan.renamed.items():
        yield f"“{old}” is “{new}” now, and keeps its answers and marks."
    if plan.removed:
        yield f"Taken out with the points they gave: {', '.join(plan.removed)}."
    if plan.added:
        yield (
            f"New: {', '.join(plan.added)}. The {plan.hand_ins} who have handed in were not asked, and a question "
            "counts 0 for them. To give everybody its points, write `dropped = true` in its key."
        )


def _add(gradebook: Any, name: str, notebook: Any, cell: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
    cell_id, points = grade_id(cell), cell.metadata.nbgrader.get("points")
    graded = {"max_score": float(points or 0), "cell_type": cell.cell_type}
    made: list[tuple[Any, tuple[Any, ...]]] = []
    if _is("grade", cell):
        made.append((gradebook.update_or_create_grade_cell(cell_id, name, name, **graded), (Grade,)))
    if _is("solution", cell):
        made.append((gradebook.update_or_create_solution_cell(cell_id, name, name), (Comment,)))
    if _is("task", cell):
        made.append((gradebook.update_or_create_task_cell(cell_id, name, name, **graded), (Grade, Comment)))
    gradebook.update_or_create_source_cell(cell_id, name, name, cell_type=cell.cell_type, source=cell.source)
    for row, kinds in made:
        for submission in notebook.submissions:
            for kind in kinds:
                gradebook.db.add(kind(cell_id=row.id, notebook=submission))


def _check_points(gradebook: Any, notebook: Any, new: Mapping[str, Any], renamed: Mapping[str, str]) -> None:  # noqa: ANN401
    given = (
        gradebook.db.query(BaseCell.name, Grade.manual_score)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .filter(BaseCell.notebook_id == notebook.id, Grade.manual_score.isnot(None))
    )
    for name, points in (*given, *kept_for(gradebook, notebook.id)):
        cell = new.get(renamed.get(name, name))
        most = float(cell.metadata.nbgrader.get("points", 0)) if cell is not None else points
        if points > most:
            raise AssignmentError(
                f"“{name}” would give {most:g} points, and a person has given {points:g} to somebody. "
                "Lower that mark first. Nothing was changed."
            )


def _given(gradebook: Any, notebook: Any, name: str) -> int:  # noqa: ANN401 - nbgrader is untyped
    """How many marks a person gave for a cell."""
    query = gradebook.db.query(Grade).join(BaseCell, BaseCell.id == Grade.cell_id)
    found = query.filter(BaseCell.notebook_id == notebook.id, BaseCell.name == name, Grade.manual_score.isnot(None))
    return int(found.count()) + sum(cell == name for cell, _ in kept_for(gradebook, notebook.id))


def _is(kind: str, cell: Any) -> bool:  # noqa: ANN401 - nbformat is untyped
    match kind:
        case "grade":
            return bool(utils.is_grade(cell))
        case "solution":
            return bool(utils.is_solution(cell))
        case "task":
            return bool(utils.is_task(cell))
        case _:
            return bool(utils.is_grade(cell) or utils.is_solution(cell) or utils.is_task(cell) or utils.is_locked(cell))
