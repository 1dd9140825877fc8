"""Read what a learner handed in. Nothing in the folder is trusted, executed or followed; every fault gets a name."""

import re
from pathlib import Path
from typing import Any

import msgspec
from nbgrader.utils import parse_utc

from course.journal import JournalDamaged, JournalError, JournalTooLarge, JournalTooNew, NotAJournal, Record, parse
from course.journal.record import MAX_BYTES as MAX_JOURNAL
from grading.reading import notcollected
from grading.reading.files import NotPlainError, read_plain
from grading.reading.inert import one_line
from grading.reading.notebook import MAX_BYTES as MAX_NOTEBOOK
from grading.reading.notebook import MAX_PARTS, HandedIn, NotANotebookError, parse_cells, parts

JOURNAL = "journal.json"
TIMESTAMP = "timestamp.txt"
SECRET = "submission_secret.txt"  # noqa: S105 - the name of nbgrader's file
LARGEST = max(MAX_JOURNAL, MAX_NOTEBOOK)
"""Bytes of the largest file that a submission can need."""
_CODES: dict[type[JournalError], str] = {
    JournalDamaged: "journal-damaged",
    JournalTooNew: "journal-too-new",
    JournalTooLarge: "journal-too-large",
    NotAJournal: "not-a-journal",
}


_TIME = re.compile(r"[0-9A-Za-z :.+-]{1,64}")


def is_time(text: str) -> bool:
    """Whether nbgrader can read a text as a time. Its reader fails in many ways, and opens what a zone names."""
    try:
        return bool(_TIME.fullmatch(text)) and parse_utc(text) is not None
    except (ValueError, ArithmeticError):
        return False


class Fault(msgspec.Struct, frozen=True):
    """Why a part of a submission could not be read: a short code and a sentence."""

    code: str
    says: str


class Submission(msgspec.Struct, frozen=True):
    """A submission as plain values.

    Attributes:
        answers: question id to answer, any JSON; None if there is no journal that can be read.
        cells: of the notebook, in order; None if there is no notebook that can be read.
        faults: why `answers` or `cells` is None, and anything else that was wrong.
        journal: the journal's bytes as handed in, kept as evidence; None if they could not be read.
        seed: the journal's, which draws from pools; 0 if there is no journal that can be read.
    """

    answers: dict[str, Any] | None
    cells: tuple[HandedIn, ...] | None
    faults: tuple[Fault, ...]
    journal: bytes | None = None
    seed: int = 0


def read_submission(folder: Path, notebook: str | None) -> Submission:
    """Read journal and notebook of a submission; never raises for what a learner can put there.

    Args:
        folder: the submission, `submitted/<student>/<assignment>`.
        notebook: name of the notebook's file; None where it is not looked at.
    """
    if folder.is_symlink() or folder.parent.is_symlink():
        return Submission(None, None, (Fault("folder-linked", "The folder handed in is a link; it was not opened."),))
    faults = _left(folder)
    journal = read_journal(folder / JOURNAL)
    if notebook is None:
        return journal
    cells = _cells(_bytes(folder / notebook, MAX_NOTEBOOK, "notebook", faults), faults)
    return msgspec.structs.replace(journal, cells=cells, faults=(*journal.faults, *faults))


def read_journal(path: Path) -> Submission:
    """Read a journal alone; never raises for what a learner can put there."""
    faults: list[Fault] = []
    data = _bytes(path, MAX_JOURNAL, "journal", faults)
    return Submission(None, None, tuple(faults)) if data is None else parse_journal(data)


def parse_journal(data: bytes) -> Submission:
    """A journal from its bytes; never raises for what a learner can put there."""
    faults: list[Fault] = []
    if (found := parts(data)) > MAX_PARTS:
        says = f"The journal was not read. It has {found:,} parts; expected at most {MAX_PARTS:,}."
        return Submission(None, None, (Fault("journal-too-large", says),), data)
    record = _record(data, faults)
    answers = None if record is None else {question: answer.value for question, answer in record.answers.items()}
    return Submission(answers, None, tuple(faults), data, record.seed if record else 0)


def _left(folder: Path) -> list[Fault]:
    """What collecting left out. A learner who puts that file there flags nobody else."""
    try:
        told = read_plain(folder / notcollected.FILE, notcollected.MAX_BYTES) or b""
    except NotPlainError as e:
        return [Fault("not-collected", f"Not everything was collected. {e}")]
    text = one_line(told.decode("utf-8", "replace"))
    return [Fault("not-collected", f"Not everything was collected. {text}")] if text else []


def _bytes(path: Path, limit: int, part: str, faults: list[Fault]) -> bytes | None:
    try:
        data = read_plain(path, limit)
    except NotPlainError as e:
        faults.append(Fault(f"{part}-not-a-file", f"The {part} was not read: {e}"))
        return None
    if data is None:
        faults.append(Fault(f"{part}-missing", f"No {part} ({path.name}) was handed in.{_others(path)}"))
    return data


def _others(path: Path) -> str:
    """Files of the same kind that stand there under another name: saved twice, or renamed."""
    names = sorted(p.name for p in path.parent.glob(f"*{path.suffix}"))[:3]
    return f" There is {', '.join(f'“{one_line(n)}”' for n in names)}." if names else ""


def _record(data: bytes, faults: list[Fault]) -> Record | None:
    try:
        return parse(data, JOURNAL)
    except JournalError as e:
        faults.append(Fault(_CODES.get(type(e), "journal-unreadable"), f"The journal was not read. {e}"))
    return None


def _cells(data: bytes | None, faults: list[Fault]) -> tuple[HandedIn, ...] | None:
    if data is None:
        return None
    try:
        cells, lost = parse_cells(data)
    except NotANotebookError as e:
        faults.append(Fault("notebook-unreadable", f"The notebook was not read: {e}"))
        return None
    if lost:
        faults.append(Fault("cells-unreadable", f"{lost} cells of the notebook could not be read."))
    return cells
