"""What each graded question asks of a learner: reading, application or inference. Every place has exactly one row."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from course import tables
from course.questions import Bank
from grading.check.rooms import KEYS

TABLE = "asks"
READING, APPLICATION, INFERENCE = "reading", "application", "inference"


class Asks(msgspec.Struct, frozen=True):
    """What one place of an assignment asks, and why it counts as that."""

    asks: str
    why: str


def read_asks(keys: Path = KEYS) -> dict[str, dict[str, Asks]]:
    """Assignment to place to what it asks, in the order of the table.

    Args:
        keys: the folder of keys.

    Raises:
        TableError: the table is missing, or it is not as `datapackage.json` describes it: a row stands there twice, or
            asks for something else than reading, application or inference.
    """
    found: dict[str, dict[str, Asks]] = {}
    for row in tables.read(TABLE, keys):
        asked = found.setdefault(str(row["assignment"]), {})
        asked[str(row["place"])] = Asks(str(row["asks"]), str(row["why"]))
    return found


def asks_faults(banks: Mapping[str, Bank], keys: Path = KEYS) -> Iterator[str]:
    """Rows that name nothing, and places without a row, a line each.

    Args:
        banks: assignment to its bank.
        keys: the folder of keys, whose table can be read.
    """
    path, told = f"{keys}/{TABLE}.csv", read_asks(keys)
    for line, row in enumerate(tables.read(TABLE, keys), 2):
        name, place = str(row["assignment"]), str(row["place"])
        if name not in banks:
            yield f"{path}, line {line}: there is no assignment “{name}”; expected {_listed(sorted(banks))}."
        elif place not in banks[name].places and place not in banks[name].unread:
            says = f"“{name}” asks no “{place}”; expected the id of a question, or the name of a pool."
            yield f"{path}, line {line}: {says}"
    for name, bank in banks.items():
        missing = [place for place in bank.places if place not in told.get(name, {})]
        says = f"which says what it asks: {READING}, {APPLICATION} or {INFERENCE}."
        yield from (f"{path}: expected a row “{name},{place}”, {says}" for place in missing)


def _listed(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:]))) or "none, as there is no assignment"
