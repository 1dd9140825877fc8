"""Where else in the course a question is asked, so that a journal of another assignment is known for what it is."""

import tomllib
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from course.paths import data_dir
from course.text import plain

BANK = "questions.toml"


def elsewhere(folder: Path, own: Collection[str]) -> dict[str, str]:
    """Id of a question, or name of a pool, to the lesson or assignment that asks it; ids of one's own are left out.

    Args:
        folder: where the assignment's bank stands, in `release/` or `source/`; the others are looked for there too.
        own: what the assignment asks.
    """
    found: dict[str, str] = {}
    for path in sorted((data_dir() / "questions").glob("*.toml")):
        found |= dict.fromkeys(_ids(path), f"lesson {path.stem}")
    for room in ("source", "release"):
        for path in sorted((folder.parent.parent / room).glob(f"*/{BANK}")):
            if path.parent.name != folder.name:
                found |= dict.fromkeys(_ids(path), f"the assignment {path.parent.name}")
    return {q: where for q, where in found.items() if q not in own}


def _ids(path: Path) -> frozenset[str]:
    """The ids in a bank; none if it can't be read, because it is not this assignment's, which must go on."""
    try:
        return _told(path.read_bytes())
    except (OSError, ValueError, AttributeError, TypeError):
        return frozenset()


@lru_cache(maxsize=64)
def _told(bank: bytes) -> frozenset[str]:
    """The ids and pools in a bank, kept by its content, because each assignment looks into the banks of all others."""
    told = tomllib.loads(plain(bank)).get("question", [])
    return frozenset(str(q[member]) for q in told for member in ("id", "pool") if member in q)
