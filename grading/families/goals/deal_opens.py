"""Suppose that both sides would accept more: who then walks away from which deal? `course.bargaining` judges."""

from itertools import combinations
from random import Random

from course.bargaining import Positions, Relaxation, deals, objections, relaxed
from grading.families.family import Family, Variant
from grading.families.goals.positions import CAPITALS, ISSUES, WORDS, listed, positions

NAME = "deal-opens"
WANTED = {"nobody": 1, "washington": 2, "pyongyang": 2, "both": 1}
"""How many deals of each fate a variant shows."""
ALIKE = 3
"""Of four things supposed, how many two variants may have in common."""
HINTS = [
    "Write down what each side accepts on each issue, with the new options. Then take the deals one by one.",
    "One issue is enough to make a side walk away. Check all three before you say that it stays.",
]

MISSED = {
    "open": "Under the new positions, both sides accept one deal and both refuse another. Check all three issues for"
    " both sides (C025, C082).",
    "washington": "Washington walks away from two deals that Pyongyang accepts. Write down on which issue (C025,"
    " C082).",
    "pyongyang": "Pyongyang walks away from two deals that Washington accepts. Write down on which issue (C020, C086).",
    "mixed": "A side that accepts more on one issue may not accept more on the others. Go through the issues one by"
    " one (C082, C086).",
}


def fate(positions: Positions, terms: dict[str, str]) -> str:
    """Who walks away from a deal: nobody, washington, pyongyang, or both."""
    sides = {each.side for each in objections(positions, terms)}
    return "both" if len(sides) > 1 else CAPITALS[sides.pop()].lower() if sides else "nobody"


def supposed() -> list[tuple[Relaxation, ...]]:
    """Twelve ways in which each side accepts two things more, on two issues, that differ from one another."""
    table, chance = positions(), Random(20)  # noqa: S311 - a draw that can be made again
    more = {
        side: [
            (side, issue, o) for issue in ISSUES for o in table.options[issue] if o not in table.accepts[side][issue]
        ]
        for side in table.sides
    }
    pairs = {side: [p for p in combinations(found, 2) if p[0][1] != p[1][1]] for side, found in more.items()}
    every = [one + other for one in pairs["US"] for other in pairs["DPRK"]]
    chance.shuffle(every)
    found: list[tuple[Relaxation, ...]] = []
    for each in every:
        near = any(len({*each} & {*other}) > ALIKE for other in found)
        if not near and shown(each, 0):
            found.append(each)
    return found[:12]


def shown(more: tuple[Relaxation, ...], seed: int) -> list[dict[str, str]]:
    """Six deals, as many of each fate as wanted, or [] if there are not so many.

    Each of the six has an option that somebody is supposed to accept besides, so that no deal is settled by the table.
    """
    after, chance = relaxed(positions(), more), Random(seed)  # noqa: S311 - a draw that can be made again
    given = {(issue, option) for _, issue, option in more}
    found: list[dict[str, str]] = []
    for kind, count in WANTED.items():
        fitting = [dict(terms) for terms in deals(after) if fate(after, dict(terms)) == kind]
        near = [terms for terms in fitting if given & {*terms.items()}]
        if len(near) < count:
            return []
        found += chance.sample(near, count)
    chance.shuffle(found)
    return found


def variant(number: int, more: tuple[Relaxation, ...]) -> Variant:
    """The variant of one supposition."""
    table = positions()
    terms = shown(more, number)
    places = {n: fate(relaxed(table, more), each) for n, each in zip("abcdef", terms, strict=True)}
    stand = {side: "; ".join(listed([WORDS[o] for o in table.options[issue] if o in table.accepts[side][issue]], "or")
                             for issue in ISSUES) for side in table.sides}  # fmt: skip
    extra = {side: listed([f"*{WORDS[o]}*" for who, _, o in more if who == side]) for side in table.sides}
    question = {
        "id": f"{NAME}-{number + 1}",
        "type": "classify",
        "title": "Who still walks away?",
        "prompt": "Here is what the two sides accept on three issues, as the course reads the brief. Washington:"
        f" {stand['US']}. Pyongyang: {stand['DPRK']}. Now **suppose that each side accepts two more things**."
        f" Washington: {extra['US']}. Pyongyang: {extra['DPRK']}. A side walks away if a deal contains anything that"
        " it doesn’t accept. Who walks away from each deal?",
        "points": 4,
        "claims": ["C020", "C025", "C027", "C082", "C084", "C086"],
        "hints": HINTS,
        "items": [{"id": n, "text": _deal(each)} for n, each in zip("abcdef", terms, strict=True)],
        "categories": [
            {"id": "washington", "text": "Washington alone"},
            {"id": "pyongyang", "text": "Pyongyang alone"},
            {"id": "both", "text": "Both sides"},
            {"id": "nobody", "text": "Neither side"},
        ],
    }
    return Variant(question, _key(places), {"expert": places})


def _deal(terms: dict[str, str]) -> str:
    text = "; ".join(WORDS[terms[issue]] for issue in ISSUES)
    return text[0].upper() + text[1:]


def _key(places: dict[str, str]) -> dict[str, object]:
    of = {kind: [n for n, found in places.items() if found == kind] for kind in WANTED}
    told = {
        "open": of["nobody"] + of["both"],
        "washington": of["washington"],
        "pyongyang": of["pyongyang"],
        "mixed": of["nobody"] + of["washington"][:1] + of["pyongyang"][:1],
    }
    closed = [{"places": {n: ["washington", "pyongyang", "both"]}} for n in of["nobody"]]
    opened = [{"places": {n: "nobody"}} for n in places if places[n] != "nobody"]
    return {
        "criteria": [
            {"id": n, "when": {"places": {i: places[i] for i in items}}, "missed": MISSED[n]}
            for n, items in told.items()
        ],
        "remarks": [
            {"when": {"any": closed}, "reread": ["C025", "C086"],
             "says": "You let a side walk away from a deal that both sides accept. Add the new options to the"
             " positions."},
            {"when": {"any": opened}, "reread": ["C025", "C082"],
             "says": "You say that neither side walks away from a deal that one side still refuses. Check all three"
             " of its issues."},
        ],
    }  # fmt: skip


FAMILY = Family(NAME, "goals", "computed", tuple(variant(n, more) for n, more in enumerate(supposed())))
