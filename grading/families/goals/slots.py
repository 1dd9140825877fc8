"""Families that are written item by item: each item has four wordings, and a variant takes one of each.

A file in `said/` holds `[question]`, `[key]` and `[answers]`, which all variants share, and a `[[slot]]` for each
item: its `id`, where it belongs (`place`, one category or several that are right), and four `texts`. Of four
wordings by up to seven items twelve variants are taken so that two variants share at most one wording of the first
five items, and two of the others (an orthogonal array of strength two, of lines over the field of four elements).
Items go by letters that are dealt anew in every variant, so that an answer to one is no answer to another.
"""

import tomllib
from pathlib import Path
from random import Random
from typing import Any

from grading.families.family import Family, FamilyError, Variant

SAID = Path(__file__).parent / "said"
WORDINGS, MOST = 4, 7
_TIMES = ((0, 0, 0, 0), (0, 1, 2, 3), (0, 2, 3, 1), (0, 3, 1, 2))
"""Products in the field of four elements, where a sum is `^`."""
_LINES = [(high, low) for high in range(4) for low in range(4) if (high, low) not in {(0, 0), (1, 0), (2, 1), (3, 1)}]
"""Twelve of the sixteen lines, so chosen that each wording of each item is taken twice at least."""


def slotted(name: str) -> Family:
    """The family of this name in the assignment “goals”.

    Raises:
        FamilyError: an item has not four wordings, or there are too many items.
    """
    path = SAID / f"{name.replace('-', '_')}.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    slots = told["slot"]
    if len(slots) > MOST:
        raise FamilyError(f"{path}: expected at most {MOST} slots, found {len(slots)}.")
    for slot in slots:
        if len(set(slot["texts"])) != WORDINGS:
            raise FamilyError(
                f"{path}: slot “{slot['id']}”: expected {WORDINGS} texts, found {len(set(slot['texts']))}."
            )
    return Family(name, "goals", "written", tuple(_variant(name, told, number) for number in range(len(_LINES))))


def wording(variant: int, slot: int) -> int:
    """Which of four wordings a variant takes of an item."""
    high, low = _LINES[variant]
    if slot == WORDINGS:
        return high
    return low ^ _TIMES[high][slot] if slot < WORDINGS else low ^ _TIMES[high][slot - WORDINGS] ^ slot % WORDINGS


def _variant(name: str, told: dict[str, Any], number: int) -> Variant:
    slots = told["slot"]
    drawn = Random(f"{name}-{number}").sample(range(len(slots)), len(slots))  # noqa: S311 - can be made again
    called = {slots[n]["id"]: letter for letter, n in zip("abcdefg", drawn, strict=False)}
    texts = {each["id"]: each["texts"][wording(number, n)] for n, each in enumerate(slots)}
    items = [{"id": letter, "text": texts[slot]} for slot, letter in called.items()]
    question = {"id": f"{name}-{number + 1}", **told["question"], "items": items}
    expert = {each["id"]: each["place"] if isinstance(each["place"], str) else each["place"][0] for each in slots}
    answers = {who: _renamed(answer, called) for who, answer in {"expert": expert, **told.get("answers", {})}.items()}
    return Variant(question, _places(told["key"], called), answers)


def _places(key: Any, called: dict[str, str]) -> Any:  # noqa: ANN401 - any part of a key
    """A part of a key with the items that `places` names under the letters of the variant."""
    if isinstance(key, list):
        return [_places(each, called) for each in key]
    if not isinstance(key, dict):
        return key
    return {n: _renamed(each, called) if n == "places" else _places(each, called) for n, each in key.items()}


def _renamed(told: dict[str, Any], called: dict[str, str]) -> dict[str, Any]:
    return dict(sorted((called[slot], value) for slot, value in told.items()))
