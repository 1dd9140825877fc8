"""What else stands in a folder handed in, besides the two files that belong there: looked at within bounds."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec

from course.journal import Record
from grading.reading.copies import (
    CHECKPOINTS,
    SET_ASIDE,
    journal_like,
    may_hold_work,
    notebook_like,
    written_elsewhere,
)
from grading.reading.encoding import in_utf8
from grading.reading.files import NotPlainError, is_copy, read_plain
from grading.reading.handed import JournalFile, NotebookFile, saved
from grading.reading.notebook import MAX_BYTES, MAX_PARTS, NotANotebookError, parse_cells, parts
from grading.reading.whole import UnreadError, read_record

MAX_FILES = 40
MAX_DEPTH = 3
MAX_ENTRIES = 2_000
MAX_TOGETHER = 100_000_000
"""Bytes of all files that are looked at, one after the other."""
_NOT_WORK = (SET_ASIDE, "feedback")
"""Folders: the second is where nbgrader puts what a learner gets back."""
_JOURNAL, _NOTEBOOK = b'"course-journal"', b'"nbformat"'


class Beside(msgspec.Struct, frozen=True):
    """What stands beside journal and notebook.

    Attributes:
        journals: those that can be read with their bytes (UTF-8) and record, the others with neither.
        notebooks: other notebooks.
        written: names of documents and pictures, and of what was too much to be looked at.
    """

    journals: tuple[tuple[JournalFile, bytes, Record | None], ...] = ()
    notebooks: tuple[NotebookFile, ...] = ()
    written: tuple[str, ...] = ()


def look_beside(folder: Path, named: Collection[str], released: Path | None = None) -> Beside:
    """Read what may be a journal or a notebook; never raises for what a learner can put there.

    Args:
        folder: the submission. No link in it is followed, and nothing that a person has set aside is read.
        named: names of the files that belong there, which are read elsewhere.
        released: folder of the assignment as released; a document that it brings along is nobody's work.
    """
    journals: list[tuple[JournalFile, bytes, Record | None]] = []
    notebooks: list[NotebookFile] = []
    written: list[str] = []
    files, left, room = 0, MAX_TOGETHER, MAX_PARTS
    for path in _files(folder, [name.partition(".")[0] for name in named]):
        name = path.relative_to(folder).as_posix()
        if name in named:
            continue
        if not may_hold_work(path.name):
            brought_along = released is not None and is_copy(path, released / path.name, MAX_BYTES)
            if written_elsewhere(path.name) and not brought_along:
                written.append(name)
            continue
        files += 1
        if files > MAX_FILES or left <= 0:
            if journal_like(path.name):
                journals.append((JournalFile(name, why="too many files; it was not looked at"), b"", None))
            else:
                written.append(name)
            continue
        try:
            data = in_utf8(read_plain(path, min(MAX_BYTES, left)) or b"")
        except NotPlainError as e:
            data, why = b"", str(e)
        else:
            left, why = left - len(data), ""
        if _JOURNAL in data or (journal_like(path.name) and _NOTEBOOK not in data):
            room -= parts(data)
            record, why = (None, why) if why else _record(data, name, room)
            journals.append((journal_file(name, record, why), data, record))
        elif _NOTEBOOK in data or notebook_like(path.name):
            notebooks.append(_notebook(name, data, why))
    return Beside(tuple(journals), tuple(notebooks), tuple(written))


def journal_file(name: str, record: Record | None, why: str = "") -> JournalFile:
    """A journal as `grading.reading.candidates` compares it."""
    if record is None:
        return JournalFile(name, None, {}, why)
    text = msgspec.json.Encoder(order="sorted").encode
    latest = {q: saved(text(a.value), a.saved_at) for q, a in record.answers.items()}
    ever: dict[str, set[str]] = {}
    for event in record.log:
        ever.setdefault(event.question, set()).add(saved(text(event.value), event.at))
    return JournalFile(name, latest, {q: frozenset(found) for q, found in ever.items()})


def _record(data: bytes, name: str, room: int) -> tuple[Record | None, str]:
    try:
        return read_record(data, name, room), ""
    except UnreadError as e:
        return None, str(e)


def _notebook(name: str, data: bytes, why: str) -> NotebookFile:
    if why:
        return NotebookFile(name, None, why)
    try:
        return NotebookFile(name, parse_cells(data)[0])
    except NotANotebookError as e:
        return NotebookFile(name, None, str(e))


def _files(folder: Path, stems: Collection[str]) -> Iterator[Path]:
    """Plain files and links below a folder; hidden ones are the system's.

    Copies of what belongs there come first, by their names, then what is nearest to the top: a learner may hand in all
    notebooks of the course.
    """
    found: list[Path] = []
    seen = 0
    for here, folders, names in os.walk(folder):
        depth = len(Path(here).relative_to(folder).parts)
        folders[:] = [
            n
            for n in sorted(folders)
            if depth < MAX_DEPTH and (n == CHECKPOINTS or n[0] not in "._") and (depth or n not in _NOT_WORK)
        ]
        found += [Path(here, n) for n in names if not n.startswith(".")]
        seen += len(names) + len(folders)
        if seen > MAX_ENTRIES:
            break
    yield from sorted(
        found, key=lambda p: (not any(s in p.name for s in stems), CHECKPOINTS in p.parts, len(p.parts), p.name)
    )
