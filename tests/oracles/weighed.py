"""What a key asks of a weighing, reckoned in odds instead of log-odds."""

import csv
import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from tests.paths import ROOT

STEP, END = 2.0, 99.0
"""A step of the scale, and the end of the slider: factors of the odds."""
NEAR = 1 + 1e-6


@cache
def _about() -> set[tuple[str, str]]:
    with (ROOT / "data" / "signal_claims.csv").open(encoding="utf-8", newline="") as file:
        return {(row["signal_id"], row["claim_id"]) for row in csv.DictReader(file)}


def _rated(answer: Any) -> dict[str, Any]:
    both = {s: r for s, r in (answer.get("ratings") or {}).items() if r}
    return {s: r for s, r in both.items() if r.get("step") is not None and r.get("credibility") is not None}


def _factor(rating: Mapping[str, Any]) -> float:
    """By how much a signal alone multiplies the odds."""
    if rating.get("counts"):
        a, b = (max(each, 0.5) for each in rating["counts"])
        return float((a / b) ** rating["credibility"])
    return float(2.0 ** (rating["step"] * rating["credibility"]))


def _groups(answer: Any) -> list[set[str]]:
    known = {s: r or {} for s, r in (answer.get("ratings") or {}).items()}
    groups = [{s} for s in known]
    for s, r in known.items():
        other = r.get("same_as")
        if other in known:
            joined = set().union(*(g for g in groups if s in g or other in g))
            groups = [*(g for g in groups if not g & joined), joined]
    return groups


def _evidence(answer: Any, without: str = "") -> float:
    """By how much all signals together multiply the odds."""
    rated, known = _rated(answer), answer.get("ratings") or {}
    total = 1.0
    for group in _groups(answer):
        logs = []
        for s in sorted(group & rated.keys() - {without}):
            share = (rated[s].get("news") or 0.0) if rated[s].get("same_as") in known else 1.0
            logs.append((math.log(_factor(rated[s])), share))
        if len(group) == 1:
            total *= math.exp(sum(x for x, _ in logs))
            continue
        up, down = (max([0.0, sum(max(w * x, 0) * n for x, n in logs), *(w * x for x, _ in logs)]) for w in (1, -1))
        total *= math.exp(sorted((0.0, sum(x for x, _ in logs), up - down))[1])
    return total


def _odds(probability: float) -> float:
    kept = min(max(probability, 1 / (1 + END)), END / (1 + END))
    return kept / (1 - kept)


def _direction(answer: Any, said: Any) -> bool:
    total = _evidence(answer)
    slight = max(total, 1 / total) <= math.sqrt(STEP) * NEAR
    return {"raises": total > NEAR, "lowers": total < 1 / NEAR, "neither": slight}.get(said["direction"], False)


def _towards(answer: Any, said: Any) -> bool:
    if said.get("posterior") is None or answer.get("prior") is None:
        return False
    total, prior, after = _evidence(answer), _odds(answer["prior"]), _odds(said["posterior"])
    moved = after / prior
    if max(total, 1 / total) <= math.sqrt(STEP) * NEAR:
        return max(moved, 1 / moved) <= STEP * NEAR
    if total < 1:
        moved, prior = 1 / moved, 1 / prior
    return moved > NEAR or (moved > 1 / NEAR and prior >= END / NEAR)


def _posterior(answer: Any, said: Any) -> bool:
    if said.get("posterior") is None or answer.get("prior") is None:
        return False
    total, exact = _evidence(answer), answer["prior"] / (1 - answer["prior"])
    bayes, prior, after = _odds(1 - 1 / (1 + exact * total)), _odds(answer["prior"]), _odds(said["posterior"])
    if max(after / bayes, bayes / after) > STEP * NEAR:
        return False
    slight = max(total, 1 / total) <= math.sqrt(STEP) * NEAR
    way, gone = bayes / prior, after / prior
    if way < 1:
        way, gone = 1 / way, 1 / gone
    rounded = abs(after / (1 + after) - bayes / (1 + bayes)) <= 0.005 + 1e-6
    return slight or gone >= math.sqrt(way) / NEAR or rounded


def _removals(answer: Any) -> dict[str, float]:
    return {s: _evidence(answer, s) / _evidence(answer) for s in _rated(answer)}


def _strongest(answer: Any, said: Any) -> bool:
    by = {s: max(x, 1 / x) for s, x in _removals(answer).items()}
    named = by.get(said.get("strongest") or "")
    return named is not None and named >= max(by.values()) / STEP**0.25 / NEAR


def _removal(answer: Any, said: Any) -> bool:
    x = _removals(answer).get(said.get("strongest") or "")
    if x is None:
        return False
    stays = max(x, 1 / x) <= STEP**0.25 * NEAR
    return {"rises": x > NEAR, "falls": x < 1 / NEAR, "stays": stays}.get(said.get("removal"), False)


def _spread(answer: Any, _: Any) -> bool:
    factors = [_factor(r) for r in _rated(answer).values()]
    return bool(factors) and max(factors) / min(factors) >= STEP**0.25 / NEAR


def _unmoved(answer: Any, _: Any) -> bool:
    factors = [_factor(r) for r in _rated(answer).values()]
    return bool(factors) and all(max(x, 1 / x) <= NEAR for x in factors)


CHECKS: dict[str, Callable[[Any, Any], bool]] = {
    "varied": _spread,
    "unmoved": _unmoved,
    "direction": lambda answer, said: said.get("direction") is not None and _direction(answer, said),
    "towards": _towards,
    "posterior": _posterior,
    "strongest": _strongest,
    "removal": _removal,
}


def _reasoned(wanted: int, answer: Any, _: Any) -> bool:
    rated = _rated(answer)
    found = sum((s, r.get("because")) in _about() for s, r in rated.items())
    return found >= min(wanted, max(len(rated), 1))


def _rates(wanted: Any, answer: Any, _: Any) -> bool:
    steps = {s: (r or {}).get("step") for s, r in (answer.get("ratings") or {}).items()}
    return all(steps.get(s) is not None and lo <= steps[s] <= hi for s, (lo, hi) in wanted.items())


MEMBERS: dict[str, Callable[[Any, Any, Mapping[str, Any]], bool]] = {
    "rates": _rates,
    "together": lambda wanted, answer, _: all(any(set(g) <= each for each in _groups(answer)) for g in wanted),
    "coherent": lambda wanted, answer, _: all(CHECKS[each](answer, answer.get("conclusion") or {}) for each in wanted),
    "reasoned": _reasoned,
    "astray": lambda wanted, answer, _: (
        sum((s, r["because"]) not in _about() for s, r in _rated(answer).items() if r.get("because")) <= wanted
    ),
}
