"""Journals in chunks: from nbgrader's folder of submissions, from a folder of files, or from a Parquet table."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pyarrow.parquet as pq

from grading.handout.assignment import AssignmentError
from grading.reading.handed import Expected
from grading.reading.submission import JOURNAL, Submission, parse_journal, read_journal, read_submission

COLUMNS = ("student", "journal")
_AT_ONCE = 256


class Chunk(msgspec.Struct, frozen=True):
    """Journals that are scored together; `files` (learner, submission or journal), or a row group of a Parquet file.

    Attributes:
        number: from 0, in the order of the whole.
        size: how many journals.
    """

    number: int
    size: int
    files: tuple[tuple[str, str], ...] = ()
    table: str = ""
    group: int = 0


def divide(source: Path, assignment: str, size: int) -> list[Chunk]:
    """All journals of a source, in an order that depends on nothing else.

    Args:
        source: a folder with `<student>/<assignment>/`, as nbgrader's `submitted`, or with `<student>.json`; or a
            Parquet file, or a folder of them, with the columns student (text) and journal (bytes or text).
        assignment: the assignment's id.
        size: journals a chunk. In a table its row groups are the chunks.

    Raises:
        AssignmentError: no journal is found, or a table lacks a column.
    """
    tables = [source] if source.is_file() else sorted(source.glob("*.parquet"))
    chunks = _of_tables(tables) if tables else _of_files(source, assignment, size)
    if not chunks:
        raise AssignmentError(
            f"{source}: no journals; expected <student>/{assignment}/, <student>.json or a Parquet table."
        )
    return chunks


def read(chunk: Chunk, asked: Expected | None = None) -> Iterator[tuple[str, Submission]]:
    """Learner and journal, one after the other; a journal that can't be read is a fault of that journal alone."""
    for student, path in chunk.files:
        yield student, read_journal(Path(path)) if path.endswith(".json") else read_submission(Path(path), None, asked)
    if chunk.table:
        with pq.ParquetFile(chunk.table) as file:
            for batch in file.iter_batches(_AT_ONCE, [chunk.group], columns=list(COLUMNS)):
                for row in batch.to_pylist():
                    data = row["journal"] or b""
                    yield str(row["student"]), parse_journal(data.encode() if isinstance(data, str) else data)


def digest(chunks: list[Chunk]) -> str:
    """What tells these journals from others and from themselves after a change, as text: paths, sizes and times."""
    found = hashlib.sha256()
    for chunk in chunks:
        for path in (chunk.table,) if chunk.table else (p for _, p in chunk.files):
            state = _journal(Path(path)).lstat()
            found.update(f"{path}\0{chunk.group}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return found.hexdigest()


def _journal(path: Path) -> Path:
    inside = path / JOURNAL
    return inside if inside.is_file() else path


def _of_files(source: Path, assignment: str, size: int) -> list[Chunk]:
    found = [(p.parent.name, str(p)) for p in source.glob(f"*/{assignment}") if p.is_dir() or p.is_symlink()]
    found += [(p.stem, str(p)) for p in source.glob("*.json")]
    found.sort()
    parts = [tuple(found[n : n + size]) for n in range(0, len(found), size)]
    return [Chunk(number, len(part), part) for number, part in enumerate(parts)]


def _of_tables(paths: list[Path]) -> list[Chunk]:
    groups: list[tuple[Path, int, int]] = []
    for path in paths:
        with pq.ParquetFile(path) as file:
            for column in COLUMNS:
                if column not in file.schema_arrow.names:
                    raise AssignmentError(f"{path}: no column “{column}”; expected {' and '.join(COLUMNS)}.")
            groups += [(path, n, file.metadata.row_group(n).num_rows) for n in range(file.num_row_groups)]
    return [Chunk(number, rows, (), str(path), n) for number, (path, n, rows) in enumerate(groups)]
