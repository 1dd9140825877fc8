"""How sure is a conclusion whose premises are not certain? The key is the bound that `course.argument.bounds` gives.

One premise is idle, so its doubt costs nothing.
"""

from math import prod

from course.argument import bounds
from grading.families.family import Family, Variant
from grading.families.precondition.settings import at

NAME, SHIFT, POINTS = "argument-hedged", 0, 2
SURE = (
    (95, 80, 90, 85), (90, 85, 95, 75), (85, 95, 90, 80), (95, 90, 75, 85), (90, 95, 80, 70), (80, 90, 95, 85),
    (95, 85, 85, 90), (90, 75, 95, 95), (75, 95, 95, 90), (85, 90, 95, 70), (95, 95, 70, 85), (90, 80, 95, 90),
)  # fmt: skip
"""Percent for rule, no deed, link, and the idle sign."""
MISSED = "Out of 100 cases, count those in which a premise that you need could fail."
PLACES = (1, 3, 2, 3, 1, 2, 1, 3, 2, 1, 3, 2)
"""Where the right choice stands, counted from 0: neither first nor last."""
HINTS = [
  "Which premises does the conclusion need? Set the others aside.",
  "The premises that you need may each fail in different cases. At worst, in how many of 100 cases does one fail?",
]  # fmt: skip


def variant(place: int) -> Variant:
    """The variant of one setting and one row of numbers."""
    case, sure = at(place, SHIFT), SURE[place]
    stated = [("only_if", "ds"), ("not", "s"), ("only_if", "rd"), ("is", "q")]
    premises = [case.state(*each) for each in stated]
    right = round(bounds(premises, [each / 100 for each in sure], case.state("not", "r")).low * 100)
    wrong = {
        "counts-all": f"At least {right - (100 - sure[3])} percent",
        "product": f"Exactly {prod(each / 100 for each in sure[:3]) * 100:.0f} percent",
        "weakest": f"At least {min(sure[:3])} percent",
        "certain": "100, because it follows",
    }
    texts = list(wrong.items())
    texts.insert(PLACES[place], ("right", f"At least {right} percent"))
    ids = {name: letter for letter, (name, _) in zip("abcde", texts, strict=True)}
    told = "; ".join(f"*{case.said(*each)[:-1]}* ({p} %)" for each, p in zip(stated, sure, strict=True))
    question = {
        "id": f"{NAME}-{case.id}",
        "type": "choose_one",
        "title": "How sure can the conclusion be?",
        "prompt": f"An invented case: {case.asks} tells {case.asked_low}: “{case.demand}” You believe four premises,"
        f" each with the probability in brackets: {told}. You conclude: *{case.said('not', 'r')}* How probable is"
        " that, in percent? Choose the strongest answer that these numbers alone allow.",
        "points": POINTS,
        "claims": ["C029"],
        "hints": HINTS,
        "choices": [{"id": ids[name], "text": text} for name, text in texts],
    }
    return Variant(question, _key(ids), {"expert": ids["right"]})


def _key(ids: dict[str, str]) -> dict[str, object]:
    says = {
        "counts-all": "This is true, but you can say more. The conclusion doesn’t need one of the four premises.",
        "product": "The product would be right if the premises were independent of each other. The question doesn’t"
        " say that they are.",
        "weakest": "One doubtful premise may fail while the others hold, and another may fail in other cases.",
        "certain": "The conclusion is true if all the premises are. You aren’t sure that they are.",
    }
    return {
        "criteria": [{"id": "bound", "points": POINTS, "when": {"chose": [ids["right"]]}, "missed": MISSED}],
        "remarks": [
            {"when": {"chose": [ids[name]]}, "says": text, "reread": ["C029", "C087"]} for name, text in says.items()
        ],
    }  # fmt: skip


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
