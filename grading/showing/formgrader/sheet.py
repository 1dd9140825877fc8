"""What the page of a submission holds, as plain values: essays first, each with its rubric, then the notebook.

Every member that ends in `html` is safe: it is the course's own, or was made by `as_html`.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from grading.handout.cells import grade_id, is_answer_to, is_question, is_task, meta
from grading.handout.scheme import Criterion, read_scheme
from grading.marking.standing import digest, work
from grading.scoring.record import EssayMark, Scores
from grading.showing.attached import pictures_of
from grading.showing.counting import asked
from grading.showing.markdown import as_html
from grading.showing.written import Written, written

FLAGS = "course-flags"
STEP = 0.5
"""Points by which an arrow key changes a box; any others can be typed."""


class Box(msgspec.Struct, frozen=True):
    """A criterion with its box."""

    number: str
    title: str
    max_points: float
    scheme_html: str


class Essay(msgspec.Struct, frozen=True):
    """An essay to be marked.

    Attributes:
        id: of the task.
        title: of the task.
        max_points: that it can earn.
        task_html: the task as learners read it, without its title.
        scheme_html: what the mark scheme says to all criteria.
        boxes: by criterion; empty where they don't add up to the points.
        misfit: why there are no boxes, "" if there are.
        seen: the work as a short text, which the page gives back with a mark.
        written: by the learner.
    """

    id: str
    title: str
    max_points: float
    task_html: str
    scheme_html: str
    boxes: tuple[Box, ...]
    misfit: str
    seen: str
    written: Written


class Cell(msgspec.Struct, frozen=True):
    """A cell of the notebook: of a question with its points and what was seen of it, or, with id "", any other."""

    id: str
    max_points: float
    html: str
    seen: str = ""


class Sheet(msgspec.Struct, frozen=True):
    """The page of a submission."""

    flags: tuple[tuple[str, bool], ...]
    essays: tuple[Essay, ...]
    cells: tuple[Cell, ...]


def compose(cells: list[Any], scores: Scores, besides: Iterable[str] = ()) -> Sheet:
    """The page of a submission.

    Args:
        cells: of the rebuilt notebook.
        scores: its record.
        besides: what a person must look at besides the record's flags.
    """
    tasks = [c for c in cells if is_task(c)]
    essays = {e.task: e for e in scores.essays}
    apart = {id(c) for t in tasks for c in cells if c is t or is_answer_to(c, t)}
    aside = {FLAGS, *(f"{grade_id(t)}-beside"[:64] for t in tasks)}
    return Sheet(
        (*((f.says, f.look) for f in scores.flags), *((says, True) for says in besides)),
        tuple(_essay(cells, t, essays[grade_id(t)], scores) for t in tasks if grade_id(t) in essays),
        tuple(_cells((c for c in cells if id(c) not in apart and c.get("id") not in aside), scores)),
    )


def _essay(cells: list[Any], task: Any, essay: EssayMark, scores: Scores) -> Essay:  # noqa: ANN401 - nbformat is untyped
    found, most = read_scheme(task.source), float(meta(task)["points"])
    prompt = found.released.strip()
    first, _, rest = prompt.partition("\n")
    titled = first.startswith("#")
    fits = found.adds_up(most)
    total = sum(c.max_points for c in found.criteria)
    misfit = f"The criteria of the rubric make {total:g} points and the task {most:g}, so the mark is given as a whole."
    apart = () if fits else (f"**{c.title}**\n\n{c.scheme}" for c in found.criteria)
    return Essay(
        essay.task,
        first.lstrip("# ") if titled else "Essay",
        most,
        as_html(rest if titled else prompt, heading=3).html,
        as_html("\n\n".join((found.general, *apart)), heading=3).html,
        tuple(map(_box, found.criteria)) if fits else (),
        "" if fits or not found.criteria else misfit,
        digest(work(scores, essay.task)),
        written(essay, pictures_of(cells, task), asked(prompt), heading=3),
    )


def _box(criterion: Criterion) -> Box:
    return Box(criterion.number, criterion.title, criterion.max_points, as_html(criterion.scheme, heading=3).html)


def _cells(cells: Iterable[Any], scores: Scores) -> Iterable[Cell]:
    for cell in cells:
        if is_question(cell):
            shown = "".join(o["data"].get("text/html", "") for o in cell.outputs)
            place = grade_id(cell)
            yield Cell(place, float(meta(cell)["points"]), shown, digest(work(scores, place)))
        elif cell.cell_type == "markdown":
            yield Cell("", 0, as_html(cell.source, heading=3).html)
        elif cell.source.strip():
            yield Cell("", 0, as_html(f"```\n{cell.source}\n```").html)
