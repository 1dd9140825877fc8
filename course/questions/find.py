"""Find a question by its id: in the assignment's own bank if there is one, else in the lessons' banks."""

import difflib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from course.paths import data_dir
from course.questions import Bank, BankError, Question, load_bank
from course.tables import read

ASSIGNMENT_BANK = "questions.toml"


def find_question(question: str, folder: Path) -> Question:
    """The question with this id.

    Args:
        question: its id.
        folder: the notebook's folder; an assignment's bank stands there.

    Raises:
        BankError: no bank has it (the message names close ids), or a bank is not as it should be.
    """
    banks = list(_banks(folder))
    for bank in banks:
        if question in bank.ids:
            return bank[question]
    known = [i for bank in banks for i in bank.ids]
    close = difflib.get_close_matches(question, known, n=3)
    hint = f" Did you mean {' or '.join(close)}?" if close else ""
    raise BankError(f"There is no question “{question}” in {', '.join(str(b.path) for b in banks)}.{hint}")


def _banks(folder: Path) -> Iterator[Bank]:
    own = folder / ASSIGNMENT_BANK
    if own.exists():
        yield _load(own, own.stat().st_mtime_ns)
    for path in sorted((data_dir() / "questions").glob("*.toml")):
        yield _load(path, path.stat().st_mtime_ns)


@cache
def _load(path: Path, _changed: int) -> Bank:
    return load_bank(path, {str(row["id"]) for row in read("claims")})
