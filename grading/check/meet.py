"""Can any answer meet some conditions at once? Where that is too much to search, the answer is yes."""

import graphlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from course.asked import Asked, Condition, State
from course.questions import Argue, ChooseMany, ChooseOne, Classify, Deal, Forecast, Probability, Rank, Weigh
from grading.check.bounds import argued, dealt, likely, weighed

TRIES = 200_000
"""More answers than this are not tried; a wrong alarm would be worse than a mistake let pass."""
BRANCHES = 1_000


def meetable(question: Asked, conditions: Sequence[Condition]) -> bool:
    """Whether some complete answer meets all of the conditions, or may do so.

    Args:
        question: what is asked.
        conditions: of the question's kind, already found to fit it; none asks whether it can be answered at all.
    """
    match question:
        case ChooseOne() | ChooseMany() | Classify() | Rank():
            return _some(question, conditions, _answers(question, conditions))
        case Probability() | Forecast():
            pairs = question.at_most if isinstance(question, Probability) else ()
            return _either(conditions, lambda joined: likely(question.options, pairs, joined))
        case Weigh():
            return _either(conditions, weighed)
        case Deal():
            return _either(conditions, lambda joined: dealt(question, joined))
        case Argue():
            return _either(conditions, lambda joined: argued(question, joined))
    return True


def named(conditions: Iterable[Condition]) -> set[str]:
    """The choices or items that conditions name, at any depth."""
    return {i for each in conditions for i in (*each.named(), *named(each.parts))}


def _answers(question: Asked, conditions: Sequence[Condition]) -> Iterator[Any]:
    match question:
        case ChooseOne():
            yield from (choice.id for choice in question.choices)
        case ChooseMany():
            ids = [choice.id for choice in question.choices]
            yield from (list(found) for n in range(1, len(ids) + 1) for found in itertools.combinations(ids, n))
        case Classify():
            yield from _placed(question, conditions)
        case Rank():
            yield from _ranked(question, conditions)


def _some(question: Asked, conditions: Sequence[Condition], answers: Iterable[Any]) -> bool:
    for tried, answer in enumerate(answers):
        if tried == TRIES or (
            all(each.holds(answer) for each in conditions) and question.stand(answer).state is State.ANSWERED
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


def _placed(question: Classify, conditions: Sequence[Any]) -> Iterator[dict[str, str]]:
    spoken, bounded = named(conditions), any(c.max for c in question.categories)
    categories = [c.id for c in sorted(question.categories, key=lambda c: c.max or len(question.items), reverse=True)]
    if all(c.max for c in question.categories) and sum(c.max or 0 for c in question.categories) < len(question.items):
        return
    domains: list[list[str]] = []
    for item in question.items:
        domain = categories if bounded or item.id in spoken else categories[:1]
        for wanted in (each.places[item.id] for each in conditions if item.id in each.places):
            domain = [c for c in domain if c == wanted or (not isinstance(wanted, str) and c in wanted)]
        domains.append(domain)
    for found in itertools.product(*domains):
        yield {item.id: category for item, category in zip(question.items, found, strict=True)}


def _ranked(question: Rank, conditions: Sequence[Any]) -> Iterator[dict[str, int]]:
    spoken = named(conditions)
    order: dict[str, set[str]] = {item.id: set() for item in question.items if item.id in spoken}
    for first, second in (pair for each in conditions for pair in each.before):
        order[second].add(first)
    try:
        [*graphlib.TopologicalSorter(order).static_order()]
    except graphlib.CycleError:
        return
    rest = [item.id for item in question.items if item.id not in spoken]
    for found in _orders(order, ()):
        yield {item: rank for rank, item in enumerate((*found, *rest), 1)}


def _orders(after: dict[str, set[str]], so_far: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(so_far) == len(after):
        yield so_far
    for item, earlier in after.items():
        if item not in so_far and earlier <= {*so_far}:
            yield from _orders(after, (*so_far, item))
