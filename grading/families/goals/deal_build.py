"""Find a deal in which two positions are kept. `course.bargaining` says what has to give at the least."""

from itertools import combinations, product

from course.bargaining import objections
from grading.families.family import Family, FamilyError, Variant
from grading.families.goals.positions import CAPITALS, ISSUES, positions

NAME = "deal-build"
MATTERS = {"order": "on what comes first", "status": "on the bombs", "detainees": "on the prisoners"}
CLAIMS = {"order": "C025", "status": "C020", "detainees": "C082"}
HINTS = [
    "Two issues are settled by the task. Who has to move on each of them?",
    "On every other issue look for an option that one of the two accepts already.",
]

Kept = tuple[tuple[str, str], tuple[str, str]]
"""Two issues, each with the side that keeps its position there."""


def every() -> list[Kept]:
    """Two of three issues by the side that keeps its position on each: twelve ways."""
    found = []
    for one, other in combinations(ISSUES, 2):
        found += [((one, a), (other, b)) for a, b in product(CAPITALS, repeat=2)]
    return found


def fitting(kept: Kept, last: int) -> dict[str, object]:
    """A deal with three changes that keeps both positions.

    Args:
        kept: the positions kept.
        last: 0 to let Pyongyang, and 1 to let Washington move on the issue that is left.

    Raises:
        FamilyError: the deal needs more or fewer than three changes.
    """
    table, sides = positions(), dict(kept)
    terms = {}
    for issue in ISSUES:
        keeper = sides.get(issue, [*CAPITALS][last])
        terms[issue] = next(o for o in table.options[issue] if o in table.accepts[keeper][issue])
    changes = [[each.side, each.issue, each.option] for each in objections(table, terms)]
    if len(changes) != len(ISSUES):
        raise FamilyError(f"{NAME}: expected three changes for {terms}, found {changes}.")
    return {"terms": terms | {"forum": ("six-party", "two-only")[last]}, "relaxed": changes}


def variant(number: int, kept: Kept) -> Variant:
    """The variant in which two positions are kept."""
    table = positions()
    told = " and ".join(f"**{CAPITALS[side]} keeps its position {MATTERS[issue]}**" for issue, side in kept)
    options = {issue: [o for o in table.options[issue] if o in table.accepts[side][issue]] for issue, side in kept}
    proposes = {issue: found[0] if len(found) == 1 else found for issue, found in options.items()}
    claims = ", ".join(CLAIMS[issue] for issue, _ in kept)
    question = {
        "id": f"{NAME}-{number + 1}",
        "type": "deal",
        "title": "A deal that keeps two positions",
        "prompt": f"Find a deal from which nobody walks away, and in which {told}. Whoever keeps a position accepts"
        f" nothing"
        " more on that issue. Suppose as few changes as you can. On the other issues, either side may move.",
        "points": 4,
        "claims": ["C020", "C025", "C027", "C082", "C084", "C086"],
        "hints": HINTS,
        "issues": [*ISSUES, "forum"],
    }
    aims = {"lacks": 1, "proposes": proposes}
    criteria = [
        {"id": "agreed", "when": {"agreed": True},
         "missed": "Somebody still walks away from your deal. Look on which issue, and suppose what is missing."},
        {"id": "kept", "when": {"proposes": proposes},
         "missed": f"The task says who keeps a position on which issue. Read your terms on both issues again"
         f" ({claims})."},
        {"id": "nothing-spare", "when": {**aims, "spare": False},
         "missed": "Some change that you suppose is not needed for this very deal. Take it back."},
        {"id": "fewest", "when": {**aims, "fewest": True},
         "missed": "It can be done with fewer changes. On each issue begin with an option that one side accepts"
         " already."},
    ]  # fmt: skip
    moved = [
        {"relaxes": [[side, issue, o]]} for issue, side in kept for o in table.options[issue]
        if o not in table.accepts[side][issue]
    ]  # fmt: skip
    remarks = [
        {"when": {"any": moved}, "reread": [CLAIMS[issue] for issue, _ in kept],
         "says": "You let a side move on an issue on which, by the task, it keeps its position."}
    ]  # fmt: skip
    answers = {"expert": fitting(kept, 0), "dissenter": fitting(kept, 1)}
    return Variant(question, {"criteria": criteria, "remarks": remarks}, answers)


FAMILY = Family(NAME, "goals", "computed", tuple(variant(n, kept) for n, kept in enumerate(every())))
