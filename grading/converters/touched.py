"""Which marks of a person's were given for points or a rubric that the assignment has no longer."""

from collections.abc import Iterable, Iterator
from typing import Any

from nbgrader.api import BaseCell, Grade, MissingEntry, SubmittedAssignment, SubmittedNotebook

from course.questions import Bank
from grading.handout.cells import grade_id, is_question, is_task, meta
from grading.handout.scheme import read_scheme
from grading.marking.criteria import points_of
from grading.marking.marks import marks_of


def touched(gradebook: Any, name: str, cells: Iterable[Any], bank: Bank) -> list[str]:  # noqa: ANN401 - nbgrader is untyped
    """A line for each question or essay whose points or criteria change and for which somebody has a mark.

    Args:
        gradebook: nbgrader's, with the assignment as it was generated last.
        name: the assignment's id.
        cells: of its notebook in `source/`.
        bank: its questions, which say what ids they had before.
    """
    try:
        notebook = gradebook.find_notebook(name, name)
    except MissingEntry:
        return []
    before = {c.name: c for c in (*notebook.grade_cells, *notebook.task_cells)}
    schemes = {c.name: str(c.source or "") for c in notebook.source_cells}
    lines = []
    for cell in cells:
        if not (is_question(cell) or is_task(cell)):
            continue
        now = grade_id(cell)
        was = next((i for i in (now, *(bank.earlier(now) if now in bank.places else ())) if i in before), None)
        if was is None:
            continue
        changes = list(_points(before[was].max_score, meta(cell).get("points")))
        if is_task(cell):
            changes += _rubric(schemes.get(was, ""), cell.source)
        if changes and (who := _marked(gradebook, notebook, was)):
            lines.append(
                f"“{now}”: {'; '.join(changes)}. Marks that were given before stay; look at those of "
                f"{', '.join(who)} again."
            )
    return lines


def _points(before: float, now: object) -> Iterator[str]:
    if float(before or 0) != float(str(now or 0)):
        yield f"{float(str(now or 0)):g} points now, {float(before or 0):g} before"


def _rubric(before: str, now: str) -> Iterator[str]:
    old, new = ({c.number: c for c in read_scheme(text).criteria} for text in (before, now))
    if added := [n for n in new if n not in old]:
        yield f"new criteria: {', '.join(added)}"
    if gone := [n for n in old if n not in new]:
        yield f"criteria taken out: {', '.join(gone)}"
    for number in (n for n in new if n in old):
        if new[number].max_points != old[number].max_points:
            yield f"criterion {number}: {new[number].max_points:g} points now, {old[number].max_points:g} before"
        elif (new[number].title, new[number].scheme) != (old[number].title, old[number].scheme):
            yield f"criterion {number}: other words"


def _marked(gradebook: Any, notebook: Any, cell: str) -> list[str]:  # noqa: ANN401 - nbgrader is untyped
    """Learners with a mark of a person's, or part of one; where two mark, the grade is empty until both are in."""
    rows = (
        gradebook.db.query(SubmittedAssignment.student_id, Grade)
        .select_from(Grade)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .filter(BaseCell.notebook_id == notebook.id, BaseCell.name == cell)
    )
    rows = list(rows)
    ids = [grade.id for _, grade in rows]
    parts, kept = points_of(gradebook, ids), marks_of(gradebook, ids)

    def marked(grade: Any) -> bool:  # noqa: ANN401 - nbgrader is untyped
        own = kept.get(grade.id, {}).values()
        return (
            grade.manual_score is not None or grade.id in parts or any(m.points is not None or m.criteria for m in own)
        )

    return sorted(str(who) for who, grade in rows if marked(grade))
