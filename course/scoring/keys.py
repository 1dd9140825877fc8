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
    keys: dict[str, Key[Any]] = {}
    for number, table in enumerate(read_tables(path, "key"), 1):
        where = f"key of “{table.get('question', f'number {number}, without a question')}”"
        name = str(table.get("question"))
        if name not in bank.ids:
            raise BankError(f"{path}: {where}: expected the id of a question of {bank.path}.")
        question = bank[name]
        key: Key[Any] = convert(path, where, table, Key[question.condition], question.condition)  # type: ignore[name-defined]
        if name in keys:
            raise BankError(f"{path}: {where}: stands there twice.")
        for fault in key_faults(question, key, claims):
            raise BankError(f"{path}: {where}: {fault}")
        keys[name] = key
    missing = [q.id for q in bank.questions if q.points is not None and q.id not in keys]
    if missing:
        raise BankError(f"{path}: expected a key for question “{missing[0]}”, which has points.")
    return keys
