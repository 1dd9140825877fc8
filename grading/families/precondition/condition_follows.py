"""What must hold, may hold, cannot hold by an invented condition? Entailment gives the key (`course.argument`)."""

from course.argument import consistent, entails
from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing
from grading.families.precondition.setting import Setting
from grading.families.precondition.settings import at

NAME, SHIFT = "condition-follows", 6
RULES = (("only_if_either", "dsw"), ("only_if", "rd"), ("not", "w"))
"""Talks need deed or waiver; the end needs talks; there is no waiver."""
MUST = (
    (("only_if", "ds"),), (("if", "rs"),), (("if_not", "sr"),), (("only_if", "rs"),), (("if_not", "sd"),),
    (("if", "ds"),),
)  # fmt: skip
ENOUGH = ((("if", "sd"),), (("if", "sr"),), (("if", "dr"),))
SIGN = ((("if", "qd"),), (("if", "qs"),), (("if", "qr"),))
OPEN = ((("is", "s"),), (("not", "d"),), (("is", "r"),), (("is", "d"),), (("not", "s"),), (("not", "r"),))
NEVER = ((("is", "d"), ("not", "s")), (("is", "r"), ("not", "d")), (("is", "r"), ("not", "s")))
CATEGORIES = [
    {"id": "must", "text": "It must be true"},
    {"id": "may", "text": "It may be true or false"},
    {"id": "cannot", "text": "It can’t be true"},
]
MISSED = {
    "must": "For each sentence, try to imagine a case where all three premises are true and the sentence is false."
    " For some sentences you won’t find one.",
    "may": "Which sentences are about something that the three premises leave open? (compare C025)",
    "cannot": "Suppose that the sentence is true, and work back through the premises. Do they allow it?",
}


def judged(case: Setting, said: tuple[tuple[str, str], ...]) -> str:
    """Whether all of what is said must, may or cannot be true by the rules."""
    rules = [case.state(*each) for each in RULES]
    stated = [case.state(*each) for each in said]
    if all(entails(rules, each) for each in stated):
        return "must"
    return "may" if consistent([*rules, *stated]) else "cannot"


def variant(place: int) -> Variant:
    """The variant of one setting, and of one row of statements."""
    case = at(place, SHIFT)
    told = {
        "must": MUST[place % 6], "must-2": MUST[(place + 1 + place // 6) % 6], "enough": ENOUGH[place % 3],
        "sign": SIGN[(place + place // 3) % 3], "open": OPEN[place % 6], "never": NEVER[place % 3],
        "never-2": NEVER[(place + 1) % 3],
    }  # fmt: skip
    premises = " ".join(f"({number}) *{case.said(*each)}*" for number, each in enumerate(RULES, 1))
    question = {
        "id": f"{NAME}-{case.id}",
        "title": "What follows from the condition?",
        "prompt": f"An invented case: {case.asks} tells {case.asked_low}: “{case.demand}” Assume that these three"
        f" sentences are true: {premises} Given them, what can you say about each sentence below?",
        "points": 4,
        "claims": ["C025", "C092"],
        "hints": [
            "You need a ticket to enter a cinema. Does a ticket make the film start?",
            (
                "Try to imagine a case where the three sentences are true and this one is false. Then try one where"
                " all of them are true."
            ),
        ],
        "categories": CATEGORIES,
    }
    items = [Item(name, _words(case, said), judged(case, said)) for name, said in told.items()]
    remarks = [
        Misread({"enough": "must"}, "You turned the condition round. Something that must come first may still not be"
        " enough. The condition in the brief works the same way.", reread=("C025", "C092")),
        Misread({"sign": "must"}, "A sign of goodwill isn’t what was demanded. None of the three sentences mentions"
        " it.", reread=("C088", "C094")),
    ]  # fmt: skip
    holders = {"holds-m07": {"enough": "must"}, "holds-m01": {"sign": "must"}}
    return placing(question, items, missed=MISSED, remarks=remarks, holders=holders, points={"may": 2})


def _words(case: Setting, said: tuple[tuple[str, str], ...]) -> str:
    first, *others = (case.said(*each) for each in said)
    return first[:-1] + "".join(f", and yet {_low(each)}" for each in (other[:-1] for other in others)) + "."


def _low(sentence: str) -> str:
    # A name keeps its capital; the article of a side does not.
    return sentence[0].lower() + sentence[1:] if sentence.split(maxsplit=1)[0] in {"The", "No", "Talks"} else sentence


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
