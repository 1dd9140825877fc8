"""What the report of a class counts of a classification. Pure."""

from collections.abc import Iterator, Sequence
from typing import Any

from course.asked import Option
from course.asked.condition import alternatives
from course.asked.key import Key
from course.asked.prose import as_text
from course.asked.report import Pick
from course.kinds.classify.category import Category


def picks(items: Sequence[Option], categories: Sequence[Category], key: Key[Any]) -> tuple[Pick, ...]:
    """Each item in each category; of an item that the key does not place, none is wanted or unwanted."""
    places = [when.places for when in alternatives(each.when for each in key.criteria)]
    return tuple(
        Pick((item.id, each.id), as_text(each.text), each.id in wanted if wanted else None, as_text(item.text))
        for item in items
        for wanted in [{*_wanted(places, item.id)}]
        for each in categories
    )


def _wanted(places: Sequence[Any], item: str) -> Iterator[str]:
    for each in places:
        wanted = each.get(item, ())
        yield from (wanted,) if isinstance(wanted, str) else wanted
