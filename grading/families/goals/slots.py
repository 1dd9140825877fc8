"""Families that are written item by item: each item has four wordings, and a variant takes one of each.

A file in `said/` holds `[question]`, `[key]` and `[answers]`, which all variants share, and a `[[slot]]` for each item: its
`id`, where it belongs (`place`, one category or several that are right), and four `texts`. Of four wordings by up to seven
items twelve variants are taken so that two variants share at most one wording of the first five items, and two of the others
(an orthogonal array of strength two, of lines over the field of four elements).
"""

import tomllib
from pathlib import Path
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
            raise FamilyError(f"{path}: slot “{slot['id']}”: expected {WORDINGS} texts, found {len(set(slot['texts']))}.")
    return Family(name, "goals", "written", tuple(_variant(name, told, number) for number in range(len(_LINES))))


def wording(variant: int, slot: int) -> int:
    """Which of four wordings a variant takes of an item."""
    high, low = _LINES[variant]
    if slot == WORDINGS:
        return high
    return low ^ _TIMES[high][slot] if slot < WORDINGS else low ^ _TIMES[high][slot - WORDINGS] ^ slot % WORDINGS


def _variant(name: str, told: dict[str, Any], number: int) -> Variant:
    slots = told["slot"]
    items = [{"id": each["id"], "text": each["texts"][wording(number, n)]} for n, each in enumerate(slots)]
    question = {"id": f"{name}-{number + 1}", **told["question"], "items": items}
    expert = {each["id"]: each["place"] if isinstance(each["place"], str) else each["place"][0] for each in slots}
    return Variant(question, told["key"], {"expert": expert, **told.get("answers", {})})
