"""What a key asks of a deal, by going through the tables and through all deals."""

import csv
from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from typing import Any

from tests.paths import ROOT

Moves = set[tuple[str, str, str]]


@cache
def _tables() -> tuple[dict[str, str], dict[str, set[str]]]:
    """Option to its issue, and side to the options that it accepts."""
    with (ROOT / "data" / "bargaining_options.csv").open(encoding="utf-8", newline="") as file:
        issues = {row["id"]: row["issue"] for row in csv.DictReader(file)}
    accepts: dict[str, set[str]] = {}
    with (ROOT / "data" / "bargaining_positions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            accepts.setdefault(row["side"], set()).update([row["option_id"]] if row["accepts"] == "true" else [])
    return issues, accepts


def _needed(terms: Mapping[str, str]) -> Moves:
    accepts = _tables()[1]
    return {(side, i, option) for side, own in accepts.items() for i, option in terms.items() if option not in own}


def _terms(answer: Any) -> dict[str, str]:
    return answer.get("terms") or {}


def _moves(answer: Any) -> Moves:
    return {tuple(each) for each in answer.get("relaxed") or []}


def _agreed(wanted: bool, answer: Any, _: Any) -> bool:
    return (bool(_terms(answer)) and _needed(_terms(answer)) <= _moves(answer)) is wanted


def _lacks(wanted: int, answer: Any, question: Any) -> bool:
    blank = set(question["issues"]) - set(_terms(answer))
    return len(_needed(_terms(answer)) - _moves(answer)) + len(blank) <= wanted


def _spare(wanted: bool, answer: Any, _: Any) -> bool:
    idle = {each for each in _moves(answer) - _needed(_terms(answer)) if each[1] in _terms(answer)}
    return bool(idle) is wanted


def _least(answer: Any, allowed: Mapping[str, Any]) -> bool:
    issues = _tables()[0]
    choices = [[o for o, issue in issues.items() if issue == i and _in(o, allowed.get(i, o))] for i in _terms(answer)]
    others = (dict(zip(_terms(answer), each, strict=True)) for each in product(*choices))
    return bool(_terms(answer)) and len(_needed(_terms(answer))) <= min(len(_needed(each)) for each in others)


def _in(option: str, wanted: str | list[str]) -> bool:
    return option in ([wanted] if isinstance(wanted, str) else wanted)


def level(name: str, when: Mapping[str, Any]) -> int:
    """Whether they agree, on what, and how dearly: what is lower only says when the rest is judged."""
    return 0 if name in ("agreed", "given", "lacks") else 1 if name in ("proposes", "relaxes") else 2


MEMBERS: dict[str, Callable[[Any, Any, Mapping[str, Any]], bool]] = {
    "agreed": _agreed,
    "lacks": _lacks,
    "proposes": lambda wanted, answer, _: all(
        i in _terms(answer) and _in(_terms(answer)[i], o) for i, o in wanted.items()
    ),
    "relaxes": lambda wanted, answer, _: {tuple(each) for each in wanted} <= _moves(answer),
    "spare": _spare,
    "fewest": lambda wanted, answer, question: _least(answer, question["when"].get("proposes", {})) is wanted,
}
