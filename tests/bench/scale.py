"""Scoring 100,000 journals on a cluster of this machine's cores, killed half-way and gone on with.

    python -m tests.bench.scale [journals]

Every journal is another learner's, who guesses. A hundredth of the result is held against scoring without Dask.
"""

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from course.journal.record import FORMAT, VERSION, Answer, Record, encode
from grading.handout.assignment import load_assignment
from grading.reading.submission import parse_journal
from grading.scoring.score import score_journal
from tests.bench.memory import measured
from tests.grading.classroom import ASSIGNMENT
from tests.paths import ROOT
from tests.validity.assignments import load
from tests.validity.models import guess

GROUP = 1000
NOON = "2026-01-01T12:00:00.000000Z"


def write_journals(path: Path, count: int) -> None:
    """A table of journals, a row group for each thousand."""
    bank, chance = load(ASSIGNMENT).bank, random.Random(1)
    asked = {place: bank.draw(place, 0) for place in bank.places}
    schema = pa.schema({"student": pa.string(), "journal": pa.binary()})
    with pq.ParquetWriter(path, schema, compression="zstd") as file:
        for start in range(0, count, GROUP):
            rows = []
            for n in range(start, min(start + GROUP, count)):
                answers = {place: Answer(guess(q, chance), NOON, None, 1) for place, q in asked.items()}
                journal = Record(format=FORMAT, version=VERSION, seed=0, created_at=NOON, answers=answers, log=())
                rows.append({"student": f"learner-{n:06}", "journal": encode(journal)})
            file.write_table(pa.Table.from_pylist(rows, schema))


def main(count: int = 100_000) -> None:
    """Print time and memory of both halves."""
    with tempfile.TemporaryDirectory() as folder:
        journals, out = Path(folder, "journals.parquet"), Path(folder, "scores.parquet")
        write_journals(journals, count)
        command = [sys.executable, "-m", "grading.scale", ASSIGNMENT, str(journals), "--out", str(out)]
        start = time.perf_counter()
        run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
        while len(list(out.glob("part-*.parquet"))) < count / GROUP / 2:
            time.sleep(0.1)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        first, kept = time.perf_counter() - start, len(list(out.glob("part-*.parquet")))
        before = _processor()
        used = measured(command, ROOT, every=1)
        spent = _processor() - before
        _check(journals, out, count)
    print(f"scoring {count:,} journals on {os.cpu_count()} cores, killed half-way and gone on with")
    print(f"  until killed          {first:7.1f} s, {kept * GROUP:,} journals kept")
    print(f"  the rest              {used.seconds:7.1f} s, all processes together at most {used.mebibytes:,.0f} MiB")
    print(f"  processor time of it  {spent:7.1f} s, {1000 * spent / (count - kept * GROUP):.2f} ms for a journal")
    print(f"  every 100th journal scored without Dask: the same\n  it said: {used.said.splitlines()[-2]}")


def _processor() -> float:
    """Seconds of processor time of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _check(journals: Path, out: Path, count: int) -> None:
    key = ROOT / "grading" / "keys"
    assignment = load_assignment(ASSIGNMENT, ROOT / "grading" / "source" / ASSIGNMENT, key)
    found: dict[tuple[str, str], float] = {}
    for row in pq.read_table(out, columns=["student", "question", "points"]).to_pylist():
        if (row["student"], row["question"]) in found:
            raise SystemExit(f"{row['student']} stands there twice")
        found[row["student"], row["question"]] = row["points"]
    if len(found) != count * len(assignment.places):
        raise SystemExit(f"expected {count * len(assignment.places):,} rows, found {len(found):,}")
    for row in pq.read_table(journals).slice(0).to_pylist()[::100]:
        for item in score_journal(assignment, parse_journal(row["journal"]), row["student"]).items:
            if found[row["student"], item.question] != item.points:
                raise SystemExit(f"{row['student']}, {item.question}: {found[row['student'], item.question]}")


if __name__ == "__main__":
    main(*(int(n) for n in sys.argv[1:2]))
