"""Find a question by its id: in the assignment's own bank if there is one, else in the lessons' banks."""

import difflib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from course.asked import Asked, BankError
from course.paths import data_dir
from course.questions.bank import Bank, load_bank
from course.tables import read

ASSIGNMENT_BANK = "questions.toml"


def find_question(question: str, folder: Path, seed: Callable[[], int] = int) -> Asked:
    """The question with this id; of a pool, the one that the seed draws, under the pool's name.

    Args:
        question: its id, or the name of a pool.
        folder: the notebook's folder; an assignment's bank stands there.
        seed: gives the learner's seed, and is called only for a pool.

    Raises:
        BankError: no bank has it (the message names close ids), or a bank is not as it should be.
    """
    banks = list(_banks(folder))
    for bank in banks:
        if question in bank.ids:
            return bank[question]
        if question in bank.places:
            return msgspec.structs.replace(bank.draw(question, seed()), id=question)
    known = [i for bank in banks for i in bank.places]
    close = difflib.get_close_matches(question, known, n=3)
    hint = f" Did you mean {' or '.join(close)}?" if close else ""
    raise BankError(f"There is no question “{question}” in {', '.join(str(b.path) for b in banks)}.{hint}")


def lesson_of(wanted: Callable[[Asked], bool]) -> str:
    """The first lesson that asks such a question, in words: “lesson 4”; “a lesson” if none does.

    Raises:
        BankError: a bank is not as it should be.
    """
    for bank in lesson_banks():
        if any(map(wanted, bank.questions)):
            return f"lesson {int(bank.path.stem[:2])}"
    return "a lesson"


def lesson_banks() -> Iterator[Bank]:
    """The banks of the lessons, in order. Raises BankError as `find_question`."""
    for path in sorted((data_dir() / "questions").glob("*.toml")):
        yield _load(path, path.stat().st_mtime_ns)


def asked_here(question: str, folder: Path) -> bool:
    """Whether an answer under this id is to a question that notebooks of a folder ask: its assignment, else a lesson.

    Lessons also keep answers under the id of a question with something before it: what is asked again, the check-in.

    Raises:
        BankError: a bank is not as it should be.
    """
    if bank := assignment_bank(folder):
        return question in bank.places or any(question in bank.earlier(place) for place in bank.places)
    banks = [*lesson_banks(), gain_bank()]
    known = {each for bank in banks for q in bank.questions for each in (q.id, q.pool, *q.was) if each}
    return question in known or any(question.endswith(f"-{each}") for each in known)


def assignment_bank(folder: Path) -> Bank | None:
    """The bank of the assignment whose folder this is; None if it is no assignment's. Raises BankError."""
    own = folder / ASSIGNMENT_BANK
    return _load(own, own.stat().st_mtime_ns) if own.exists() else None


def gain_bank() -> Bank:
    """The bank of the check-in and the check-out. Raises BankError as `find_question`."""
    path = data_dir() / "gain" / "questions.toml"
    return _load(path, path.stat().st_mtime_ns if path.exists() else 0)


def _banks(folder: Path) -> Iterator[Bank]:
    if own := assignment_bank(folder):
        yield own
    yield from lesson_banks()


@cache
def _load(path: Path, _changed: int) -> Bank:
    return load_bank(path, {str(row["id"]) for row in read("claims")})
