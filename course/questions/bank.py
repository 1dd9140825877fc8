"""Read a bank of questions from TOML, with errors that a teacher can act on."""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from course import text
from course.asked import Asked, BankError, Condition
from course.kinds import KINDS, MEMBERS
from course.questions.check import faults

T = TypeVar("T")
_UNKNOWN = re.compile(r"Object contains unknown field `(\w+)` - at `\$\.?(.*)`")


class Bank(msgspec.Struct, frozen=True, dict=True):
    """The questions of one file, in its order.

    Attributes:
        path: the file.
        questions: those that can be read.
        unread: ids and pools of those that can't; empty in a bank that is fit to be used.
    """

    path: Path
    questions: tuple[Asked, ...]
    unread: frozenset[str] = frozenset()

    def __getitem__(self, question: str) -> Asked:
        """The question with this id; raises KeyError."""
        return self._by_id[question]

    @cached_property
    def _by_id(self) -> dict[str, Asked]:
        return {q.id: q for q in reversed(self.questions)}

    @cached_property
    def _pools(self) -> dict[str, list[Asked]]:
        pools: dict[str, list[Asked]] = {}
        for q in self.questions:
            if q.pool is not None:
                pools.setdefault(q.pool, []).append(q)
        return pools

    @cached_property
    def places(self) -> tuple[str, ...]:
        """What can be asked, in order: ids of questions, and names of pools where their first question stands."""
        return tuple(dict.fromkeys(q.pool or q.id for q in self.questions))

    def draw(self, place: str, seed: int) -> Asked:
        """The question of this id, or the one that a seed draws from the pool of this name; raises KeyError.

        Pools of the same size are drawn alike, so that several can speak of the same case.
        """
        pool = self._pools.get(place)
        return pool[seed % len(pool)] if pool else self[place]

    def earlier(self, place: str) -> tuple[str, ...]:
        """Under which ids the answer to what can be asked may stand in older journals, the latest first."""
        return self._earlier.get(place, ())

    @cached_property
    def _earlier(self) -> dict[str, tuple[str, ...]]:
        earlier: dict[str, tuple[str, ...]] = {}
        for q in self.questions:
            for place in {q.id, q.pool or q.id} if q.was else ():
                earlier[place] = (*earlier.get(place, ()), *q.was)
        return earlier

    @property
    def ids(self) -> tuple[str, ...]:
        """All question ids, in order."""
        return tuple(q.id for q in self.questions)


def load_bank(path: Path, claims: Collection[str] | None = None) -> Bank:
    """Read and check a bank.

    Args:
        path: a TOML file with one `[[question]]` table per question; `course/schemas/bank.schema.json` describes it.
        claims: ids that a claim reference may name. None leaves references unchecked.

    Raises:
        BankError: the file is missing or not UTF-8 TOML, or a question is not as the schema says.
    """
    bank, faults = read_bank(path, claims)
    if faults:
        raise BankError(*faults)
    return bank


def read_bank(path: Path, claims: Collection[str] | None = None) -> tuple[Bank, tuple[str, ...]]:
    """What of a bank can be read, and everything that is wrong with it, a line each; otherwise as `load_bank`."""
    try:
        tables = read_tables(path, "question")
    except BankError as e:
        return Bank(path, ()), e.faults
    questions: list[Asked] = []
    wrong: list[str] = []
    unread: set[str] = set()
    for number, table in enumerate(tables, 1):
        try:
            questions.append(_question(path, number, table, claims))
        except BankError as e:
            wrong += e.faults
            unread |= {str(table[member]) for member in ("id", "pool") if member in table}
    wrong += _together(path, tuple(questions), unread)
    return Bank(path, tuple(questions), frozenset(unread)), tuple(wrong)


def read_tables(path: Path, name: str) -> list[dict[str, Any]]:
    """The `[[name]]` tables of a TOML file, unchecked; raises BankError."""
    try:
        document = tomllib.loads(text.plain(path.read_bytes()))
    except FileNotFoundError:
        raise BankError(f"{path}: there is no such file.") from None
    except text.EncodingError as e:
        raise BankError(f"{path}, line {e.line}: {e}.") from None
    except tomllib.TOMLDecodeError as e:
        raise BankError(f"{path}: not TOML: {e}.") from None
    other = sorted(set(document) - {name})
    if other:
        raise BankError(f"{path}: expected only [[{name}]] tables, found “{other[0]}”.")
    tables = document.get(name)
    if not isinstance(tables, list) or not tables:
        raise BankError(f"{path}: expected at least one [[{name}]] table.")
    return tables


def convert(path: Path, where: str, table: dict[str, Any], kind: type[T], condition: type[Condition]) -> T:
    """One TOML table as `kind`, or a BankError that says which member is wrong.

    Args:
        path: the file, for the message.
        where: the question, for the message.
        table: as read.
        kind: the record.
        condition: what a key may ask of an answer to this question.
    """
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as e:
        unknown = _UNKNOWN.fullmatch(str(e))
        if unknown and unknown[1] in MEMBERS:
            place = unknown[2].partition(".when")[0]
            fits = " or ".join(condition.members())
            says = f"{place}: when: “{unknown[1]}” does not go with this type of question; expected {fits}."
            raise BankError(f"{path}: {where}: {says}") from None
        raise BankError(f"{path}: {where}: {plain(str(e))}") from None


def plain(message: str) -> str:
    """A msgspec message with the member first: “choices[0].text: expected `str`, got `int`”."""
    text, _, place = message.partition(" - at `$")
    place = place.rstrip("`").lstrip(".")
    text = text[0].lower() + text[1:]
    return f"{place}: {text}." if place else f"{text}."


def _question(path: Path, number: int, table: dict[str, Any], claims: Collection[str] | None) -> Asked:
    where = f"question “{table.get('id', f'number {number}, without an id')}”"
    kind = KINDS.get(str(table.get("type")))
    if kind is None:
        raise BankError(f"{path}: {where}: type: expected {', '.join(KINDS)}; got {table.get('type')!r}.")
    question = convert(path, where, table, kind, kind.condition)
    found = faults(question, claims)
    if found:
        raise BankError(*(f"{path}: {where}: {fault}" for fault in found))
    return question


def _together(path: Path, questions: tuple[Asked, ...], unread: Collection[str]) -> Iterator[str]:
    """What is wrong with questions that are right by themselves."""
    ids = Counter(q.id for q in questions)
    yield from (f"{path}: question “{each}” stands there twice; an id may stand once." for each, n in ids.items()
                if n > 1)  # fmt: skip
    places = {q.pool or q.id for q in questions}
    for old in (old for q in questions for old in q.was if old in places):
        yield f"{path}: was: expected an id that is no longer used; “{old}” is a question of this bank."
    for pool in dict.fromkeys(q.pool for q in questions if q.pool):
        drawn = [q for q in questions if q.pool == pool]
        if pool in ids:
            yield f"{path}: pool “{pool}”: expected a name of its own; a question has this id."
        if len(drawn) == 1 and pool not in unread:
            yield f"{path}: pool “{pool}”: expected at least two questions, found “{drawn[0].id}” alone."
        for other in drawn[1:]:
            if other.points != drawn[0].points:
                yield f"{path}: question “{other.id}”: expected as many points as “{drawn[0].id}” of its pool."
