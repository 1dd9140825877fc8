"""Find a deal in which two positions are kept. `course.bargaining` says what has to give at the least."""

from itertools import product

from course.bargaining import objections
from grading.families.family import Family, FamilyError, Variant
from grading.families.goals.positions import CAPITALS, ISSUES, WORDS, positions

NAME = "deal-build"
MATTERS = {"order": "on what comes first", "status": "on the bombs", "detainees": "on the prisoners"}
CLAIMS = {"order": "C025", "status": "C020", "detainees": "C082"}
NEW = {"order": "side-by-side", "detainees": "part-of-a-deal"}
"""On two issues an option that neither side accepts, so that it takes two changes."""
FORUMS = {"six-party": "in talks among the six parties", "two-only": "in talks between the two governments alone"}
HINTS = [
    "Two positions stay as they are, and one option is given. Who has to move on each of these issues?",
    "An option that neither side accepts yet takes more than one change.",
]

Task = tuple[str, dict[str, str], str]
"""The issue on which an option is given, the others, each with the side that keeps its position, and the forum."""


def tasks() -> list[Task]:
    """Each option that neither side accepts, by who keeps which position on the two other issues: twelve ways."""
    found: list[Task] = []
    for issue in NEW:
        others = [each for each in ISSUES if each != issue]
        found += [
            (issue, dict(zip(others, keepers, strict=True)), forum)
            for keepers, forum in product(product(CAPITALS, repeat=2), FORUMS)
        ]
    return [each for n, each in enumerate(found) if n % 4 != (3 if n < len(found) // 2 else 0)]


def fitting(task: Task, last: int) -> dict[str, object]:
    """A deal that fits the task, with four changes.

    Args:
        task: what is given.
        last: which option to take where the side that keeps its position accepts several: 0 the first, −1 the last.

    Raises:
        FamilyError: the deal needs more or fewer than four changes.
    """
    issue, keepers, forum = task
    table = positions()
    kept = {each: _accepted(each, side)[last] for each, side in keepers.items()}
    terms = {each: kept.get(each, NEW.get(issue, "")) for each in ISSUES}
    changes = [[each.side, each.issue, each.option] for each in objections(table, terms)]
    if len(changes) != 4:
        raise FamilyError(f"{NAME}: expected four changes for {terms}, found {changes}.")
    return {"terms": terms | {"forum": forum}, "relaxed": changes}


def _accepted(issue: str, side: str) -> list[str]:
    table = positions()
    return [option for option in table.options[issue] if option in table.accepts[side][issue]]


def _settled(issue: str, options: list[str]) -> dict[str, object]:
    """That the terms on an issue are one of these, and that each side accepts them or is supposed to."""
    sides = positions().accepts
    moved = {option: [[s, issue, option] for s in sides if option not in sides[s][issue]] for option in options}
    ways: list[dict[str, object]] = [{"proposes": {issue: o}, "relaxes": moved[o]} for o in options]
    return ways[0] if len(ways) == 1 else {"any": ways}


def variant(number: int, task: Task) -> Variant:
    """The variant of one task."""
    issue, keepers, forum = task
    told = [f"**{CAPITALS[side]} keeps its position {MATTERS[each]}**" for each, side in keepers.items()]
    options = {each: _accepted(each, side) for each, side in keepers.items()}
    proposes = {each: found[0] if len(found) == 1 else found for each, found in options.items()}
    proposes |= {issue: NEW[issue], "forum": forum}
    question = {
        "id": f"{NAME}-{number + 1}",
        "type": "deal",
        "title": "A deal that keeps two positions",
        "prompt": f"Find a deal that neither side walks away from. It includes **{WORDS[NEW[issue]]}**,"
        f" {FORUMS[forum]}. In it, {told[0]}, and {told[1]}; a side that keeps its position accepts nothing more on"
        " that issue. Suppose as few changes as you can. What each side accepts is the course’s reading of the brief;"
        " where the brief says less, the panel tells you.",
        "points": 4,
        "claims": ["C020", "C025", "C027", "C082", "C084", "C086"],
        "hints": HINTS,
        "issues": [*ISSUES, "forum"],
    }
    criteria = [
        {"id": "kept", "points": 1, "when": {"proposes": proposes},
         "missed": "The task gives an option and the forum, and says who keeps which position. Read your terms again"
         f" ({', '.join(CLAIMS.values())})."},
        {"id": "option", "points": 1, "when": _settled(issue, [NEW[issue]]),
         "missed": f"Look again at what your deal says {MATTERS[issue]} ({CLAIMS[issue]}): is it the option that the"
         " task gives, and does each side that walks away from that suppose a change?"},
        *({"id": f"position-{n}", "points": 0.5, "when": _settled(each, found),
           "missed": f"Look again at what your deal says {MATTERS[each]} ({CLAIMS[each]}): who keeps the position"
           " there, and what does the other side have to accept?"}
          for n, (each, found) in enumerate(options.items(), 1)),
        {"id": "nothing-spare", "points": 1, "when": {"given": {"lacks": 1, "proposes": proposes}, "spare": False},
         "missed": "You suppose a change that this deal doesn’t need. Take it back."},
    ]  # fmt: skip
    moved = [
        {"relaxes": [[side, each, o]]} for each, side in keepers.items() for o in positions().options[each]
        if o not in options[each]
    ]  # fmt: skip
    remarks = [
        {"when": {"any": moved}, "reread": [CLAIMS[each] for each in keepers],
         "says": "You let a side move on an issue where the task says that it keeps its position."}
    ]  # fmt: skip
    answers = {"expert": fitting(task, 0), "dissenter": fitting(task, -1)}
    return Variant(question, {"criteria": criteria, "remarks": remarks}, answers)


FAMILY = Family(NAME, "goals", "computed", tuple(variant(n, task) for n, task in enumerate(tasks())))
