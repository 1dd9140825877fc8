"""Which report tells two readings of an aim apart, and which way? The key is the order of likelihood ratios.

Each report is given as so many of 20 cases under one reading and under the other. Numbers are drawn so that neither the
frequency under one reading nor the difference of both gives the same order as the ratio.
"""

from collections.abc import Sequence
from itertools import combinations, pairwise
from random import Random

from grading.families.family import Family, Variant

NAME = "aims-evidence"
PAIRS = {
    4.0: ((16, 4), (12, 3), (8, 2), (4, 1)),
    2.0: ((18, 9), (14, 7), (6, 3), (4, 2)),
    1.0: ((17, 17), (13, 13), (5, 5), (2, 2)),
    0.5: ((9, 18), (8, 16), (3, 6), (2, 4)),
    0.25: ((4, 16), (3, 12), (2, 8), (1, 4)),
}
"""Likelihood ratio of the first reading to the second, and cases of 20 that give it."""
SIDES = (
    ("Tarmund", "its reactor", ("It closes the site to all visitors.", "It names a price to a neighbour.",
     "It builds a second one.", "It sends a mild envoy abroad.", "It puts the reactor on a coin.")),
    ("Quellin", "its rockets", ("It parades them twice a year.", "It asks what others would give.",
     "It trains new crews.", "It lets a reporter see them.", "It writes them into its law.")),
    ("Mirrow", "its salt mine on the border", ("It moves families there.", "It offers to share a map of it.",
     "It digs a third shaft.", "It halts the work on holidays.", "It teaches children songs about it.")),
    ("Osk", "its hold on the strait", ("It builds forts of stone.", "It lets some ships pass free.",
     "It invites a mediator.", "It doubles the guards.", "It calls the strait holy.")),
)  # fmt: skip
GIVEN = 4
"""How many of ten pairs stand in the right order already, in every variant: less than half."""
HINTS = [
    "Take one report at a time. How many times as often would you see it under the first reading as under the second?",
    "A report that is common under both readings tells them apart no better than one that is rare under both.",
]
MISSED = {
    "ends": "Look for the two reports that are several times as frequent under one reading as under the other.",
    "first": "Two reports are more frequent under the first reading. Compare how many times as frequent they are, not"
    " the difference in cases.",
    "second": "Two reports are more frequent under the second reading. Compare how many times as frequent they are,"
    " not the difference in cases.",
    "middle": "One report is equally frequent under both readings. Where does such a report belong?",
}


def order(numbers: Sequence[tuple[int, int]]) -> list[int]:
    """Reports, by place, from the one that speaks most for the first reading to the one that speaks least for it."""
    return sorted(range(len(numbers)), key=lambda n: -numbers[n][0] / numbers[n][1])


def misleading(numbers: Sequence[tuple[int, int]]) -> bool:
    """Whether each of three false measures puts two pairs of reports, at least, in the wrong order."""
    right = order(numbers)
    measures = [[a for a, _ in numbers], [-b for _, b in numbers], [a - b for a, b in numbers]]
    wrong = [sum(each[a] <= each[b] for a, b in combinations(right, 2)) for each in measures]
    return min(wrong) >= 2


def numbers(seed: int) -> list[tuple[int, int]]:
    """Cases under both readings, of five reports, in a drawn order."""
    chance = Random(seed)  # noqa: S311 - a draw that can be made again
    while True:
        found = [chance.choice(pairs) for pairs in PAIRS.values()]
        chance.shuffle(found)
        given = sum(a < b for a, b in combinations(order(found), 2))
        if misleading(found) and given == GIVEN:
            return found


def variant(number: int) -> Variant:
    """The variant of one side and one draw of numbers."""
    side, what, reports = SIDES[number % 4]
    drawn = numbers(number)
    ids = "abcde"
    right = [ids[place] for place in order(drawn)]
    question = {
        "id": f"{NAME}-{number + 1}",
        "type": "rank",
        "title": "What would tell the readings apart?",
        "prompt": f"The state of {side} is invented. There are two readings of why it wants {what}. **To keep:** it"
        " wants this for its own sake. **To trade:** it wants it as a bargaining card. A historian has studied 20"
        " similar cases of each kind. Put the reports in order: 1 for the one that speaks most strongly for *to"
        " keep*, 5 for the one that speaks most strongly for *to trade*.",
        "points": 4,
        "claims": ["C020", "C036", "C039"],
        "hints": HINTS,
        "items": [
            {"id": n, "text": f"{report} Seen in {a} of 20 cases of *to keep*, in {b} of 20 cases of *to trade*."}
            for n, report, (a, b) in zip(ids, reports, drawn, strict=True)
        ],
    }
    answer = {each: place for place, each in enumerate(right, 1)}
    return Variant(question, _key(right, drawn), {"expert": {n: answer[n] for n in ids}})


def _key(right: list[str], drawn: Sequence[tuple[int, int]]) -> dict[str, object]:
    a, b, c, d, e = right
    whens = {
        "ends": [[a, c], [c, e], [a, e]],
        "first": [[a, b], [b, c]],
        "second": [[c, d], [d, e]],
        "middle": [[b, c], [c, d]],
    }
    often = ["abcde"[n] for n in sorted(range(5), key=lambda n: (-drawn[n][0], n))]
    return {
        "criteria": [{"id": n, "when": {"before": pairs}, "missed": MISSED[n]} for n, pairs in whens.items()],
        "remarks": [
            {"when": {"before": [list(pair) for pair in pairwise(often)]},
             "says": "You ordered the reports by how often each appears under the first reading. How often does each"
             " appear under the other?", "reread": ["C036"]},
            {"when": {"before": [[e, a]]}, "reread": ["C036"],
             "says": "Two of the reports point the other way. Under which reading is each of them more frequent?"},
        ],
    }  # fmt: skip


FAMILY = Family(NAME, "goals", "computed", tuple(map(variant, range(12))))
