"""Can any answer meet some conditions at once? Where that is too much to search, the answer is yes."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from course.asked import Asked, Condition, State

TRIES = 200_000
"""More answers than this are not tried; a wrong alarm would be worse than a mistake let pass."""
BRANCHES = 1_000


def meetable(question: Asked, conditions: Sequence[Condition]) -> bool:
    """Whether some complete answer meets all of the conditions, or may do so.

    Args:
        question: what is asked.
        conditions: of the question's kind, already found to fit it; none asks whether it can be answered at all.
    """
    tries = question.tries(conditions)
    if tries is not None:
        return _some(question, conditions, tries)
    return _either(conditions, question.possible)


def meetable_beside(
    question: Asked, conditions: Sequence[Condition], others: Mapping[str, Condition]
) -> frozenset[str]:
    """Which of these others can be met, each by itself, together with the conditions.

    The same as `meetable` for each of them, but answers are gone through once.

    Args:
        question: what is asked, of a kind whose answers are listed whatever the conditions are.
        conditions: as for `meetable`.
        others: name to condition.
    """
    left = dict(others)
    for tried, answer in enumerate(question.tries(conditions) or ()):
        if tried == TRIES or not left:
            break
        if _complete(question, conditions, answer):
            left = {name: each for name, each in left.items() if not each.settles(answer)}
    else:
        return frozenset(others.keys() - left.keys())
    return frozenset(others)


def _some(question: Asked, conditions: Sequence[Condition], answers: Iterable[Any]) -> bool:
    return any(tried == TRIES or _complete(question, conditions, answer) for tried, answer in enumerate(answers))


def _complete(question: Asked, conditions: Sequence[Condition], answer: Any) -> bool:  # noqa: ANN401 - any JSON value
    return all(each.settles(answer) for each in conditions) and question.stand(answer).state is State.ANSWERED


def _either(conditions: Sequence[Condition], possible: Callable[[list[Any]], bool]) -> bool:
    """Whether it is possible in some branch. What is denied is left out, so that only a “no” is certain."""
    ways = itertools.product(*(list(_branches(each)) for each in conditions))
    return any(tried == BRANCHES or possible([*itertools.chain(*way)]) for tried, way in enumerate(ways))


def _branches(condition: Condition) -> Iterator[list[Condition]]:
    if not condition.any:
        yield [condition]
    for each in condition.any:
        yield from ([condition, *rest] for rest in _branches(each))
