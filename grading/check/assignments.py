"""Can every assignment be handed out and graded?"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat

from course import tables
from course.questions import Bank, BankError, load_bank
from course.questions.bank import read_bank
from grading.check.agree import agreement_faults
from grading.check.apart import apart_faults
from grading.check.asks import asks_faults
from grading.check.keys import key_faults
from grading.check.learners import learner_faults
from grading.check.made import made_faults
from grading.check.notebooks import example_notes, shown_faults, tried_faults
from grading.check.questions import question_faults
from grading.check.rooms import BANKS, GAIN, KEYS, LEARNERS, SOURCE
from grading.check.texts import key_text_faults, text_faults
from grading.handout.assignment import BANK, MISCONCEPTIONS, Assignment
from grading.handout.cells import read_notebook
from grading.handout.fit import read_source
from grading.handout.vanished import vanished


def assignment_faults() -> Iterator[str]:
    """Everything about the assignments and their keys that does not fit."""
    claims = {str(row["id"]) for row in tables.read("claims")}
    read: list[Assignment] = []
    for name in _names():
        assignment, faults = read_source(name, SOURCE / name, KEYS)
        read.append(assignment)
        yield from faults
        yield from question_faults(assignment.bank, {*assignment.bank.ids, *assignment.bank.unread})
        yield from _inside(assignment, claims)
    for path in sorted(KEYS.glob("*.toml")):
        if path.stem not in _names():
            yield f"{path}: there is no such assignment; expected the folder {SOURCE / path.stem}."
    for path in sorted(LEARNERS.glob("*_learners.toml")):
        if path.stem.removesuffix("_learners") not in _names():
            yield f"{path}: there is no such assignment; expected the folder of one in {SOURCE}."
    yield from asks_faults({each.name: each.bank for each in read}, KEYS)
    yield from _misconceptions(read, claims)
    practised = _practised()
    yield from agreement_faults(read, practised)
    yield from apart_faults(read, practised, KEYS)


def assignment_notes() -> Iterator[str]:
    """What can be handed out, and hardly is as it was meant."""
    for name in _names():
        with suppress(BankError):  # said among the faults
            yield from vanished(SOURCE.parent / "release" / name, load_bank(SOURCE / name / BANK))
        path = SOURCE / name / f"{name}.ipynb"
        yield from example_notes(path, _cells(path))


def _practised() -> list[Bank]:
    """The banks of the lessons, and that of the check-in: what learners know before they are graded."""
    return [read_bank(path)[0] for path in (*sorted(BANKS.glob("*.toml")), GAIN) if path.is_file()]


def _names() -> list[str]:
    return sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and not path.name.startswith("."))


def _inside(assignment: Assignment, claims: set[str]) -> Iterator[str]:
    for question in assignment.questions:
        key = assignment.keys.get(question.id)
        yield from (f"{assignment.bank.path}: question “{question.id}”: {fault}"
                    for fault in text_faults(question, key, claims))  # fmt: skip
        if key is not None:
            yield from (f"{KEYS}/{assignment.name}.toml: key of “{question.id}”: {fault}"
                        for fault in (*key_text_faults(key, claims), *key_faults(question, key)))  # fmt: skip
    yield from learner_faults(LEARNERS / f"{assignment.name}_learners.toml", assignment)
    path = assignment.bank.path.parent / f"{assignment.name}.ipynb"
    cells = _cells(path)
    yield from shown_faults(path, cells, claims)
    yield from tried_faults(path, cells)
    yield from made_faults(path)


def _cells(path: Path) -> list[Any]:
    """The cells of a notebook; none if it can't be read, which is said elsewhere."""
    try:
        return list(read_notebook(path).cells)
    except (OSError, ValueError, nbformat.ValidationError):
        return []


def _misconceptions(read: list[Assignment], claims: set[str]) -> Iterator[str]:
    path = KEYS / MISCONCEPTIONS
    used = {r.misconception for each in read for key in each.keys.values() for r in key.remarks}
    known = {name for each in read for name in each.misconceptions}
    if all(each.keys.keys() == set(each.bank.ids) and not each.bank.unread for each in read):  # else it may stand there
        yield from (f"{path}: {each} is used nowhere; expected a remark of a key that names it."
                    for each in sorted(known - used))  # fmt: skip
    for row in tables.read("misconception_claims", KEYS):
        if row["claim_id"] not in claims:
            yield f"{KEYS}/misconception_claims.csv: {row['misconception_id']}: there is no claim “{row['claim_id']}”."
