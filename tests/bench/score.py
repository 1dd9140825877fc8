"""Processor time to score one journal of each assignment, with truth tables and with sympy's solver in their place.

    python -m tests.bench score

Each journal is answered by chance and scored once, so that no answer was seen before. Both ways score the same journals
in one run, by turns. The solver is the oracle of the tests, which the course once used: it works out all that can
be said of an argument, and keeps what it has decided.
"""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import fmean

import msgspec

from course.journal.record import FORMAT, VERSION, Answer, Record, encode
from course.kinds.argue import condition
from course.scoring import ItemScore
from grading.reading.submission import parse_journal
from tests.oracles import solver
from tests.validity.assignments import Assessed, load, names
from tests.validity.models import guess

JOURNALS = 200
NOON = "2026-01-01T12:00:00.000000Z"
REPLACED = ("entails", "consistent", "equivalent", "judge")


def main() -> None:
    """Print milliseconds for one journal, the ratio, and the share that reading it has."""
    print(f"scoring {JOURNALS} journals answered by chance, milliseconds of processor time for one")
    print("assignment      sympy    now   ratio   of it reading JSON")
    for name in names():
        assessed = load(name)
        journals = [_journal(assessed, random.Random(f"{name} {n}")) for n in range(JOURNALS)]
        spent: dict[str, list[float]] = {"sympy": [], "now": [], "read": []}
        for journal in journals:
            with _solver():
                _, theirs = _timed(assessed, journal, spent["sympy"])
            read, mine = _timed(assessed, journal, spent["now"])
            if msgspec.json.encode(theirs) != msgspec.json.encode(mine):
                raise SystemExit(f"{name}: the two ways score a journal differently")
            spent["read"].append(read)
        old, new, read = (1000 * fmean(spent[way]) for way in ("sympy", "now", "read"))
        print(f"{name:13} {old:7.2f} {new:6.2f} {old / new:7.1f}   {read:.2f} ms, {read / new:.0%}")


def _timed(assessed: Assessed, journal: bytes, spent: list[float]) -> tuple[float, list[ItemScore]]:
    start = time.process_time()
    answers = parse_journal(journal).answers or {}
    read = time.process_time()
    scores = list(assessed.scores(answers).values())
    spent.append(time.process_time() - start)
    return read - start, scores


def _journal(assessed: Assessed, chance: random.Random) -> bytes:
    answers = {q.id: Answer(guess(q, chance), NOON, None, 1) for q in assessed.bank.questions}
    return encode(Record(format=FORMAT, version=VERSION, seed=0, created_at=NOON, answers=answers, log=()))


@contextmanager
def _solver() -> Iterator[None]:
    mine = {name: getattr(condition, name) for name in REPLACED}
    for name in REPLACED:
        setattr(condition, name, getattr(solver, name))
    try:
        yield
    finally:
        for name, function in mine.items():
            setattr(condition, name, function)


if __name__ == "__main__":
    main()
