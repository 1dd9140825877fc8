"""Processor time to score one journal of each assignment, as it is and with arguments judged by sympy.

    python -m tests.bench score

With sympy: today's course with a solver in the place of truth tables, the oracle of the tests, which works out all that
can be said of an argument. An earlier commit can't be compared any more: it has other questions and other points. Both
score the same journals by turns, each in a process of its own. Each journal answers by chance what one learner is asked
and is scored once, so that no answer was seen before. The scores have to be the same.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from course.journal.record import FORMAT, VERSION, Answer, Record, encode
from tests.paths import ROOT
from tests.validity.assignments import Assessed, load, names
from tests.validity.models import guess

AT_ONCE = 40
"""Journals scored by one before the other has its turn, as a class is scored one journal after another."""
TURNS = 11
NOON = "2026-01-01T12:00:00.000000Z"


def main() -> None:
    """Print milliseconds for one journal, the ratio, and the share that reading it has."""
    with _scorer("solver") as before, _scorer() as now:
        print(f"scoring {TURNS * AT_ONCE} journals answered by chance, milliseconds of processor time for one")
        print("assignment      sympy   now   ratio   now without reading   of it reading JSON")
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


@contextmanager
def _scorer(*options: str) -> Iterator[subprocess.Popen[str]]:
    """A process that scores."""
    command = [sys.executable, "-P", str(Path(__file__).with_name("scorer.py")), *options]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as made:
        yield made
        made.stdin.close()


if __name__ == "__main__":
    main()
