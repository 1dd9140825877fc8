"""Build variants in which some choices are right, with their keys and what holders of a misreading answer. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from grading.families.family import Variant


class Choice(msgspec.Struct, frozen=True):
    """A choice.

    Attributes:
        id: of the choice.
        text: of the choice.
        right: whether it has to be chosen.
        criterion: which criterion asks for it, or against it.
        says: what is said to whoever chooses it wrongly.
        reread: claims for that.
        misconception: what whoever chooses it holds.
    """

    id: str
    text: str
    right: bool
    criterion: str
    says: str = ""
    reread: tuple[str, ...] = ()
    misconception: str = ""


def choosing(question: Mapping[str, Any], choices: Sequence[Choice], missed: Mapping[str, str]) -> Variant:
    """A variant of type `choose_many`.

    Args:
        question: what it has besides its choices.
        choices: in the order shown.
        missed: criterion to what is said where it is not met; the criteria have this order and equal points.
    """
    criteria = []
    for name, says in missed.items():
        wanted = [each.id for each in choices if each.criterion == name and each.right]
        unwanted = [each.id for each in choices if each.criterion == name and not each.right]
        when = ({"includes": wanted} if wanted else {}) | ({"excludes": unwanted} if unwanted else {})
        criteria.append({"id": name, "points": question["points"] / len(missed), "when": when, "missed": says})
    remarks = [
        {"when": {"includes": [each.id]}}
        | ({"misconception": each.misconception} if each.misconception else {})
        | {"says": each.says, "reread": list(each.reread)}
        for each in choices
        if each.says and not each.right
    ]
    right = [each.id for each in choices if each.right]
    answers: dict[str, list[str]] = {"expert": right}
    for each in choices:
        if each.misconception:
            answers[f"holds-{each.misconception.lower()}"] = [*right, each.id]
    shown = {**question, "type": "choose_many", "choices": [{"id": each.id, "text": each.text} for each in choices]}
    return Variant(shown, {"criteria": criteria, "remarks": remarks}, answers)


def picking(question: Mapping[str, Any], choices: Sequence[Choice], missed: str) -> Variant:
    """A variant of type `choose_one`; one choice is right, and every other one has its remark."""
    (right,) = [each.id for each in choices if each.right]
    criterion = {"id": "right", "points": question["points"], "when": {"chose": [right]}, "missed": missed}
    remarks = [
        {"when": {"chose": [each.id]}, "says": each.says, "reread": list(each.reread)}
        for each in choices
        if not each.right
    ]
    shown = {**question, "type": "choose_one", "choices": [{"id": each.id, "text": each.text} for each in choices]}
    return Variant(shown, {"criteria": [criterion], "remarks": remarks}, {"expert": right})
