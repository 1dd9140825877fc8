"""Can any answer meet some conditions at once? Where that is too much to search, the answer is yes."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
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


def _some(question: Asked, conditions: Sequence[Condition], answers: Iterable[Any]) -> bool:
    for tried, answer in enumerate(answers):
        if tried == TRIES or (
            all(each.settles(answer) for each in conditions) and question.stand(answer).state is State.ANSWERED
        ):
            return True
    return False


def _either(conditions: Sequence[Condition], possible: Callable[[list[Any]], bool]) -> bool:
    """Whether it is possible in some branch. What is denied is left out, so that only a “no” is certain."""
    ways = itertools.product(*(list(_branches(each)) for each in conditions))
    return any(tried == BRANCHES or possible([*itertools.chain(*way)]) for tried, way in enumerate(ways))


def _branches(condition: Condition) -> Iterator[list[Condition]]:
    if not condition.any:
        yield [condition]
    for each in condition.any:
        yield from ([condition, *rest] for rest in _branches(each))
