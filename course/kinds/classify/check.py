"""What the check of banks and keys asks of a classification. Pure."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from course.asked import Option
from course.asked.condition import named
from course.asked.key import Key
from course.kinds.classify.category import Category


def given_away(
    items: Sequence[Option], categories: Sequence[Category], key: Key[Any], names: Callable[[str], bool]
) -> Iterator[str]:
    """Items that a hint names with their category and no other."""
    for item in (each for each in items if names(each.text)):
        wanted = [each.when.places.get(item.id) for each in key.criteria]
        said = [each.id for each in categories if names(each.text)]
        if len(said) == 1 and said[0] in wanted:
            yield f"names “{item.id}” with its category; expected where to look."


def tries(
    items: Sequence[Option], categories: Sequence[Category], conditions: Sequence[Any]
) -> Iterator[dict[str, str]]:
    """Placings that the conditions allow; an item that none names stands in one place, unless places are bounded."""
    spoken, bounded = named(conditions), any(c.max for c in categories)
    places = [c.id for c in sorted(categories, key=lambda c: c.max or len(items), reverse=True)]
    if all(c.max for c in categories) and sum(c.max or 0 for c in categories) < len(items):
        return
    domains: list[list[str]] = []
    for item in items:
        domain = places if bounded or item.id in spoken else places[:1]
        for wanted in (each.places[item.id] for each in conditions if item.id in each.places):
            domain = [c for c in domain if c == wanted or (not isinstance(wanted, str) and c in wanted)]
        domains.append(domain)
    for found in itertools.product(*domains):
        yield {item.id: place for item, place in zip(items, found, strict=True)}


def placed(key: Key[Any]) -> dict[str, set[str]]:
    """Item to the categories that all criteria accept."""
    found: dict[str, set[str]] = {}
    for criterion in key.criteria:
        for item, told in criterion.when.places.items():
            accepted = {told} if isinstance(told, str) else {*told}
            found[item] = found.get(item, accepted) & accepted
    return found
