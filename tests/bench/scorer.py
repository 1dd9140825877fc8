"""Score journals as they come, timed.

    python -P scorer.py [solver]

Reads lines of JSON, {"assignment": name, "journals": [text, …]}, and answers each with a line: seconds of processor
time for reading these journals (`read`) and for all (`all`), and the scores. With `solver` the tests' oracle judges
arguments.
"""

import sys
import time
from typing import Any

import msgspec

from grading.reading.submission import parse_journal
from tests.validity.assignments import load


def _plain(scores: list[Any]) -> Any:
    """Scores as JSON, without the conditions of remarks: how a key is written is no part of a score."""
    plain = msgspec.to_builtins(scores)
    for item in plain:
        item["remarks"] = [{n: r[n] for n in r if n != "when"} for r in item["remarks"]]
    return plain


def main(*, solved: bool) -> None:
    """Answer each line."""
    if solved:
        from course.kinds.argue import answer, condition
        from tests.oracles import solver

        answer.judge = solver.judge
        for name in ("entails", "consistent", "equivalent"):
            setattr(condition, name, getattr(solver, name))
    for line in sys.stdin:
        asked = msgspec.json.decode(line)
        assessed, read, every = load(asked["assignment"]), 0.0, []
        journals = [text.encode() for text in asked["journals"]]
        start = time.process_time()
        for journal in journals:
            begun = time.process_time()
            answers = parse_journal(journal).answers or {}
            read += time.process_time() - begun
            drawn = assessed.drawn(0).items()
            every.append([assessed.scored(assessed.bank[q], answers.get(place)) for place, q in drawn])
        spent = time.process_time() - start
        answer = {"read": read, "all": spent, "scores": [_plain(scores) for scores in every]}
        sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(solved="solver" in sys.argv[1:])
