"""A family and its variants. Pure."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

Table = Mapping[str, Any]
"""A TOML table."""
LEAST = {"computed": 12, "written": 4}
"""Sort of a family to the variants that it has at least."""


class FamilyError(ValueError):
    """A family that can't be used; the message names it, the variant, and what was expected."""


class Variant(msgspec.Struct, frozen=True):
    """One question with its key and what synthetic learners answer.

    Attributes:
        question: as in a bank, with its `id`, `type` and `points`; the pool is the family's name and is added.
        key: as in a file of keys, without `question`.
        answers: synthetic learner to answer. `expert` has one; others only where they answer otherwise.
    """

    question: Table
    key: Table
    answers: Table


class Family(msgspec.Struct, frozen=True):
    """A pool of variants that are equally hard: the same structure in another surface.

    Attributes:
        name: of the pool; what the notebook asks.
        assignment: whose it is.
        sort: `computed`, where a model gives the key; `written`, where a person did.
        variants: in the order in which seeds draw them.
    """

    name: str
    assignment: str
    sort: Literal["computed", "written"]
    variants: tuple[Variant, ...]

    def checked(self) -> "Family":
        """Itself. Raises FamilyError if its variants are too few or differ in what they must have in common."""
        if len(self.variants) < LEAST[self.sort]:
            raise FamilyError(f"{self}: expected at least {LEAST[self.sort]} variants, found {len(self.variants)}.")
        for number, each in enumerate(self.variants, 1):
            missing = [member for member in ("id", "type", "points") if member not in each.question]
            if missing or "expert" not in each.answers:
                raise FamilyError(f"{self}: variant {number}: expected {missing[0] if missing else 'answers: expert'}.")
        first = _build(self.variants[0])
        for each in self.variants[1:]:
            for what, size in _build(each).items():
                if size != first[what]:
                    says = f"expected {what} {first[what]} as in “{self.variants[0].question['id']}”, found {size}"
                    raise FamilyError(f"{self}: variant “{each.question['id']}”: {says}.")
        return self

    def __str__(self) -> str:
        """Where it stands."""
        return f"grading/families/{self.assignment}/{self.name}"


def _build(variant: Variant) -> dict[str, Any]:
    """What variants of one family have in common."""
    question, expert = variant.question, variant.answers["expert"]
    lists = ("choices", "items", "categories", "propositions", "conclusions", "start", "signals", "citable")
    places = Counter(v for v in expert.values() if isinstance(v, str)) if isinstance(expert, Mapping) else {}
    return {
        "type": question["type"],
        "points": question["points"],
        **{f"number of {each}": len(question.get(each, ())) for each in lists},
        "points of criteria": [(each["id"], each.get("points", 1)) for each in variant.key["criteria"]],
        "answers in each category": dict(sorted(places.items())),
        "learners who answer otherwise": sorted({*variant.answers} - {"expert"}),
    }
