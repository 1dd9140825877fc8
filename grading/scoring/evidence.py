"""What a person's mark is about, besides an answer or a text: as short texts, to be compared.

A mark that was given with one picture before one's eyes is no mark for another, though the words are the same.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from grading.handout.assignment import Assignment
from grading.handout.cells import is_task
from grading.handout.pristine import Pristine
from grading.reading.fingerprint import documents, journals
from grading.reading.handed import NotebookFile
from grading.reading.notebook import HandedIn
from grading.reading.submission import Submission
from grading.scoring.pictures import essays_of
from grading.scoring.record import Scores

_WORDS = ("text", "title", "prompt", "hints", "claims", "shuffle", "key")
"""Members of a question that can change without an answer being read otherwise."""


def with_evidence(
    scores: Scores, assignment: Assignment, pristine: Pristine, submission: Submission, files: Mapping[str, str]
) -> Scores:
    """A record with what its marks are about besides answers and texts.

    To a question it is what its answer was chosen from, where that is in doubt. To an essay it is its pictures, the
    documents and pictures beside the notebook, and every notebook that could not be read.

    Args:
        scores: the record.
        assignment: what was asked.
        pristine: the assignment as released.
        submission: as handed in.
        files: of the hand-in, `grading.reading.fingerprint.files`.
    """
    doubtful, chosen_from = scores.to_look_at(), _short(journals(files))
    beside = {**documents(files), **_unread(assignment.name, submission, files)}
    items = tuple(
        msgspec.structs.replace(
            i, evidence=chosen_from if i.question in doubtful else "", meaning=meaning(assignment, i.question)
        )
        for i in scores.items
    )
    cells = submission.cells or ()
    essays = tuple(
        msgspec.structs.replace(
            e, evidence=_short({**beside, **dict(_attached(e.task, pristine, cells, submission.beside))})
        )
        for e in scores.essays
    )
    return msgspec.structs.replace(scores, items=items, essays=essays)


def meaning(assignment: Assignment, place: str) -> str:
    """All by which the bank reads an answer: ids, also earlier ones, and forms; no text that is only shown."""
    bank = assignment.bank
    asked = [_bare(msgspec.to_builtins(q)) for q in bank.questions if place in (q.id, q.pool)]
    return _short({"asked": asked, "earlier": bank.earlier(place)})


def _attached(
    task: str, pristine: Pristine, cells: tuple[HandedIn, ...], beside: tuple[NotebookFile, ...]
) -> Iterator[tuple[str, str]]:
    """Pictures and other files in the cells that belong to an essay, in all notebooks."""
    tasks = [cell for cell in pristine.notebook.cells if is_task(cell)]
    for where, held in [("", cells), *((n.name, n.cells or ()) for n in beside)]:
        for number, cell in enumerate(c for c in held if c.attachments and task in essays_of(c, tasks, pristine)):
            for name, content in cell.attachments:
                yield f"{where}/{number}/{name}", _short(content)


def _unread(name: str, submission: Submission, files: Mapping[str, str]) -> dict[str, str]:
    """Notebooks that a person has to open, because they could not be read, or not whole."""
    own = f"{name}.ipynb"
    unread = {n.name for n in submission.beside if n.cells is None}
    if submission.cells is None or any(f.code in ("notebook-too-large", "cells-unreadable") for f in submission.faults):
        unread.add(own)
    return {each: content for each, content in files.items() if each in unread}


def _bare(value: Any) -> Any:  # noqa: ANN401 - JSON
    match value:
        case dict():
            return {k: _bare(v) for k, v in value.items() if k not in _WORDS}
        case list() | tuple():
            return [_bare(each) for each in value]
        case _:
            return value


def _short(value: Any) -> str:  # noqa: ANN401 - JSON
    """A hash; "" of nothing."""
    return hashlib.sha256(msgspec.json.encode(value, order="sorted")).hexdigest() if value else ""
