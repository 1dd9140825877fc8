"""An assignment as the grading room needs it: questions, keys, misconceptions, and a check that all of it fits."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from course import tables, text
from course.asked import Asked, Key
from course.questions import Bank
from course.questions.bank import read_bank
from course.scoring.keys import read_keys
from grading.handout.cells import answer_id, grade_id, is_question, is_task, meta
from grading.handout.elsewhere import elsewhere

BANK = "questions.toml"
MISCONCEPTIONS = "misconceptions.csv"


class AssignmentError(Exception):
    """An assignment can't be generated or graded. The message is one line and says what to do.

    Attributes:
        faults: everything that is wrong, a line each; the message is the first, and says how many more there are.
    """

    def __init__(self, *faults: str) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        more = len(self.faults) - 1
        return self.faults[0] + (f" (And {more} more.)" if more else "")


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
    assignment, faults = read_assignment(name, folder, keys)
    if faults:
        raise AssignmentError(*faults)
    return assignment


def read_assignment(name: str, folder: Path, keys: Path) -> tuple[Assignment, tuple[str, ...]]:
    """What of an assignment can be read, and all that is wrong with it, a line each; else as `load_assignment`."""
    claims = _claims()
    bank, wrong = read_bank(folder / BANK, claims)
    key = keys / f"{name}.toml"
    found, more = read_keys(key, bank, claims)
    faults = [*wrong, *more]
    for question in bank.questions:
        if question.key is not None:
            faults.append(f"{bank.path}: question “{question.id}” has a key; keys belong in {keys}.")
        if question.points is None:
            faults.append(f"{bank.path}: question “{question.id}” has no points; expected a graded question.")
    try:
        statements, why = _misconceptions(keys / MISCONCEPTIONS)
    except AssignmentError as e:
        statements, why, faults = {}, [], [*faults, *e.faults]
    else:
        faults += [
            f"{keys}: key of “{question}” names {remark.misconception}, not in {MISCONCEPTIONS}."
            for question, each in found.items()
            for remark in each.remarks
            if remark.misconception is not None and remark.misconception not in statements
        ]
    assignment = Assignment(name, bank, found, statements, claims, elsewhere(folder, bank.places), (*why, *_lines(key)))
    return assignment, tuple(dict.fromkeys(faults))


def check_agreement(path: Path, bank: Bank, notebook: Mapping[str, Any]) -> None:
    """Raise AssignmentError for the disagreements of a notebook, which stands at `path`, and its bank."""
    if faults := [f"{path}: {fault}" for fault in disagreements(bank, notebook)]:
        raise AssignmentError(*faults)


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
    if bank.questions or bank.unread:
        spare = (i for i in asked if i not in bank.unread)
        yield from (f"cell “{i}” is graded, but {BANK} has no such question." for i in spare)
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
        rows = [*csv.DictReader(io.StringIO(text.plain(path.read_bytes()), newline=""))]
        return {row["id"]: row["statement"] for row in rows}, [row.get("why_wrong") or "" for row in rows]
    except text.EncodingError as e:
        raise AssignmentError(f"{path}, line {e.line}: {e}.") from None
    except (OSError, csv.Error, KeyError) as e:
        raise AssignmentError(f"{path}: expected a table with the columns id and statement ({e!r}).") from None


def _lines(path: Path) -> list[str]:
    """The lines of the keys; none where they can't be read, which is said elsewhere."""
    try:
        return text.plain(path.read_bytes()).splitlines()
    except (OSError, text.EncodingError):
        return []
