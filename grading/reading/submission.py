"""Read what a learner handed in. Nothing in the folder is trusted, executed or followed; every fault gets a name."""

import re
from pathlib import Path
from typing import Any

import msgspec
from nbgrader.utils import parse_utc

from course.journal import Record
from course.journal.record import MAX_BYTES as MAX_JOURNAL
from grading.reading import copies, notcollected
from grading.reading.beside import Beside, journal_file, look_beside
from grading.reading.candidates import choose_journal, choose_notebook
from grading.reading.encoding import in_utf8
from grading.reading.files import NotPlainError, plain_or_none, read_light, read_plain
from grading.reading.foreign import foreign_notebook
from grading.reading.handed import Expected, Fault, NotebookFile
from grading.reading.inert import one_line
from grading.reading.notebook import MAX_BYTES as MAX_NOTEBOOK
from grading.reading.notebook import MAX_HEAVY, HandedIn, NotANotebookError, parse_cells
from grading.reading.redrawn import redrawn
from grading.reading.whole import UnreadError, read_record

JOURNAL = copies.JOURNAL
TIMESTAMP, SECRET = copies.TIMESTAMP, copies.SECRET
_SMALL = 1_000
LARGEST = max(MAX_JOURNAL, MAX_NOTEBOOK)
"""Bytes of the largest file that a submission can need."""
_TIME = re.compile(r"[0-9A-Za-z :.+-]{1,64}")


def is_time(text: str) -> bool:
    """Whether nbgrader can read a text as a time. Its reader fails in many ways, and opens what a zone names."""
    try:
        return bool(_TIME.fullmatch(text)) and parse_utc(text) is not None
    except (ValueError, ArithmeticError):
        return False


class Submission(msgspec.Struct, frozen=True):
    """A submission as plain values.

    Attributes:
        answers: question id to answer, any JSON; None if there is no journal that can be read.
        cells: of the notebook, in order; None if there is no notebook that can be read.
        faults: why `answers` or `cells` is None, and anything else that was wrong.
        journal: the journal's bytes in UTF-8, kept as evidence; None if they could not be read.
        seed: the journal's, which draws from pools; 0 if there is no journal that can be read.
        beside: other notebooks, without those of lessons and of other assignments.
        written: names of other files that may hold an essay.
        moved: pools of which the journal's history says that another seed than its own drew from them.
        gone: those of `moved` that its own seed never drew from, so that they were answered for another variant.
    """

    answers: dict[str, Any] | None
    cells: tuple[HandedIn, ...] | None
    faults: tuple[Fault, ...]
    journal: bytes | None = None
    seed: int = 0
    beside: tuple[NotebookFile, ...] = ()
    written: tuple[str, ...] = ()
    moved: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


def handed_in_at(folder: Path) -> str | None:
    """When a submission was handed in, as its file of the time says; None if it says none that nbgrader can read."""
    try:
        text = (plain_or_none(folder / TIMESTAMP, _SMALL) or b"").decode("utf-8").strip()
    except UnicodeDecodeError:
        return None
    return text if is_time(text) else None


def read_submission(
    folder: Path, notebook: str | None, asked: Expected | None = None, released: Path | None = None
) -> Submission:
    """Read journal and notebook of a submission; never raises for what a learner can put there.

    Args:
        folder: the submission, `submitted/<student>/<assignment>`.
        notebook: name of the notebook's file; None where it is not looked at.
        asked: what the assignment asks; None takes every question for one of it.
        released: folder of the assignment in `release/`, whose documents are nobody's work.
    """
    if folder.is_symlink() or folder.parent.is_symlink():
        return Submission(None, None, (Fault("folder-linked", "The folder handed in is a link; it was not opened."),))
    asked = asked or Expected()
    left = _left(folder)
    found = look_beside(folder, {JOURNAL, *([notebook] if notebook else [])}, released)
    journal = _journal(folder, found, asked)
    if notebook is None:
        return journal
    faults: list[Fault] = []
    cells = _cells(folder / notebook, found, asked, faults)
    beside = tuple(n for n in found.notebooks if asked.asks(n.cells or ()) or not n.asks_any(asked.elsewhere))
    return msgspec.structs.replace(
        journal, cells=cells, faults=(*journal.faults, *left, *faults), beside=beside, written=found.written
    )


