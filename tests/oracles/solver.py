"""Entailment, counter-examples and judgement by sympy's solver, over trees built from statements."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import combinations, product
from typing import Any

import msgspec
import sympy

from course.argument import Statement, letters

_TREE: dict[str, Callable[..., Any]] = {
    "is": lambda a: a,
    "not": sympy.Not,
    "if": sympy.Implies,
    "only_if": sympy.Implies,
    "only_if_either": lambda a, b, c: sympy.Implies(a, sympy.Or(b, c)),
    "if_not": lambda a, b: sympy.Implies(sympy.Not(a), sympy.Not(b)),
    "either": sympy.Or,
    "both": sympy.And,
    "neither": lambda a, b: sympy.And(sympy.Not(a), sympy.Not(b)),
}


class Judgement(msgspec.Struct, frozen=True):
    """The same parts as `course.argument.Judged` has."""

    valid: bool
    consistent: bool
    supports: tuple[tuple[int, ...], ...]
    idle: tuple[int, ...]
    needed: tuple[int, ...]
    counter: tuple[dict[str, bool], ...]
    missing: tuple[tuple[Statement, ...], ...]


def entails(premises: Sequence[Statement], conclusion: Statement) -> bool:
    return not _satisfiable(frozenset(premises), conclusion)


def consistent(premises: Sequence[Statement]) -> bool:
    return _satisfiable(frozenset(premises), None)


def equivalent(one: Statement, other: Statement) -> bool:
    return entails((one,), other) and entails((other,), one)


def counter_worlds(premises: Sequence[Statement], conclusion: Statement) -> tuple[dict[str, bool], ...]:
    names = letters((*premises, conclusion))
    formula = sympy.And(*map(_tree, premises), sympy.Not(_tree(conclusion)))
    found = []
    for model in sympy.satisfiable(formula, algorithm="dpll2", all_models=True):
        if model is not False:
            said = {str(symbol): bool(value) for symbol, value in model.items()}
            # A model leaves out what does not matter; every way to fill it is a world.
            blank = [name for name in names if name not in said]
            filled = product((False, True), repeat=len(blank))
            found += [said | dict(zip(blank, values, strict=True)) for values in filled]
    return tuple(sorted(found, key=lambda w: (sum(w.values()), [not w[name] for name in names])))


def judge(premises: Sequence[Statement], conclusion: Statement, hidden: Sequence[Statement] = ()) -> Judgement:
    given, fine, valid = tuple(premises), consistent(premises), entails(premises, conclusion)
    supports = _supports(given, conclusion) if valid and fine else ()
    used = {place for support in supports for place in support}
    return Judgement(
        valid,
        fine,
        supports,
        tuple(p for p in range(len(given)) if valid and fine and p not in used),
        tuple(p for p in sorted(used) if all(p in support for support in supports)),
        () if valid else counter_worlds(given, conclusion),
        () if valid else _missing(given, conclusion, hidden),
    )


def _supports(premises: tuple[Statement, ...], conclusion: Statement) -> tuple[tuple[int, ...], ...]:
    found: list[tuple[int, ...]] = []
    for size in range(len(premises) + 1):
        for places in combinations(range(len(premises)), size):
            spare = any(set(smaller) <= set(places) for smaller in found)
            if not spare and entails([premises[place] for place in places], conclusion):
                found.append(places)
    return tuple(found)


def _missing(
    premises: tuple[Statement, ...], conclusion: Statement, hidden: Sequence[Statement]
) -> tuple[tuple[Statement, ...], ...]:
    offered = [each for each in hidden if not entails(premises, each)]
    for size in range(1, len(offered) + 1):
        sets = [(*premises, *added) for added in combinations(offered, size)]
        if found := [s[len(premises) :] for s in sets if consistent(s) and entails(s, conclusion)]:
            return tuple(found)
    return ()


@lru_cache(maxsize=4096)
def _satisfiable(premises: frozenset[Statement], denied: Statement | None) -> bool:
    parts = [*map(_tree, premises), *([] if denied is None else [sympy.Not(_tree(denied))])]
    return sympy.satisfiable(sympy.And(*parts), algorithm="dpll2") is not False


def _tree(statement: Statement) -> Any:
    return _TREE[statement.form](*(sympy.Symbol(letter) for letter in statement.of))
