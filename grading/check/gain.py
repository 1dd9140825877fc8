"""Does the bank of the check-in and the check-out hold together, and is it kept to itself?"""

from collections import Counter
from collections.abc import Collection, Iterator

from course import tables
from course.asked import BankError
from course.gain.read import families
from course.questions.bank import read_bank
from grading.check.keys import key_faults
from grading.check.rooms import DATA
from grading.check.rooms import GAIN as PATH
from grading.check.texts import text_faults

FEWEST = 4
"""Questions in a family."""


def gain_faults(claims: Collection[str], known: Collection[str]) -> Iterator[str]:
    """Everything about these questions that does not fit.

    Args:
        claims: ids of the brief's claims.
        known: ids of the lessons' questions.
    """
    bank, faults = read_bank(PATH, claims)
    yield from faults
    if faults:
        return
    yield from _families()
    for question in bank.questions:
        where = f"{PATH}: question “{question.id}”"
        if question.key is None:
            yield f"{where}: expected a key beside it, by which the answer is counted as right."
            continue
        if question.id in known:
            yield f"{where}: a lesson has a question of this id; expected questions that are asked nowhere else."
        # Nobody sees hints here, so none are asked for.
        found = [*text_faults(question, None, claims), *(f"key: {each}" for each in key_faults(question, question.key))]
        yield from (f"{where}: {fault}" for fault in found)


def _families() -> Iterator[str]:
    listed = [str(row["id"]) for row in tables.read("gain_families")]
    try:
        there = families()
    except BankError:
        return  # said already
    for name, own in there.items():
        if name not in listed:
            yield f"{PATH}: expected a row “{name}” in data/gain/families.csv, which says what this pool asks."
        if len(own) < FEWEST:
            yield f"{PATH}: pool “{name}”: expected at least {FEWEST} questions, so that two draws differ."
        if len({(each.kind, len(each.options)) for each in own}) > 1:
            yield f"{PATH}: pool “{name}”: expected questions of one type with as many choices, equally hard to guess."
    for name, n in Counter(listed).items():
        if name not in there:
            yield f"{DATA}/gain/families.csv: “{name}”: expected a pool of this name in {PATH.name}."
        elif n > 1:
            yield f"{DATA}/gain/families.csv: “{name}” stands there twice."