def read_journal(path: Path) -> Submission:
    """Read a journal alone; never raises for what a learner can put there."""
    try:
        data = read_plain(path, MAX_JOURNAL)
    except NotPlainError as e:
        return Submission(None, None, (Fault("journal-not-a-file", f"The journal was not read: {e}"),))
    if data is None:
        return Submission(None, None, (Fault("journal-missing", f"No journal ({path.name}) was handed in."),))
    return parse_journal(data)


def parse_journal(data: bytes) -> Submission:
    """A journal from its bytes; never raises for what a learner can put there."""
    return _parsed(data)[0]


def _parsed(data: bytes) -> tuple[Submission, Record | None]:
    data = in_utf8(data)
    try:
        record = read_record(data, JOURNAL)
    except UnreadError as e:
        return Submission(None, None, (Fault(e.code, f"The journal was not read. {e}"),), data), None
    return _of(record, data), record


def _of(record: Record, data: bytes) -> Submission:
    answers = {question: answer.value for question, answer in record.answers.items()}
    moved, gone = redrawn(record)
    return Submission(answers, None, (), data, record.seed, moved=moved, gone=gone)


def _journal(folder: Path, found: Beside, asked: Expected) -> Submission:
    """The journal that is chosen of all that stand there."""
    try:
        data = read_plain(folder / JOURNAL, MAX_JOURNAL)
        named, record = (None, None) if data is None else _parsed(data)
    except NotPlainError as e:
        fault = Fault("journal-not-a-file", f"The journal was not read: {e}")
        named, record = Submission(None, None, (fault,)), None
    if named and not found.journals:
        return named
    read = {file.name: (data, record) for file, data, record in found.journals}
    every = [journal for _, _, journal in found.journals]
    places = asked.places or tuple(sorted({q for r in (*every, record) if r for q in r.answers}))
    chosen, faults = choose_journal(
        journal_file(JOURNAL, record) if named else None, [file for file, _, _ in found.journals], places
    )
    if named:
        return msgspec.structs.replace(named, faults=(*named.faults, *faults))
    if chosen is None:
        return Submission(None, None, faults)
    data, record = read[chosen]
    return msgspec.structs.replace(_of(record, data), faults=faults) if record else Submission(None, None, faults, data)


def _left(folder: Path) -> list[Fault]:
    """What collecting left out. A learner who puts that file there flags nobody else."""
    try:
        told = read_plain(folder / notcollected.FILE, notcollected.MAX_BYTES) or b""
    except NotPlainError as e:
        return [Fault("not-collected", f"Not everything was collected. {e}")]
    text = one_line(told.decode("utf-8", "replace"))
    return [Fault("not-collected", f"Not everything was collected. {text}")] if text else []


def _cells(path: Path, found: Beside, asked: Expected, faults: list[Fault]) -> tuple[HandedIn, ...] | None:
    try:
        data = read_plain(path, MAX_NOTEBOOK) if not _is_heavy(path) else _light(path, faults)
    except NotPlainError as e:
        faults.append(Fault("notebook-not-a-file", f"The notebook was not read: {e}"))
        return None
    if data is None:
        chosen, fault = choose_notebook(path.name, found.notebooks, asked)
        faults.append(fault)
        return chosen.cells if chosen else None
    try:
        cells, lost = parse_cells(in_utf8(data))
    except NotANotebookError as e:
        faults.append(Fault("notebook-unreadable", f"The notebook was not read: {e}"))
        return None
    if lost:
        faults.append(Fault("cells-unreadable", f"{lost} cells of the notebook could not be read, or not as UTF-8."))
    faults += foreign_notebook(path.name, cells, asked)
    return cells


def _is_heavy(path: Path) -> bool:
    try:
        return path.lstat().st_size > MAX_NOTEBOOK
    except OSError:
        return False


def _light(path: Path, faults: list[Fault]) -> bytes:
    data = read_light(path, MAX_NOTEBOOK, MAX_HEAVY)
    says = f"The notebook is larger than {MAX_NOTEBOOK:,} bytes; its text was kept, and its pictures were left out."
    faults.append(Fault("notebook-too-large", says))
    return data
