"""The kinds in `kinds/`, and the function that shows what comes of each.

A file `kinds/<part>.toml` holds the rows of the module `tests/accidents/<part>.py`. The function of a kind has its id
with underscores for hyphens, makes the input, and asserts the outcome. It may take any fixture of pytest's by name, so
that kinds which need the same class or the same browser share it. `test_<part>.py` runs them, a file for each part, so
that parts run beside each other.
"""

import inspect
import tomllib
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest

HERE = Path(__file__).parent


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of accident.

    Attributes:
        id: also the name of its function.
        does: what happened, in one line.
        source: where people report it, `owner/repository#number` or the address of a page, several with commas; "trial"
            if it was found when this course was tried with a class.
        outcome: what must come of it, in one line.
    """

    id: str
    does: str
    source: str
    outcome: str


class _Rows(msgspec.Struct, forbid_unknown_fields=True):
    kind: list[Kind]


@cache
def parts() -> dict[str, tuple[Kind, ...]]:
    """Part to its kinds, in the order of the files."""
    files = sorted((HERE / "kinds").glob("*.toml"))
    return {f.stem: tuple(_read(f)) for f in files}


def function(part: str, kind: Kind) -> Callable[..., None]:
    """What shows the outcome of a kind."""
    found: Callable[..., None] = getattr(import_module(f"tests.accidents.{part}"), kind.id.replace("-", "_"))
    return found


def cases(part: str) -> list[Any]:
    """The kinds of a part as parameters of `shows`, each test named as its kind."""
    return [pytest.param(part, kind, id=kind.id) for kind in parts()[part]]


def shows(part: str, kind: Kind, request: pytest.FixtureRequest) -> None:
    """Make the input of a kind and assert its outcome."""
    made = function(part, kind)
    made(**{name: request.getfixturevalue(name) for name in inspect.signature(made).parameters})


def _read(path: Path) -> list[Kind]:
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Rows).kind
