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


def _moves(answer: Any) -> Moves:
    return {tuple(each) for each in answer.get("relaxed") or []}


def _agreed(wanted: bool, answer: Any, _: Any) -> bool:
    return (bool(answer["terms"]) and _needed(answer["terms"]) <= _moves(answer)) is wanted


def _lacks(wanted: int, answer: Any, question: Any) -> bool:
    blank = set(question["issues"]) - set(answer["terms"])
    return len(_needed(answer["terms"]) - _moves(answer)) + len(blank) <= wanted


def _spare(wanted: bool, answer: Any, _: Any) -> bool:
    idle = {each for each in _moves(answer) - _needed(answer["terms"]) if each[1] in answer["terms"]}
    return bool(idle) is wanted


def _least(answer: Any, allowed: Mapping[str, Any]) -> bool:
    issues = _tables()[0]
    choices = [[o for o, issue in issues.items() if issue == i and _in(o, allowed.get(i, o))] for i in answer["terms"]]
    others = (dict(zip(answer["terms"], each, strict=True)) for each in product(*choices))
    return bool(answer["terms"]) and len(_needed(answer["terms"])) <= min(len(_needed(each)) for each in others)


def _in(option: str, wanted: str | list[str]) -> bool:
    return option in ([wanted] if isinstance(wanted, str) else wanted)


def gates(when: Mapping[str, Any]) -> set[str]:
    """That they agree, or lack little, says when the rest is judged; so does a term beside how few moves it takes."""
    aims = {"spare", "fewest"} & when.keys()
    more = aims or {"relaxes", "proposes", "any", "not"} & when.keys()
    return ({"agreed", "lacks"} if more else set()) | ({"proposes"} if aims else set())


MEMBERS: dict[str, Callable[[Any, Any, Mapping[str, Any]], bool]] = {
    "agreed": _agreed,
    "lacks": _lacks,
    "proposes": lambda wanted, answer, _: all(
        i in answer["terms"] and _in(answer["terms"][i], o) for i, o in wanted.items()
    ),
    "relaxes": lambda wanted, answer, _: {tuple(each) for each in wanted} <= _moves(answer),
    "spare": _spare,
    "fewest": lambda wanted, answer, question: _least(answer, question["when"].get("proposes", {})) is wanted,
}
