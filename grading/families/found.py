"""Find the families: a module or a TOML file each, in a folder of the assignment's name.

A module has a `FAMILY`. A file has the members that all variants share, as `[question]` and `[key]`, and a
`[[variant]]` for each, with `question`, `key` and `answers`; its sort is `written`.
"""

import importlib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from grading.families.family import Family, FamilyError, Variant

HERE = Path(__file__).parent


@cache
def families(here: Path = HERE) -> tuple[Family, ...]:
    """All families, by assignment and name.

    Raises:
        FamilyError: a file or a module is not as it should be.
    """
    found = [_module(path) for path in here.glob("*/*.py") if not path.name.startswith("_")]
    found += [_written(path) for path in here.glob("*/*.toml")]
    return tuple(sorted((each.checked() for each in found if each), key=lambda each: (each.assignment, each.name)))


def _module(path: Path) -> Family | None:
    module = importlib.import_module(f"grading.families.{path.parent.name}.{path.stem}")
    family: Family | None = getattr(module, "FAMILY", None)
    if family is not None and (family.assignment, family.name) != (path.parent.name, path.stem.replace("_", "-")):
        raise FamilyError(
            f"{path}: expected the family {path.parent.name}/{path.stem.replace('_', '-')}, found {family}."
        )
    return family


def _written(path: Path) -> Family:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as e:
        raise FamilyError(f"{path}: not TOML: {e}.") from None
    if other := sorted(set(told) - {"question", "key", "variant"}):
        raise FamilyError(f"{path}: expected [question], [key] and [[variant]], found “{other[0]}”.")
    return Family(path.stem, path.parent.name, "written", tuple(_variants(path, told)))


def _variants(path: Path, told: dict[str, Any]) -> Iterator[Variant]:
    for number, each in enumerate(told.get("variant", []), 1):
        if missing := {"question", "key", "answers"} - set(each):
            raise FamilyError(f"{path}: variant {number}: expected {', '.join(sorted(missing))}.")
        question = told.get("question", {}) | each["question"]
        yield Variant(question, told.get("key", {}) | each["key"], each["answers"])
