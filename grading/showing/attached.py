"""Pictures of an essay in the rebuilt notebook: laid into the cell of the essay, and read from it again."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from grading.handout.cells import is_answer_to, is_task
from grading.scoring.pictures import Attached
from grading.showing.escaping import Shown

_KINDS = ("image/png", "image/jpeg", "image/gif", "image/webp")
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_AGAIN = re.compile(r" \(\d+\)$")


def lay_pictures(cell: Any, task: str, pictures: Iterable[Attached]) -> None:  # noqa: ANN401 - nbformat is untyped
    """Attach to a cell, in place, the pictures of an essay."""
    held = {p.key: {p.mime: p.base64} for p in pictures if p.task == task}
    if held:
        cell["attachments"] = held


def pictures_of(cells: Iterable[Any], task: Any) -> tuple[Shown, ...]:  # noqa: ANN401 - nbformat is untyped
    """The pictures of an essay in a rebuilt notebook.

    Args:
        cells: of the notebook.
        task: the cell of the task.
    """
    answers = [c for c in cells if not is_task(c) and is_answer_to(c, task)]
    return tuple(shown for cell in answers for shown in _shown(cell.get("attachments") or {}))


def _shown(held: dict[str, dict[str, str]]) -> Iterator[Shown]:
    for key, forms in held.items():
        # A second picture of a name stands there with a number; the text calls it by the name.
        name = _AGAIN.sub("", key)
        for mime, text in forms.items():
            if mime in _KINDS and _BASE64.fullmatch(text):
                yield Shown(name if name in held else key, mime, text)
