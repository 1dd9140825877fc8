"""What the check of banks and keys asks of a ranking. Pure."""

import graphlib
from collections.abc import Iterator, Sequence
from typing import Any

from course.asked import Option
from course.asked.condition import named


def tries(items: Sequence[Option], conditions: Sequence[Any]) -> Iterator[dict[str, int]]:
    """Rankings in every order that the conditions leave to the items they name; the others come last."""
    spoken = named(conditions)
    order: dict[str, set[str]] = {item.id: set() for item in items if item.id in spoken}
    for first, second in (pair for each in conditions for pair in each.before):
        order[second].add(first)
    try:
        [*graphlib.TopologicalSorter(order).static_order()]
    except graphlib.CycleError:
        return
    rest = [item.id for item in items if item.id not in spoken]
    for found in _orders(order, ()):
        yield {item: rank for rank, item in enumerate((*found, *rest), 1)}


def _orders(after: dict[str, set[str]], so_far: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(so_far) == len(after):
        yield so_far
    for item, earlier in after.items():
        if item not in so_far and earlier <= {*so_far}:
            yield from _orders(after, (*so_far, item))
