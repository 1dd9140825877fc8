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
        "Pyongyang stops all work on bombs under inspection but keeps the ones it has.",
        "Inspectors confirm that Pyongyang has stopped making bomb material. It still has its bombs.",
        "Pyongyang shuts down its reactor and centrifuges, lets inspectors check, and gives up no bombs.",
    ), acts=True),
    "all": Deed((
        "Pyongyang ends its whole nuclear programme and never says a word about its old broken promises.",
        "Pyongyang gives up every bomb but does nothing about the old agreements it broke.",
        "Inspectors watch the last bomb go. Pyongyang makes no amends for past agreements.",
    ), acts=True),
    "words": Deed((
        "Pyongyang writes warm letters, and its reactor keeps running.",
        "Pyongyang swears that it longs for dialogue but goes on with its bomb work.",
        "Pyongyang’s minister smiles in New York. His country’s centrifuges keep spinning.",
        "Pyongyang praises dialogue day after day while it makes more bomb material.",
    ), acts=False),
    "sorry": Deed((
        "Pyongyang apologises for the agreements it broke, and builds more bombs.",
        "Pyongyang pays damages for old broken promises and keeps its reactor running.",
        "Pyongyang admits that it was wrong to break agreements. Its centrifuges keep spinning.",
    ), acts=False),
    "release": Deed((
        "Pyongyang sends the detained Americans home and goes on with its bomb work.",
        "On Pyongyang’s orders, the detained Americans go free. Its reactor keeps running.",
        "Pyongyang hands over the detained Americans and makes more bomb material.",
        "Pyongyang pardons all the detained Americans, and its centrifuges keep spinning.",
    ), acts=False),
}  # fmt: skip
OPENS = (
    "Then Washington opens talks of substance.",
    "After that, Washington begins talks of substance.",
    "In return, Washington starts talks of substance.",
)
WAITS = (
    "A year later, there are still no talks of substance, and no reset.",
    "For two years, Washington does nothing at all in return.",
    "Washington has other worries, and talks of substance never start.",
)
MEETS = (
    "Pyongyang’s bomb work goes on. Diplomats from both states meet for lunch in New York.",
    "The centrifuges keep spinning. An American official takes a message from Pyongyang’s UN mission.",
    "Pyongyang changes nothing. Officials from both states agree by letter on how to look after a sick American.",
)
CATEGORIES = [
    {"id": "fits", "text": "It fits the condition"},
    {"id": "against", "text": "It doesn’t fit the condition"},
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
        "prompt": "These short cases are invented. Does each one fit the U.S. condition, in the wording of the"
        " brief’s introduction? Or would it show that Washington isn’t keeping to the condition?",
        "points": 4,
        "claims": ["C025", "C064", "C082", "C088", "C091", "C092", "C093"],
        "hints": [
            "In each case look for two things. Are there talks of substance? If so, what did Pyongyang do first?",
            "If there are no talks of substance, ask whether the condition ever promised them.",
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
    "fits": "Some cases look odd but still fit. Are there talks of substance without the steps? (C025, C064)",
    "against": "Look at what is going on at the nuclear sites when talks of substance start (C088, C092).",
}
REMARKS = (
    Misread({"words": "fits"}, "In this case Pyongyang only talks. Its nuclear work goes on. Compare that with the"
    " demand in the conclusion.", "M01", ("C088", "C092", "C094")),
    Misread({"halt": "against", "all": "fits"}, "You’re asking for more than Washington does in the brief. Look at"
    " the verb that says what the steps must do to the programme.", "M02", ("C025", "C092"), every=True),
    Misread({"contact": "against"}, "The brief itself describes contacts like this. The condition is about one kind"
    " of exchange, and this is another kind.", "M03", ("C025", "C064")),
    Misread({"release": "fits"}, "A release changes nothing at the nuclear sites, and Washington has said that it"
    " won’t link the two.", "M04", ("C082", "C092")),
    Misread({"unrewarded": "against"}, "You expect a reward in this case. The condition says what must come first. It"
    " doesn’t say that anything will follow.", "M07", ("C025", "C092", "C096")),
    Misread({"sorry": "fits"}, "This is about the past. Look at what is going on at the nuclear sites, and at what"
    " Washington demands.", "M20", ("C091", "C092", "C093")),
)  # fmt: skip
HOLDERS = {
    "holds-m01": {"words": "fits"}, "holds-m02": {"halt": "against"}, "holds-m03": {"contact": "against"},
    "holds-m04": {"release": "fits"}, "holds-m07": {"unrewarded": "against"},
    "holds-m20": {"sorry": "fits", "halt": "against", "all": "against"},
}  # fmt: skip

FAMILY = Family(NAME, "precondition", "computed", tuple(variant(n, row) for n, row in enumerate(ROWS, 1)))
