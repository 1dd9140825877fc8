"""Build variants in which lines are sorted, with their keys and what holders of a misreading answer. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from grading.families.family import Variant


class Remark(msgspec.Struct, frozen=True):
    """What is said to somebody who puts a line into one of some categories.

    Attributes:
        places: the categories.
        says: the remark.
        reread: claims.
        misconception: its id, if it is one; whoever holds it chooses the first of the places.
    """

    places: tuple[str, ...]
    says: str
    reread: tuple[str, ...]
    misconception: str = ""


class Line(msgspec.Struct, frozen=True):
    """A line to be sorted.

    Attributes:
        id: of the item.
        text: of the item.
        place: its category, as the expert has it.
        criterion: which criterion asks for it.
        remarks: on wrong places.
        also: categories that are accepted as well.
    """

    id: str
    text: str
    place: str
    criterion: str
    remarks: tuple[Remark, ...] = ()
    also: tuple[str, ...] = ()


def sorting(question: Mapping[str, Any], lines: Sequence[Line], missed: Mapping[str, str]) -> Variant:
    """A variant of type `classify`.

    Args:
        question: what it has besides its items.
        lines: its items, in the order shown.
        missed: criterion to what is said where it is not met; the criteria have this order and equal points.
    """
    criteria = [
        {
            "id": name,
            "points": question["points"] / len(missed),
            "when": {"places": {e.id: [e.place, *e.also] if e.also else e.place for e in lines if e.criterion == name}},
            "missed": says,
        }
        for name, says in missed.items()
    ]
    remarks = [
        {"when": {"places": {line.id: _one(each.places)}}}
        | ({"misconception": each.misconception} if each.misconception else {})
        | {"says": each.says, "reread": list(each.reread)}
        for line in lines
        for each in line.remarks
    ]
    answers: dict[str, dict[str, str]] = {"expert": {each.id: each.place for each in lines}}
    for line in lines:
        for each in line.remarks:
            if each.misconception:
                answers.setdefault(f"holds-{each.misconception.lower()}", {})[line.id] = each.places[0]
    shown = {**question, "type": "classify", "items": [{"id": each.id, "text": each.text} for each in lines]}
    return Variant(shown, {"criteria": criteria, "remarks": remarks}, answers)


def _one(places: tuple[str, ...]) -> Any:  # noqa: ANN401 - a category or a list of them
    return places[0] if len(places) == 1 else list(places)
