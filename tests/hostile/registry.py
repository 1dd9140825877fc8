"""The kinds of `kinds.toml`, and the function that makes each of them out of a sound submission."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from tests.hostile import archives, cells, files, journals, markup, notebooks, programs

MODULES = (archives, cells, files, journals, markup, notebooks, programs)
Door = Literal["hand", "exchange", "zip"]


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind; `kinds.toml` describes the members."""

    id: str
    does: str
    part: Literal["archives", "cells", "files", "journals", "markup", "notebooks", "programs"]
    flags: tuple[str, ...] = ()
    loses: Literal["nothing", "all", "first", "numbers", "weighings", "arguments"] = "nothing"
    door: Door = "hand"
    same: str = ""
    graded: bool = True
    says: str = ""
    becomes: tuple[str, ...] = ()

    def damage(self, folder: Path) -> None:
        """Turn a sound submission into one of this kind, in place; an archive takes the place of the folder."""
        damage(self.same or self.id, folder)


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by id, in the order of the file."""
    told = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))["kind"]
    return {kind.id: kind for kind in msgspec.convert(told, list[Kind])}


def damage(name: str, folder: Path) -> None:
    """Do what a kind does. The folder is `submitted/<learner>/<assignment>` and holds journal and notebook."""
    [function] = functions(name)
    function(folder)


def functions(name: str) -> list[Callable[[Path], None]]:
    """What the modules have under the name of a kind: exactly one function, if all is well."""
    return [getattr(m, name.replace("-", "_")) for m in MODULES if hasattr(m, name.replace("-", "_"))]
