"""Scores as Parquet: a folder with a file a chunk, each written whole or not at all, that is read as one table."""

import os
import uuid
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from grading.handout.assignment import AssignmentError
from grading.scoring.record import Scores

SCHEMA = pa.schema(
    {
        "assignment": pa.string(),
        "student": pa.string(),
        "question": pa.string(),
        "state": pa.string(),
        "points": pa.float64(),
        "max_points": pa.float64(),
        "criteria": pa.list_(pa.string()),
        "misconceptions": pa.list_(pa.string()),
        "flags": pa.list_(pa.string()),
    }
)
"""A row a learner and question. `criteria` are the ids of those met, `flags` the causes that touch the question."""

# A reader of the folder passes over names that begin so.
_PLAN = "_plan.json"


class Plan(msgspec.Struct, frozen=True):
    """What the parts in a folder are parts of."""

    assignment: str
    key: str
    journals: str
    chunks: int


def open_folder(folder: Path, plan: Plan) -> set[int]:
    """Make the folder, or take up what another run left there.

    Returns:
        The numbers of the chunks that are done.

    Raises:
        AssignmentError: the folder holds something else, or parts of another plan.
    """
    path = folder / _PLAN
    if path.is_file():
        before = msgspec.json.decode(path.read_bytes(), type=Plan)
        for member in Plan.__struct_fields__:
            if getattr(before, member) != getattr(plan, member):
                raise AssignmentError(f"{folder}: holds scores of another run (other {member}); name another --out.")
    elif folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AssignmentError(f"{folder}: is there already and holds no scores to go on with; name another --out.")
    else:
        folder.mkdir(parents=True, exist_ok=True)
        _whole(path, msgspec.json.encode(plan))
    return {n for n in range(plan.chunks) if part(folder, n).is_file()}


def part(folder: Path, number: int) -> Path:
    """The file of a chunk."""
    return folder / f"part-{number:06}.parquet"


def write_part(folder: Path, number: int, scores: Iterable[Scores]) -> int:
    """Write the scores of a chunk; returns how many rows."""
    rows = [row for each in scores for row in _rows(each)]
    table = pa.Table.from_pylist(rows, SCHEMA)
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    _whole(part(folder, number), sink.getvalue().to_pybytes())
    return len(rows)


def _rows(scores: Scores) -> list[dict[str, object]]:
    return [
        {
            "assignment": scores.assignment,
            "student": scores.student,
            "question": i.question,
            "state": i.state.value,
            "points": i.points,
            "max_points": i.max_points,
            "criteria": [c.id for c in i.criteria if c.met],
            "misconceptions": list(i.misconceptions),
            "flags": [f.code for f in scores.about(i.question)],
        }
        for i in scores.items
    ]


def _whole(path: Path, data: bytes) -> None:
    # Two workers may write the same part, when Dask takes one for lost.
    half = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    with half.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
