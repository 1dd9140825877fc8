"""Do lessons, their banks and the table of lessons fit together, and is every row asked that has to be?"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import nbformat

from course import tables
from course.kinds import KINDS
from course.questions import Bank, BankError
from course.questions.bank import read_bank
from grading.check.draws import RETRIEVE
from grading.check.gain import gain_faults
from grading.check.keys import key_faults
from grading.check.notebooks import shown_faults
from grading.check.questions import question_faults
from grading.check.rooms import BANKS, DATA, NOTEBOOKS
from grading.check.spans import span_faults
from grading.check.texts import key_text_faults, text_faults
from grading.handout.cells import read_notebook

ASK = re.compile(r"""\bask\(["']([^"']+)["']\)""")
IN_PART = re.compile(r"""\bask\(["']([^"']+)["'], *["']([^"']+)["']\)""")


def lesson_faults() -> Iterator[str]:
    """Everything about the lessons that does not fit."""
    yield from _listed()
    claims = {str(row["id"]) for row in tables.read("claims")}
    banks: list[Bank] = []
    for path in sorted(BANKS.glob("*.toml")):
        bank, faults = read_bank(path, claims)
        yield from faults
        banks.append(bank)
    homes = Counter(question for bank in banks for question in bank.ids)
    known = {*homes, *(question for bank in banks for question in bank.unread)}
    twice = [question for question, n in homes.items() if n > 1]
    yield from (f"{BANKS}: question “{each}” stands in two lessons; an id may stand once." for each in twice)
    for bank in banks:
        yield from question_faults(bank, known)
        yield from _inside(bank, claims)
        if bank.questions or bank.unread:
            yield from _asked(bank, NOTEBOOKS / f"{bank.path.stem}.ipynb")
    if all(bank.questions and not bank.unread for bank in banks):  # else it may be in the question that can't be read
        yield from _left_out(banks)
    yield from gain_faults(claims, homes)
    yield from span_faults()
    yield from _pictures(claims)


def _listed() -> Iterator[str]:
    listed = [str(row["id"]) for row in tables.read("lessons")]
    for folder, ending in ((NOTEBOOKS, ".ipynb"), (BANKS, ".toml")):
        # A lesson has its number; the reference is a notebook and no lesson.
        there = sorted(path.stem for path in folder.glob(f"[0-9][0-9]_*{ending}"))
        missing = [name for name in listed if name not in there]
        yield from (f"{DATA}/lessons.csv: lesson “{each}”: expected {folder / each}{ending}." for each in missing)
        spare = [name for name in there if name not in listed]
        yield from (f"{folder / each}{ending}: expected a row “{each}” in data/lessons.csv." for each in spare)


def _inside(bank: Bank, claims: set[str]) -> Iterator[str]:
    for question in bank.questions:
        found = [*text_faults(question, question.key, claims)]
        if question.key is not None:
            found += key_text_faults(question.key, claims)
            found += [f"key: {fault}" for fault in key_faults(question, question.key)]
        yield from (f"{bank.path}: question “{question.id}”: {fault}" for fault in found)


def _pictures(claims: set[str]) -> Iterator[str]:
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        try:
            yield from shown_faults(path, read_notebook(path).cells, claims)
        except (OSError, ValueError, nbformat.ValidationError):
            continue  # said already


def _asked(bank: Bank, path: Path) -> Iterator[str]:
    try:
        cells = read_notebook(path).cells
    except FileNotFoundError:
        return  # said already
    except (OSError, ValueError, nbformat.ValidationError) as e:
        yield f"{path}: expected a notebook that can be read ({e})."
        return
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    yield from (f"{path}: {fault}" for fault in _parts(bank, IN_PART.findall(code)))
    number = bank.path.stem[:2]
    others = [each for each in RETRIEVE.findall(code) if each != number]
    yield from (f'{path}: retrieve("{each}"): expected the number of this lesson, "{number}".' for each in others)
    asked = Counter(ASK.findall(code))
    for place in bank.places:
        if (times := asked.pop(place, 0)) != 1:
            yield f'{path}: expected one code cell ask("{place}"), as {bank.path} has this question; found {times}.'
    spare = (each for each in asked if each not in bank.unread)
    yield from (f"{path}: asks “{each}”, a question that {bank.path} does not have." for each in spare)


def _parts(bank: Bank, asked: list[tuple[str, str]]) -> Iterator[str]:
    for (question, item), times in Counter(asked).items():
        if question not in bank.ids:
            if question not in bank.unread:
                yield f"asks “{item}” of “{question}”, a question that {bank.path} does not have."
            continue
        try:
            bank[question].in_part(item)
        except BankError as e:
            yield str(e)
        if times > 1:
            yield f'expected ask("{question}", "{item}") once; found {times}.'


def _left_out(banks: list[Bank]) -> Iterator[str]:
    questions = [question for bank in banks for question in bank.questions]
    for kind in KINDS.values():
        for table, fault in kind.left_out(each for each in questions if isinstance(each, kind)):
            yield f"{DATA}/{table}.csv: {fault}"
