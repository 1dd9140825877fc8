"""Which two changes open a deal between two invented sides, and which do not? `course.bargaining` judges.

On one issue the sides agree, on two they don't. Right are the pairs of changes after which some deal is accepted by
both; four are so small, of which three are shown.
"""

from collections.abc import Iterable
from random import Random
from statistics import mean

from course.bargaining import Positions, Relaxation, openings, relaxed, zone
from grading.families.family import Family, Variant
from grading.families.goals.positions import listed

NAME = "deal-pairs"
QUARRELS = (
    (("Tarmund", "Ostavia"), {
        "river": {"dam": "a dam across the river", "gates": "a dam with open gates", "free": "no dam at all"},
        "ferry": {"one": "one ferry a day", "three": "three ferries a day", "night": "ferries by night"},
        "place": {"inn": "talks at the old inn", "ship": "talks on a ship"}}),
    (("Quellin", "Hadern"), {
        "reef": {"closed": "a closed reef", "shared": "a shared reef", "open": "an open reef"},
        "boats": {"back": "all boats sent back", "sold": "all boats put up for sale", "kept": "all boats kept in port"},
        "place": {"hall": "a meeting in the hall", "pier": "a meeting on the pier"}}),
    (("Mirrow", "Stellen"), {
        "border": {"wall": "a wall on the border", "fence": "a fence on the border", "posts": "posts on the border"},
        "toll": {"gold": "a toll in gold", "grain": "a toll in grain", "none": "no toll at all"},
        "place": {"tent": "a council in a tent", "barn": "a council in a barn"}}),
    (("Osk", "Vardia"), {
        "mine": {"shut": "a mine that is shut", "joint": "a mine run by both", "leased": "a mine that is leased"},
        "crown": {"home": "the crown sent home", "lent": "the crown lent out", "copy": "a copy of the crown"},
        "place": {"dome": "a round in the dome", "park": "a round in the park"}}),
)  # fmt: skip
"""Two sides, and their issues with the options: two on which they differ, and the place, on which they agree."""
DRAWS = (0, 1, 2, 8, 3, 0, 1, 0, 0, 3, 5, 8)
"""Which draw each variant takes: the first in which choices that sound like the brief or a lesson earn nothing."""
HINTS = [
    "On which issues do the two sides already agree? Set these aside.",
    "After the two changes, there must be an option on each issue that both sides accept. Try each pair.",
]
MISSED = {
    "opens": "After two of the pairs, every issue has an option that both sides accept. Write down the positions and"
    " try.",
    "other-way": "Either side can open a deal, and so can both together. Try a pair in which the other side moves,"
    " too.",
    "not-enough": "In one pair, you may have missed an issue on which the two sides still have nothing in common.",
    "all-and-only": "Choose every pair that opens a deal, but none that leaves the sides apart on an issue.",
}


def variant(number: int) -> Variant:
    """The variant of one quarrel and one draw of positions and pairs."""
    (one, two), issues = QUARRELS[number % 4]
    chance = Random(f"{number}-{DRAWS[number]}")  # noqa: S311 - a draw that can be made again
    while True:
        table = _positions(one, two, issues, chance)
        right = [way for way in openings(table) if len(way) == 2]
        wrong = [frozenset(each) for each in _tempting(table, right)]
        shown = [*chance.sample(sorted(right, key=sorted), 3), *chance.sample(sorted(wrong, key=sorted), 3)]
        chance.shuffle(shown)
        choices = {n: _told(each, issues) for n, each in zip("abcdef", shown, strict=True)}
        opens = [n for n, each in zip("abcdef", shown, strict=True) if zone(relaxed(table, each))]
        if _alike(choices, opens):
            break
    question = {
        "id": f"{NAME}-{number + 1}",
        "type": "choose_many",
        "title": "Which changes open a deal?",
        "prompt": f"{one} and {two} are invented. A deal between them settles three issues with one option each."
        f" {one} accepts: *{_stand(table, one, issues)}*. {two} accepts: *{_stand(table, two, issues)}*. Choose"
        " **all** the pairs of changes that make a deal possible.",
        "points": 4,
        "claims": ["C025", "C027", "C081"],
        "hints": HINTS,
        "choices": [{"id": n, "text": text} for n, text in choices.items()],
    }
    return Variant(question, _key(opens, [n for n in choices if n not in opens]), {"expert": opens})


def _positions(one: str, two: str, issues: dict[str, dict[str, str]], chance: Random) -> Positions:
    """On two issues each side accepts an option of its own; on the last, one side accepts both and one a single one."""
    accepts: dict[str, dict[str, frozenset[str]]] = {one: {}, two: {}}
    for issue, found in issues.items():
        first, other, *_ = chance.sample([*found], len(found))
        accepts[one][issue], accepts[two][issue] = frozenset({first}), frozenset({other})
        if issue == "place":
            accepts[chance.choice([one, two])][issue] = frozenset(found)
    return Positions({issue: tuple(found) for issue, found in issues.items()}, accepts)


def _tempting(table: Positions, right: Iterable[frozenset[Relaxation]]) -> list[tuple[Relaxation, Relaxation]]:
    """Pairs that open nothing and look like those that do: one change of a right pair, with one of no use beside it."""
    useful = sorted({change for way in right for change in way})
    others = [
        (side, issue, o) for side in table.sides for issue in table.options for o in table.options[issue]
        if o not in table.accepts[side][issue]
    ]  # fmt: skip
    pairs = [(a, b) for a in useful for b in others if a != b and not zone(relaxed(table, (a, b)))]
    return sorted({(min(pair), max(pair)) for pair in pairs})


def _stand(table: Positions, side: str, issues: dict[str, dict[str, str]]) -> str:
    return "; ".join(
        listed([text for o, text in found.items() if o in table.accepts[side][issue]], "or")
        for issue, found in issues.items()
    )


def _told(way: Iterable[Relaxation], issues: dict[str, dict[str, str]]) -> str:
    (one, *first), (two, *other) = sorted(way)
    told = [issues[issue][option] for issue, option in (first, other)]
    return f"{one} accepts {told[0]} and {told[1]}." if one == two else f"{one} accepts {told[0]}, and {two} {told[1]}."


def _alike(choices: dict[str, str], opens: list[str]) -> bool:
    """Whether right and wrong pairs are of like length, and the longest is wrong."""
    good = mean(len(choices[n]) for n in opens)
    bad = mean(len(text) for n, text in choices.items() if n not in opens)
    return len(opens) == 3 and abs(good - bad) < 0.1 * bad and max(choices, key=lambda n: len(choices[n])) not in opens


def _key(right: list[str], wrong: list[str]) -> dict[str, object]:
    whens = {
        "opens": {"includes": right[:2], "excludes": wrong[:1]},
        "other-way": {"includes": right[1:], "excludes": wrong[1:2]},
        "not-enough": {"includes": right[:1], "excludes": wrong[1:]},
        "all-and-only": {"includes": right, "excludes": wrong},
    }
    return {
        "criteria": [{"id": n, "when": when, "missed": MISSED[n]} for n, when in whens.items()],
        "remarks": [
            {"when": {"includes": [n]}, "reread": ["C081"],
             "says": "After these two changes, look for an issue on which the two sides still have no option in"
             " common."}
            for n in wrong
        ],
    }  # fmt: skip


FAMILY = Family(NAME, "goals", "computed", tuple(map(variant, range(12))))
