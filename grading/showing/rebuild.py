"""Rebuild, don't repair: the released notebook with the learner's essay laid in, and nothing else of theirs."""

from collections.abc import Iterable, Sequence
from typing import Any

from nbformat.notebooknode import from_dict
from nbformat.v4 import new_markdown_cell

from grading.handout.assignment import Assignment
from grading.handout.cells import grade_id, is_answer_to, is_question, is_task
from grading.reading.inert import inert
from grading.scoring.pictures import Attached
from grading.scoring.record import EssayMark, Scores
from grading.showing.attached import lay_pictures
from grading.showing.show import beside_markdown, flags_markdown, item_html


def lay_in(notebook: Any, scores: Scores, pictures: Sequence[Attached] = ()) -> None:  # noqa: ANN401 - nbformat is untyped
    """Lay essays, their pictures and flags into a copy of the released notebook, in place.

    Args:
        notebook: a NotebookNode.
        scores: the record of the submission.
        pictures: of its essays.
    """
    essays = {e.task: e for e in scores.essays}
    tasks = [(cell, essays[grade_id(cell)]) for cell in notebook.cells if is_task(cell)]
    for cell in notebook.cells:
        for task, essay in tasks:
            if cell is not task and is_answer_to(cell, task):
                lay_pictures(cell, essay.task, pictures)
    notebook.cells = [new for cell in notebook.cells for new in _with_essay(cell, tasks)]
    if top := flags_markdown(scores):
        notebook.cells.insert(0, new_markdown_cell(top, id="course-flags"))  # type: ignore[no-untyped-call]


def lay_results(notebook: Any, scores: Scores, assignment: Assignment) -> None:  # noqa: ANN401 - nbformat is untyped
    """Give every graded cell the one output from which nbgrader reads its points, in place.

    Raises:
        KeyError: a graded cell has no result. nbgrader would give it full credit, so nothing may be saved.
    """
    items = {i.question: i for i in scores.items}
    for cell in filter(is_question, notebook.cells):
        item = items[grade_id(cell)]
        shown = item_html(assignment.bank[item.asked], item, scores.about(item.question), assignment.misconceptions)
        data = {"text/plain": repr(item.points), "text/html": shown}
        # nbformat's new_output would check each against its schema; the whole notebook is checked when it is written.
        output = {"output_type": "execute_result", "metadata": {}, "data": data, "execution_count": 1}
        cell.outputs = [from_dict(output)]  # type: ignore[no-untyped-call]
        cell.execution_count = 1


def _with_essay(cell: Any, tasks: Iterable[tuple[Any, EssayMark]]) -> list[Any]:  # noqa: ANN401 - nbformat is untyped
    for task, essay in tasks:
        if is_answer_to(cell, task):
            if essay.text:
                cell.source = inert(essay.text)
            beside = beside_markdown(essay)
            if beside:
                return [cell, new_markdown_cell(beside, id=f"{essay.task}-beside"[:64])]  # type: ignore[no-untyped-call]
    return [cell]
