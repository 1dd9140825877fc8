"""Read the keys of a bank's questions from a TOML file and check that they fit."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from course.asked import BankError, Key
from course.questions.bank import Bank, convert, read_tables
from course.questions.check import key_faults


def load_keys(path: Path, bank: Bank, claims: Collection[str] | None = None) -> dict[str, Key[Any]]:
    """The key of every graded question of a bank, by question id.

    Args:
        path: a TOML file with one `[[key]]` table per question; `course/schemas/key.schema.json` describes it.
        bank: the questions the keys belong to.
        claims: ids that a remark may name. None leaves references unchecked.

    Raises:
        BankError: the file can't be read, a key is not as the schema says or does not fit its question, a graded
            question has no key, or a key has no question.
    """
    keys, faults = read_keys(path, bank, claims)
    if faults:
        raise BankError(*faults)
    return keys


def read_keys(
    path: Path, bank: Bank, claims: Collection[str] | None = None
) -> tuple[dict[str, Key[Any]], tuple[str, ...]]:
    """The keys that can be read, and everything that is wrong with the others, a line each; otherwise as `load_keys`.

    Nothing is said of the keys of questions that can't be read.
    """
    try:
        tables = read_tables(path, "key")
    except BankError as e:
        return {}, e.faults
    keys: dict[str, Key[Any]] = {}
    wrong: list[str] = []
    told: set[str] = set()
    for number, table in enumerate(tables, 1):
        where = f"key of “{table.get('question', f'number {number}, without a question')}”"
        name = str(table.get("question"))
        if name in told:
            wrong.append(f"{path}: {where}: stands there twice.")
            continue
        told.add(name)
        if name not in bank.ids:
            if bank.questions and name not in bank.unread:
                wrong.append(f"{path}: {where}: expected the id of a question of {bank.path}.")
            continue
        question = bank[name]
        try:
            key: Key[Any] = convert(path, where, table, Key[question.condition], question.condition)  # type: ignore[name-defined]
        except BankError as e:
            wrong += e.faults
            continue
        found = [*key_faults(question, key, claims)]
        wrong += [f"{path}: {where}: {fault}" for fault in found]
        if not found:
            keys[name] = key
    missing = dict.fromkeys(q.id for q in bank.questions if q.points is not None and q.id not in told)
    wrong += [f"{path}: expected a key for question “{each}”, which has points." for each in missing]
    return keys, tuple(wrong)
