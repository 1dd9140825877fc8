"""Variants in which items are placed in categories: ids that say nothing, an order that says nothing, key and holders.

Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Any, TypeVar

import msgspec

from grading.families.family import Variant

T = TypeVar("T")
Places = Mapping[str, str | Sequence[str]]
"""Name of an item to its category, or to those that fit."""


class Item(msgspec.Struct, frozen=True):
    """One item: a name for this file, its text, where it belongs, and where it may be put as well."""

    name: str
    text: str
    category: str
    also: tuple[str, ...] = ()


class Misread(msgspec.Struct, frozen=True):
    """A remark: where any of the places is taken. With `every`, where all of them are.

    Attributes:
        places: name of an item to the category, or categories, that show it.
        says: the remark.
        misconception: its id, if it is one.
        reread: claims.
        every: whether all places are needed.
    """

    places: Places
    says: str
    misconception: str = ""
    reread: tuple[str, ...] = ()
    every: bool = False


def placing(  # noqa: PLR0913 - what a question has
    question: Mapping[str, Any],
    items: Iterable[Item],
    *,
    missed: Mapping[str, str],
    remarks: Iterable[Misread] = (),
    holders: Mapping[str, Mapping[str, str]] | None = None,
    points: Mapping[str, int] | None = None,
) -> Variant:
    """A variant of the type classify, with a criterion for each category.

    Args:
        question: its members, all but the items.
        items: in any order; the bank has them in one drawn from the id.
        missed: category to what is said where it is missed.
        remarks: by names of items.
        holders: synthetic learner to what is placed otherwise than the expert does.
        points: category to the points of its criterion; 1 if left out.
    """
    told = mixed(items, str(question["id"]))
    ids = {item.name: letter for item, letter in zip(told, "abcdefghij", strict=False)}

    def named(places: Places) -> dict[str, Any]:
        return {ids[name]: place if isinstance(place, str) else list(place) for name, place in places.items()}

    criteria = [
        {"id": category, "points": (points or {}).get(category, 1), "when": {"places": named({
            item.name: (category, *item.also) if item.also else category for item in told if item.category == category
        })}, "missed": says}
        for category, says in missed.items()
    ]  # fmt: skip
    key = {"criteria": criteria, "remarks": [_remark(each, named) for each in remarks]}
    answers = {"expert": {ids[item.name]: item.category for item in told}}
    answers |= {who: named(places) for who, places in (holders or {}).items()}
    listed = [{"id": ids[item.name], "text": item.text} for item in told]
    return Variant({**question, "type": "classify", "items": listed}, key, answers)


def _remark(misread: Misread, named: Any) -> dict[str, Any]:  # noqa: ANN401 - a function of places
    places = [{name: place} for name, place in misread.places.items()]
    several = len(places) > 1 and not misread.every
    when = {"any": [{"places": named(each)} for each in places]} if several else {"places": named(misread.places)}
    told: dict[str, Any] = {"when": when, "says": misread.says}
    if misread.misconception:
        told["misconception"] = misread.misconception
    return told | ({"reread": list(misread.reread)} if misread.reread else {})


def mixed(items: Iterable[T], seed: str, inside: T | None = None) -> list[T]:
    """The items in an order that says nothing; `inside` stands neither first nor last, where habit would find it."""
    told, chance = list(items), Random(seed)  # noqa: S311 - an order, no secret
    chance.shuffle(told)
    while inside is not None and inside in {told[0], told[-1]}:
        chance.shuffle(told)
    return told


def spread(lists: Sequence[Sequence[Any]], place: int) -> list[Any]:
    """One of each list, so that twelve places give twelve different rows: each list turns at a speed of its own."""
    return [each[(place * (1 + n % 2) + place // len(each) * n + n) % len(each)] for n, each in enumerate(lists)]
