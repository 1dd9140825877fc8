"""The map itself: chunks over the workers of a Dask cluster, parts as they come."""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from distributed import Client, LocalCluster, as_completed

from grading.handout.assignment import Assignment, AssignmentError
from grading.progress import counted
from grading.scale.journals import Chunk, digest, divide, read
from grading.scale.parts import Plan, open_folder, write_part
from grading.scoring.score import asked_of, score_journal


def score_chunk(chunk: Chunk, assignment: Assignment, folder: str) -> int:
    """What a worker does: read, score and write one chunk; returns how many journals."""
    scores = (
        score_journal(assignment, submission, student) for student, submission in read(chunk, asked_of(assignment))
    )
    write_part(Path(folder), chunk.number, scores)
    return chunk.size


def score_all(assignment: Assignment, source: Path, folder: Path, client: Any, size: int) -> tuple[int, int]:  # noqa: ANN401 - Dask is untyped
    """Score all journals of a source that no run before has scored.

    Args:
        assignment: with its keys.
        source: see `grading.scale.journals.divide`.
        folder: where the parts go.
        client: of a Dask cluster whose workers see the same storage.
        size: journals a chunk.

    Returns:
        How many journals there are, and how many of them were done before.

    Raises:
        AssignmentError: there is nothing to score, the folder holds something else, or chunks failed. What is done
            stays done.
    """
    chunks = divide(source, assignment.name, size)
    key = hashlib.sha256(msgspec.json.encode((assignment.questions, assignment.keys))).hexdigest()
    done = open_folder(folder, Plan(assignment.name, key, digest(chunks), len(chunks)))
    total, before = sum(c.size for c in chunks), sum(c.size for c in chunks if c.number in done)
    # Told once to each worker, not once with each chunk.
    [told] = client.scatter([assignment], broadcast=True)
    futures = {
        client.submit(score_chunk, c, told, str(folder.resolve()), key=f"{key[:8]}-{c.number}", pure=False): c
        for c in chunks
        if c.number not in done
    }
    failed: list[str] = []
    finished = counted(as_completed(futures), total, "journals", done=before, size=lambda f: futures[f].size)
    for future in finished:
        if future.status != "finished":
            failed.append(f"part {futures[future].number}: {future.exception()!r}")
        future.release()
    if failed:
        raise AssignmentError(f"{len(failed)} of {len(chunks)} parts failed ({failed[0]}); run this again.")
    return total, before


@contextmanager
def cluster(scheduler: str | None, workers: int | None, timeout: float) -> Iterator[Any]:
    """A client of the scheduler at an address, or of a cluster on this machine that ends with it.

    Raises:
        AssignmentError: nothing answers at the address within `timeout` seconds.
    """
    if scheduler:
        try:
            client = Client(scheduler, timeout=timeout)
        except (OSError, ValueError) as e:
            raise AssignmentError(f"no Dask scheduler answers at {scheduler} ({e}).") from None
        with client:
            yield client
        return
    quiet = logging.CRITICAL
    local = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=quiet)
    with local, Client(local) as client:
        yield client
