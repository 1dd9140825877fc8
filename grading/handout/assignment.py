"""An assignment as the grading room needs it: questions, keys, misconceptions, and a check that all of it fits."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from course import tables
from course.asked import Asked, Key
from course.questions import Bank, BankError, load_bank
from course.scoring.keys import load_keys
from grading.handout.cells import answer_id, grade_id, is_question, is_task, meta
from grading.handout.elsewhere import elsewhere

BANK = "questions.toml"
MISCONCEPTIONS = "misconceptions.csv"


class AssignmentError(Exception):
    """An assignment can't be generated or graded. The message is one line and says what to do."""


class Claim(msgspec.Struct, frozen=True):
    """A claim of the brief that a learner is sent back to."""

    id: str
    place: str
    paraphrase: str


class Assignment(msgspec.Struct, frozen=True):
    """What is needed to score one assignment.

    Attributes:
        name: nbgrader's assignment id; the notebook has the same name.
        bank: the questions as released.
        keys: question id to key, for every question.
        misconceptions: misconception id to its statement.
        claims: claim id to claim.
        elsewhere: id of every other question of the course to where it is asked, such as “lesson 04_the_precondition”.
        hidden: other text that only instructors have: lines of the keys, why a misconception is wrong, mark schemes.
    """

    name: str
    bank: Bank
    keys: Mapping[str, Key[Any]]
    misconceptions: Mapping[str, str]
    claims: Mapping[str, Claim]
    elsewhere: Mapping[str, str] = {}
    hidden: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of its graded cells, in order: of questions, or names of pools from which one is drawn."""
        return self.bank.places

    @property
    def questions(self) -> tuple[Asked, ...]:
        """All questions, those of pools too, in the bank's order."""
        return self.bank.questions


def load_assignment(name: str, folder: Path, keys: Path) -> Assignment:
    """Read bank and keys of an assignment and check that they fit.

    Args:
        name: the assignment's id.
        folder: where its `questions.toml` stands.
        keys: the folder of keys.

    Raises:
        AssignmentError: bank, key or table of misconceptions is missing, unreadable or contradicts another.
    """
    claims = _claims()
    try:
        bank = load_bank(folder / BANK, claims)
        found = load_keys(keys / f"{name}.toml", bank, claims)
    except BankError as e:
        raise AssignmentError(str(e)) from None
    for question in bank.questions:
        if question.key is not None:
            raise AssignmentError(f"{bank.path}: question “{question.id}” has a key; keys belong in {keys}.")
        if question.points is None:
            raise AssignmentError(f"{bank.path}: question “{question.id}” has no points; expected a graded question.")
    statements, why = _misconceptions(keys / MISCONCEPTIONS)
    for question_id, key in found.items():
        for remark in key.remarks:
            if remark.misconception is not None and remark.misconception not in statements:
                raise AssignmentError(
                    f"{keys}: key of “{question_id}” names {remark.misconception}, not in {MISCONCEPTIONS}."
                )
    lines = (keys / f"{name}.toml").read_text(encoding="utf-8").splitlines()
    return Assignment(name, bank, found, statements, claims, elsewhere(folder, bank.places), (*why, *lines))


def check_agreement(path: Path, bank: Bank, notebook: Mapping[str, Any]) -> None:
    """Raise AssignmentError for the first disagreement of a notebook, which stands at `path`, and its bank."""
    for fault in disagreements(bank, notebook):
        raise AssignmentError(f"{path}: {fault}")


def disagreements(bank: Bank, notebook: Mapping[str, Any]) -> Iterator[str]:
    """Everything in which a notebook (nbformat 4, as dictionaries) and its bank disagree, one line each."""
    cells: list[Any] = notebook["cells"]
    for twice in (i for i, n in Counter(filter(None, map(grade_id, cells))).items() if n > 1):
        yield f"two cells have the id “{twice}”."
    asked = {grade_id(c): c for c in cells if is_question(c)}
    for place in bank.places:
        if place not in asked:
            yield f"question “{place}” of {BANK} has no cell; expected a graded cell with that id."
            continue
        cell, points = asked.pop(place), bank.draw(place, 0).points
        wanted = f'ask("{place}")'
        if cell["cell_type"] != "code" or cell["source"].strip() != wanted:
            yield f"cell “{place}”: expected a code cell that reads {wanted} and nothing else."
        if meta(cell).get("points") != points:
            yield f"cell “{place}” has {meta(cell).get('points')} points; {BANK} says {points:g}."
    yield from (f"cell “{i}” is graded, but {BANK} has no such question." for i in asked)
    ids = {grade_id(c) or c.get("id") for c in cells}
    for cell in cells:
        if is_task(cell) and answer_id(cell) not in ids:
            yield f"task “{grade_id(cell)}” has no answer cell; expected a markdown cell “{answer_id(cell)}”."


def _claims() -> dict[str, Claim]:
    return {
        str(row["id"]): Claim(str(row["id"]), str(row["place"]), str(row["paraphrase"]))
        for row in tables.read("claims")
    }


def _misconceptions(path: Path) -> tuple[dict[str, str], list[str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [*csv.DictReader(file)]
        return {row["id"]: row["statement"] for row in rows}, [row.get("why_wrong") or "" for row in rows]
    except (OSError, UnicodeDecodeError, KeyError) as e:
        raise AssignmentError(f"{path}: expected UTF-8 text with columns id and statement ({e!r}).") from None
