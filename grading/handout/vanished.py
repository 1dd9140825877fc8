"""What answers may name that learners gave to the last release, and what the bank no longer knows."""

from collections.abc import Iterator
from pathlib import Path

from course.asked import Asked
from course.questions import Bank, BankError, load_bank
from grading.handout.assignment import BANK


def vanished(release: Path, bank: Bank) -> Iterator[str]:
    """A line for each question of a release whose answers can no longer be read as they were meant.

    Args:
        release: the folder of the assignment in `release/`; nothing is said if it holds no bank.
        bank: the questions as they are in `source/` now.
    """
    try:
        before = load_bank(release / BANK)
    except BankError:
        return
    now = {name: q for q in bank.questions for name in (*q.was, q.id)}
    new = [q.id for q in bank.questions if q.id not in before.ids and not q.was]
    for old in before.questions:
        question = now.get(old.id)
        if question is not None:
            if gone := sorted(_names(old) - _names(question)):
                yield _says(bank, question, gone)
        elif new:
            yield (
                f"{bank.path}: question “{old.id}” of the last release is gone, and {', '.join(new)} is new. If "
                f'it is the same question, write was = ["{old.id}"] beside its new id; else answers to it are not read.'
            )
        if question is not None:
            for earlier in (each for each in old.was if each not in now):
                yield f'{bank.path}: question “{question.id}” was “{earlier}”: write was = ["{earlier}"] there again.'


def _names(question: Asked) -> frozenset[str]:
    return question.vocabulary | question.earlier.keys()


def _says(bank: Bank, question: Asked, gone: list[str]) -> str:
    named = ", ".join(f"“{each}”" for each in gone)
    return (
        f"{bank.path}: question “{question.id}” had {named} in the last release. Where that has another id now, write "
        f'the old one beside it, as was = ["{gone[0]}"]. Answers that name what is gone wait for a person.'
    )
