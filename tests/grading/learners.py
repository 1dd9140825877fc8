"""Learners as data: who hands in what, and what must come of it."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from tests.validity.assignments import load

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
    """All learners, with their answers spelled out: to the first variant of every family."""
    told = tomllib.loads((HERE / "learners.toml").read_text(encoding="utf-8"))["learner"]
    known = load("precondition")
    for learner in told:
        if isinstance(name := learner.get("answers"), str):
            drawn = known.drawn(0)
            learner["answers"] = {place: known.learners[name][question] for place, question in drawn.items()}
    return msgspec.convert(told, list[Learner])
