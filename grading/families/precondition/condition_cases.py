"""Does an invented case fit the U.S. condition? The key follows from what each side does in it.

A case goes against the condition where Washington opens talks of substance and Pyongyang had not acted.
"""

import msgspec

from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing

NAME = "condition-cases"


class Deed(msgspec.Struct, frozen=True):
    """What Pyongyang does, and whether that is what the condition asks."""

    texts: tuple[str, ...]
    acts: bool


DEEDS = {
    "halt": Deed((
        "Pyongyang stops all work on bombs under inspection, and keeps its bombs.",
        "Inspectors confirm that Pyongyang makes no more bomb material. It still has its bombs.",
        "Pyongyang shuts reactor and centrifuges down, lets this be checked, and gives no bomb away.",
    ), acts=True),
    "all": Deed((
        "Pyongyang ends its whole nuclear programme, and never says a word about old broken promises.",
        "Pyongyang gives up every bomb, and leaves the old agreements as they were: broken.",
        "Inspectors see the last bomb go. For the agreements of the past, Pyongyang makes no amends.",
    ), acts=True),
    "words": Deed((
        "Pyongyang writes warm letters, and its reactor runs on.",
        "Pyongyang swears that it longs for dialogue, and goes on with its bomb work.",
        "Pyongyang’s minister smiles in New York. His country’s centrifuges turn.",
        "Pyongyang praises dialogue day after day, and makes more bomb material.",
    ), acts=False),
    "sorry": Deed((
        "Pyongyang begs pardon for the agreements that it broke, and builds more bombs.",
        "Pyongyang pays damages for old broken promises, and runs its reactor.",
        "Pyongyang admits that it was wrong to break agreements. Its centrifuges turn.",
    ), acts=False),
    "release": Deed((
        "Pyongyang sends the detained Americans home, and goes on with its bomb work.",
        "The detained Americans are free, by Pyongyang’s order. Its reactor runs on.",
        "Pyongyang hands the detained Americans over, and makes more bomb material.",
        "Pyongyang pardons all detained Americans, and its centrifuges turn.",
    ), acts=False),
}  # fmt: skip
OPENS = (
    "Then Washington opens talks of substance.",
    "After that, Washington begins talks of substance.",
    "In return, Washington takes up talks of substance.",
)
WAITS = (
    "A year later, there are still no talks of substance, and no reset.",
    "For two years, nothing at all comes from Washington in return.",
    "Washington has other worries, and talks of substance never come.",
)
MEETS = (
    "Pyongyang’s bomb work goes on. Diplomats of both states meet for lunch in New York.",
    "The centrifuges turn. An American official takes a message from Pyongyang’s UN mission.",
    "Pyongyang changes nothing. Officials of both states settle by letter how a sick American is looked after.",
)
CATEGORIES = [
    {"id": "fits", "text": "It fits with the condition"},
    {"id": "against", "text": "It does not fit with the condition"},
]


def fits(*, acts: bool, talks: bool) -> bool:
    """Whether a case fits: talks of substance only after acts."""
    return acts or not talks


ROWS = (
    (0, 1, 3, 0, 3, 1, 2, 0, 2),
    (0, 0, 0, 1, 3, 0, 1, 2, 1),
    (0, 0, 0, 0, 0, 0, 1, 2, 2),
    (2, 0, 1, 2, 2, 1, 0, 2, 0),
    (1, 0, 1, 1, 1, 1, 1, 0, 2),
    (1, 0, 3, 2, 3, 0, 2, 1, 0),
    (1, 1, 0, 1, 2, 1, 0, 0, 2),
    (1, 1, 3, 2, 1, 1, 1, 2, 2),
    (2, 1, 2, 0, 1, 1, 2, 2, 1),
    (2, 1, 2, 2, 0, 1, 0, 2, 0),
    (1, 1, 1, 0, 0, 0, 1, 0, 0),
    (0, 2, 2, 1, 2, 0, 2, 0, 1),
)
"""Which text stands at each place, counted from 0: a row a variant, so chosen that none lies nearer to the lessons."""


def variant(number: int, row: tuple[int, ...]) -> Variant:
    """The variant with this number, from 1, and these texts."""
    deeds = {name: each.texts[n] for (name, each), n in zip(DEEDS.items(), row[:5], strict=True)}
    opens, waits, meets = OPENS[row[5]], WAITS[row[6]], MEETS[row[7]]
    later = DEEDS["halt"].texts[row[8]]
    question = {
        "id": f"{NAME}-{number}",
        "title": "Does the case fit the condition?",
        "prompt": "These short cases are invented. Would each one fit with the U.S. condition, as the brief’s"
        " introduction words it? Or would it show that Washington does not keep to it?",
        "points": 4,
        "claims": ["C025", "C064", "C082", "C088", "C091", "C092", "C093"],
        "hints": [
            "In each case look for two things. Are there talks of substance? If yes, what did Pyongyang do before?",
            "If there are no talks of substance, ask: did the condition ever promise them?",
        ],
        "categories": CATEGORIES,
    }
    items = [
        *(Item(name, f"{text} {opens}", "fits" if fits(acts=DEEDS[name].acts, talks=True) else "against")
          for name, text in deeds.items()),
        Item("unrewarded", f"{later} {waits}", "fits" if fits(acts=True, talks=False) else "against"),
        Item("contact", meets, "fits" if fits(acts=False, talks=False) else "against"),
    ]  # fmt: skip
    return placing(question, items, missed=MISSED, remarks=REMARKS, holders=HOLDERS, points={"fits": 2, "against": 2})


MISSED = {
    "fits": "Some cases look odd and still fit. Are there talks of substance without the steps? (C025, C064)",
    "against": "Look at what goes on at the nuclear sites when talks of substance open (C088, C092).",
}
REMARKS = (
    Misread({"words": "fits"}, "In this case Pyongyang only speaks. Its nuclear work goes on. Compare that with the"
     " demand"
            " in the conclusion.", "M01", ("C088", "C092", "C094")),
    Misread({"halt": "against", "all": "fits"}, "You ask for more than Washington does in the brief. Look at the verb"
            " that says what the"
            " steps must do to the programme.", "M02", ("C025", "C092"), every=True),
    Misread({"contact": "against"}, "The brief describes such dealings itself. The condition is about one kind of"
            " exchange, and this is of another kind.", "M03", ("C025", "C064")),
    Misread({"release": "fits"}, "A release changes nothing at the nuclear sites, and Washington has said that it does"
            " not link the two.", "M04", ("C082", "C092")),
    Misread({"unrewarded": "against"}, "In this case you expect a reward. The condition says what must come first. It"
            " does not say that anything will follow.", "M07", ("C025", "C092", "C096")),
    Misread({"sorry": "fits"}, "This speaks of the past. Look at what goes on at the nuclear sites, and at what the"
            " demand is about.", "M20", ("C091", "C092", "C093")),
)  # fmt: skip
HOLDERS = {
    "holds-m01": {"words": "fits"}, "holds-m02": {"halt": "against"}, "holds-m03": {"contact": "against"},
    "holds-m04": {"release": "fits"}, "holds-m07": {"unrewarded": "against"},
    "holds-m20": {"sorry": "fits", "halt": "against", "all": "against"},
}  # fmt: skip

FAMILY = Family(NAME, "precondition", "computed", tuple(variant(n, row) for n, row in enumerate(ROWS, 1)))
