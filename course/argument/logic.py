"""Entailment and its counter-examples, by truth tables.

Of *n* letters there are 2ⁿ worlds. World *i* makes true the letters whose bit is set in *i*, the first letter being bit
0. A truth table is one integer: bit *i* says whether a statement is true in world *i*. So *and*, *or* and *not* are
``&``, ``|`` and ``^`` with all ones, and premises entail a conclusion if no bit of theirs is missing from its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache, reduce

from course.argument.statement import FORMS, Form, Statement, letters
from course.errors import PlainError

World = Mapping[str, bool]
"""Letter to true or false, for every letter in question."""

MOST = 12
"""Letters in one argument; a truth table of so many has 4,096 bits."""


class ArgumentError(PlainError, ValueError):
    """A statement that has no truth table, or too many letters; the message says what was expected."""


def entails(premises: Iterable[Statement], conclusion: Statement) -> bool:
    """Whether the conclusion is true in every world in which all premises are.

    Contradictory premises entail everything; see `consistent`.

    Args:
        premises: in any order; none at all entail what is true in every world.
        conclusion: what is said to follow.

    Raises:
        ArgumentError: a statement has too few or too many propositions, or there are more than 12 letters in all.
    """
    given = tuple(premises)
    names = letters_in((*given, conclusion))
    return not conjunction(given, names) & ~table(conclusion, names)


def consistent(premises: Iterable[Statement]) -> bool:
    """Whether some world makes all premises true. Raises ArgumentError as `entails`."""
    given = tuple(premises)
    return conjunction(given, letters_in(given)) != 0


@lru_cache(maxsize=4096)
def equivalent(one: Statement, other: Statement) -> bool:
    """Whether two statements are true in the same worlds. Raises ArgumentError as `entails`."""
    names = letters_in((one, other))
    return table(one, names) == table(other, names)


def counter_worlds(premises: Iterable[Statement], conclusion: Statement) -> tuple[World, ...]:
    """All worlds that the premises allow and in which the conclusion is false, the plainest first.

    Plain is a world in which little is the case: few propositions are true; then by the alphabet.

    Returns:
        Empty if the premises entail the conclusion.

    Raises:
        ArgumentError: as `entails`.
    """
    given = tuple(premises)
    names = letters_in((*given, conclusion))
    left = conjunction(given, names) & ~table(conclusion, names)
    found = [{name: bool(world >> place & 1) for place, name in enumerate(names)} for world in _set_bits(left)]
    return tuple(sorted(found, key=lambda world: (sum(world.values()), [not world[name] for name in names])))


def letters_in(statements: Iterable[Statement]) -> tuple[str, ...]:
    """The letters of statements, in the order of the alphabet. Raises ArgumentError if there are more than 12."""
    names = letters(statements)
    if len(names) > MOST:
        raise ArgumentError(f"Expected at most {MOST} propositions, found {len(names)}.")
    return names


@lru_cache(maxsize=4096)
def table(statement: Statement, names: tuple[str, ...]) -> int:
    """The truth table of a statement over the worlds of these letters, which hold its own.

    Raises:
        ArgumentError: the statement has too few or too many propositions.
    """
    if not statement.fits:
        count = FORMS[statement.form][0]
        raise ArgumentError(f"“{statement.form}” takes {count} propositions, found {len(statement.of)}.")
    every = all_worlds(len(names))
    return _TRUE[statement.form](every, *(_column(names.index(letter), len(names)) for letter in statement.of))


def conjunction(statements: Sequence[Statement], names: tuple[str, ...]) -> int:
    """The truth table of all statements together. Raises ArgumentError as `table`."""
    return reduce(lambda found, each: found & table(each, names), statements, all_worlds(len(names)))


def all_worlds(count: int) -> int:
    """The truth table of what is true in every world of so many letters."""
    return (1 << (1 << count)) - 1


@cache
def _column(place: int, count: int) -> int:
    """Where the letter at a place is true: blocks of 2^place worlds, every other one."""
    block = 1 << place
    return all_worlds(count) // ((1 << block) + 1) << block


def _set_bits(table: int) -> Iterable[int]:
    while table:
        lowest = table & -table
        yield lowest.bit_length() - 1
        table ^= lowest


_TRUE: dict[Form, Callable[..., int]] = {
    "is": lambda _, a: a,
    "not": lambda every, a: every ^ a,
    "if": lambda every, a, b: every ^ a | b,
    "only_if": lambda every, a, b: every ^ a | b,
    "only_if_either": lambda every, a, b, c: every ^ a | b | c,
    "if_not": lambda every, a, b: a | every ^ b,
    "either": lambda _, a, b: a | b,
    "both": lambda _, a, b: a & b,
    "neither": lambda every, a, b: every ^ (a | b),
}
