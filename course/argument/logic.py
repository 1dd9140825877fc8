"""Entailment and its counter-examples, by sympy's solver."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from course.argument.statement import FORMS, Form, Statement, letters
from course.errors import PlainError

World = Mapping[str, bool]
"""Letter to true or false, for every letter in question."""

MOST = 12
"""A counter-example is sought among all worlds, 2 to the number of letters."""

SOLVER = "dpll2"
"""sympy's own. Left to choose, it looks for another on the disk each time, a quarter of the time taken."""


class ArgumentError(PlainError, ValueError):
    """A statement that no tree can be built of, or too many letters; the message says what was expected."""


def entails(premises: Iterable[Statement], conclusion: Statement) -> bool:
    """Whether the conclusion is true in every world in which all premises are.

    Contradictory premises entail everything; see `consistent`.

    Args:
        premises: in any order; none at all entail what is true in every world.
        conclusion: what is said to follow.

    Raises:
        ArgumentError: a statement has too few or too many propositions, or there are more than 12 letters in all.
    """
    return not _satisfiable(frozenset(premises), conclusion)


def consistent(premises: Iterable[Statement]) -> bool:
    """Whether some world makes all premises true. Raises ArgumentError as `entails`."""
    return _satisfiable(frozenset(premises), None)


def equivalent(one: Statement, other: Statement) -> bool:
    """Whether two statements are true in the same worlds. Raises ArgumentError as `entails`."""
    return entails((one,), other) and entails((other,), one)


def counter_worlds(premises: Iterable[Statement], conclusion: Statement) -> tuple[World, ...]:
    """All worlds that the premises allow and in which the conclusion is false, the plainest first.

    Plain is a world in which little is the case: few propositions are true; then by the alphabet.

    Returns:
        Empty if the premises entail the conclusion.

    Raises:
        ArgumentError: as `entails`.
    """
    given = tuple(premises)
    names = letters((*given, conclusion))
    logic, found = _logic(), list[dict[str, bool]]()
    formula = logic.And(*map(_tree, given), logic.Not(_tree(conclusion)))
    _few(names)
    for model in logic.satisfiable(formula, algorithm=SOLVER, all_models=True):
        if model is not False:
            world = {str(symbol): bool(value) for symbol, value in model.items()}
            found += _filled(world, names)
    found.sort(key=lambda world: (sum(world.values()), [not world[name] for name in names]))
    return tuple(found)


def _filled(world: dict[str, bool], names: tuple[str, ...]) -> list[dict[str, bool]]:
    """A model leaves out what does not matter; every way to fill it is a world."""
    filled = [world]
    for name in names:
        if name not in world:
            filled = [{**each, name: value} for each in filled for value in (False, True)]
    return filled


@lru_cache(maxsize=4096)
def _satisfiable(premises: frozenset[Statement], denied: Statement | None) -> bool:
    logic = _logic()
    _few(letters((*premises, *((denied,) if denied else ()))))
    parts = [_tree(each) for each in premises]
    if denied is not None:
        parts.append(logic.Not(_tree(denied)))
    return logic.satisfiable(logic.And(*parts), algorithm=SOLVER) is not False


def _few(names: tuple[str, ...]) -> None:
    if len(names) > MOST:
        raise ArgumentError(f"Expected at most {MOST} propositions, found {len(names)}.")


@cache
def _logic() -> Any:  # noqa: ANN401 - sympy is untyped
    import sympy  # noqa: PLC0415 - a quarter of a second that only arguments need

    return sympy


def _tree(statement: Statement) -> Any:  # noqa: ANN401 - sympy is untyped
    if not statement.fits:
        count = FORMS[statement.form][0]
        raise ArgumentError(f"“{statement.form}” takes {count} propositions, found {len(statement.of)}.")
    logic = _logic()
    # Never parsed: a symbol is made from a letter whose pattern is checked when it is read.
    return _BUILD[statement.form](logic, *(logic.Symbol(letter) for letter in statement.of))


_BUILD: dict[Form, Callable[..., Any]] = {
    "is": lambda _, a: a,
    "not": lambda logic, a: logic.Not(a),
    "if": lambda logic, a, b: logic.Implies(a, b),
    "only_if": lambda logic, a, b: logic.Implies(a, b),
    "only_if_either": lambda logic, a, b, c: logic.Implies(a, logic.Or(b, c)),
    "if_not": lambda logic, a, b: logic.Implies(logic.Not(a), logic.Not(b)),
    "either": lambda logic, a, b: logic.Or(a, b),
    "both": lambda logic, a, b: logic.And(a, b),
    "neither": lambda logic, a, b: logic.And(logic.Not(a), logic.Not(b)),
}
