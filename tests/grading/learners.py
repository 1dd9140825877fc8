"""Learners as data: who hands in what, and what must come of it."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from tests.paths import ROOT

HERE = Path(__file__).parent
NOTHING = (0,) * 15


class Learner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One learner of `learners.toml`, which describes the members."""

    id: str
    answers: dict[str, Any] = {}
    points: tuple[float, ...] = NOTHING
    misconceptions: tuple[str, ...] = ()
    essay: str = ""
    done: str = ""
    by: str = "hand"
    waits: bool = False
    flags: tuple[str, ...] = ()


def load_learners() -> list[Learner]:
    """All learners, with their answers spelled out."""
    told = tomllib.loads((HERE / "learners.toml").read_text(encoding="utf-8"))["learner"]
    known = tomllib.loads((ROOT / "tests" / "data" / "precondition_learners.toml").read_text(encoding="utf-8"))
    for learner in told:
        if isinstance(name := learner.get("answers"), str):
            learner["answers"] = _over(known["expert"], known[name])
    return msgspec.convert(told, list[Learner])


def _over(expert: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    return expert | {q: expert[q] | a if isinstance(a, dict) else a for q, a in own.items()}
