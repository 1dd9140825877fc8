"""The pictures that a learner put into an essay, each looked at; what is none is told."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

import msgspec

from grading.handout.cells import answer_id, is_answer_to, is_task, meta
from grading.handout.pristine import Pristine
from grading.reading.notebook import HandedIn
from grading.reading.picture import NotAPictureError, Picture, look
from grading.reading.seen import one_line
from grading.scoring.record import Flag

MAX_BYTES = 40_000_000
"""Of all pictures of a submission, which stand in one page."""
_LONG = 80


class Attached(msgspec.Struct, frozen=True):
    """A picture of an essay.

    Attributes:
        task: the id of the essay.
        name: by which its text calls it.
        key: the name, with a number where another picture of the essay has the same, as pasted ones have.
        mime: what its bytes are.
        base64: its bytes.
    """

    task: str
    name: str
    key: str
    mime: str
    base64: str


def find_pictures(pristine: Pristine, cells: Sequence[HandedIn]) -> tuple[tuple[Attached, ...], tuple[Flag, ...]]:
    """The pictures attached to the essays of an assignment, and a note for each that can't be shown.

    Args:
        pristine: the assignment as released.
        cells: as handed in. A cell that was not released belongs to every essay, as its text does.
    """
    found, flags, total = dict[tuple[str, str], Attached](), list[Flag](), 0
    tasks = [cell for cell in pristine.notebook.cells if is_task(cell)]
    for cell in cells:
        of = tuple(essays_of(cell, tasks, pristine)) if cell.attachments else ()
        for name, text in cell.attachments if of else ():
            try:
                data = base64.b64decode(text, validate=False)
                picture = look(data)
                total += len(data)
                if total > MAX_BYTES:
                    raise NotAPictureError(f"the pictures before it have {MAX_BYTES:,} bytes together")  # noqa: TRY301
            except (NotAPictureError, binascii.Error, ValueError) as e:
                why = e if isinstance(e, NotAPictureError) else "its text is no base64"
                says = f"The attached file “{one_line(name)[:_LONG]}” is not shown: {why}."
                flags.append(Flag("picture-not-shown", says, of))
                continue
            for task in of:
                _keep(found, task, name, picture, data)
    return tuple(found.values()), tuple(flags)


def essays_of(cell: HandedIn, tasks: Sequence[Any], pristine: Pristine) -> list[str]:
    """Ids of the essays that a cell belongs to."""
    mine, released = {cell.cell_id, cell.grade_id} - {""}, pristine.notebook.cells
    chosen = [t for t in tasks if mine & {answer_id(t), *(c.get("id") for c in released if is_answer_to(c, t))}]
    if not chosen and not mine & {*pristine.locked, *(c.get("id") for c in released)}:
        chosen = list(tasks)
    return [str(meta(task)["grade_id"]) for task in chosen]


def _keep(found: dict[tuple[str, str], Attached], task: str, name: str, picture: Picture, data: bytes) -> None:
    text, number, key = base64.b64encode(data).decode("ascii"), 1, name
    while (task, key) in found:
        if found[task, key].base64 == text:
            return
        number += 1
        key = f"{name} ({number})"
    found[task, key] = Attached(task, name, key, picture.mime, text)
