"""Processor time to score one journal of each assignment, now and before arguments became truth tables.

    python -m tests.bench score

Before is the commit `BEFORE`, checked out into a temporary folder. Where the history does not hold it, today's course
with sympy's solver in the place of truth tables stands in for it: the oracle of the tests, which works out all that can
be said of an argument. Both score the same journals by turns, each in a process of its own. Each journal is answered by
chance and scored once, so that no answer was seen before. The scores have to be the same.
"""

import io
import json
import os
import random
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from course.journal.record import FORMAT, VERSION, Answer, Record, encode
from tests.paths import ROOT
from tests.validity.assignments import Assessed, load, names
from tests.validity.models import guess

BEFORE = "a99cd0c"
"""The last commit that scored by sympy."""
AT_ONCE = 40
"""Journals scored by one before the other has its turn, as a class is scored one journal after another."""
TURNS = 11
NOON = "2026-01-01T12:00:00.000000Z"


def main() -> None:
    """Print milliseconds for one journal, the ratio, and the share that reading it has."""
    with ExitStack() as stack:
        old = _checkout(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        before = stack.enter_context(_scorer(old or ROOT, *([] if old else ["solver"])))
        now = stack.enter_context(_scorer(ROOT))
        print(f"scoring {TURNS * AT_ONCE} journals answered by chance, milliseconds of processor time for one")
        print(f"before: {f'the commit {BEFORE}' if old else 'the oracle of the tests, as the history is not here'}")
        print("assignment     before   now   ratio   now without reading   of it reading JSON")
        for name in names():
            was, new = _both(name, before, now)
            read, every = new["read"], new["all"]
            print(
                f"{name:13} {was['all']:7.2f} {every:5.2f} {was['all'] / every:7.1f} {every - read:21.2f}"
                f"   {read:.2f} ms, {read / every:.0%}"
            )


def _both(name: str, before: subprocess.Popen[str], now: subprocess.Popen[str]) -> list[dict[str, float]]:
    """Milliseconds for one journal before and now, `all` and `read` of it: the median of the turns."""
    assessed = load(name)
    spent: list[dict[str, list[float]]] = [{"all": [], "read": []}, {"all": [], "read": []}]
    for turn in range(TURNS + 1):
        journals = [_journal(assessed, random.Random(f"{name} {turn} {n}")) for n in range(AT_ONCE)]
        found = [_ask(process, name, journals) for process in (before, now)]
        if found[0]["scores"] != found[1]["scores"]:
            raise SystemExit(f"{name}: a journal of turn {turn} is scored differently")
        # The first turn loads what a process loads once.
        for kept, each in zip(spent if turn else (), found, strict=False):
            for part in kept:
                kept[part].append(1000 * each[part] / AT_ONCE)
    return [{part: median(times) for part, times in kept.items()} for kept in spent]


def _ask(process: subprocess.Popen[str], name: str, journals: list[bytes]) -> Any:
    process.stdin.write(json.dumps({"assignment": name, "journals": [each.decode() for each in journals]}) + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def _journal(assessed: Assessed, chance: random.Random) -> bytes:
    asked = {place: assessed.bank[question] for place, question in assessed.drawn(0).items()}
    answers = {place: Answer(guess(q, chance), NOON, None, 1) for place, q in asked.items()}
    return encode(Record(format=FORMAT, version=VERSION, seed=0, created_at=NOON, answers=answers, log=()))


def _checkout(folder: Path) -> Path | None:
    """The tree of the commit before, if it is here."""
    command = ["git", "archive", BEFORE]
    found = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if found.returncode:
        return None
    with tarfile.open(fileobj=io.BytesIO(found.stdout)) as tree:
        tree.extractall(folder, filter="data")
    return folder


@contextmanager
def _scorer(root: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """A process that scores as a checkout does."""
    # -P: the folder of the script, which is today's, must not lead to today's modules.
    command = [sys.executable, "-P", str(Path(__file__).with_name("scorer.py")), *options]
    env = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(command, cwd=root, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as made:
        yield made
        made.stdin.close()


if __name__ == "__main__":
    main()
