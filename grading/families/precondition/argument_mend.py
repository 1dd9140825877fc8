"""Mend an argument on an invented condition, in which a rule is turned round. The model says that mending one works."""

from typing import Any

from course.argument import judge
from grading.families.family import Family, FamilyError, Variant
from grading.families.precondition.setting import Setting
from grading.families.precondition.settings import at

NAME, SHIFT = "argument-mend", 5
RIGHT = (("only_if_either", "dsw"), ("not", "s"), ("not", "w"), ("only_if", "rd"))
FAULT = ("if", "sd")
"""What stands in the place of the first of these: the demand turned round. It is the same in all variants, so that they
are equally hard."""
TEXT = (
    ("is", "q"), ("not", "w"), ("not", "s"), ("only_if", "rd"), ("only_if", "ds"), ("only_if_either", "dsw"),
)  # fmt: skip


def variant(place: int) -> Variant:
    """The variant of one setting, with the premise that is at fault in another place each time."""
    case = at(place, SHIFT)
    faulty = (FAULT, *RIGHT[1:])
    start = (*faulty[place % 4 :], *faulty[: place % 4])
    end = case.state("not", "r")
    valid = [judge([case.state(*each) for each in stated], end).valid for stated in (start, RIGHT)]
    if valid != [False, True]:
        raise FamilyError(f"{NAME}: {case.id}: expected an argument that does not hold and one that does.")
    question = {
        "id": f"{NAME}-{case.id}",
        "type": "argue",
        "title": "Mend an argument",
        "prompt": f"An invented case: {case.asks} tells {case.asked_low}: “{case.demand}” It promises nothing in"
        f" return. A student has built this argument for “{case.clauses[3][1]}”. The argument doesn’t work. Change as"
        " little as you can so that the conclusion follows and every rule says only what is needed, not what is"
        " enough. Then choose the conclusion.",
        "points": 3,
        "claims": ["C025", "C092"],
        "hints": [
            "Read each rule aloud, and ask which of the two things in it is needed for the other.",
            "One premise says “if”. Would another form of the same block say what is meant?",
        ],
        "start": [case.table(*each) for each in start],
        "propositions": case.table_of_propositions(),
        "conclusions": [case.table("not", "r"), case.table("is", "r"), case.table("not", "d"), case.table("is", "d")],
    }
    return Variant(question, _key(case), _answers(case, start))


def _key(case: Setting) -> dict[str, Any]:
    end = [case.table("not", "r")]
    whole = [case.table(*each) for each in (TEXT[1], TEXT[2], TEXT[3], TEXT[5])]
    text = [case.table(*each) for each in TEXT]
    mended = [("only_if_either", "dsw"), ("only_if", "ds")]
    return {
        "criteria": [
            {"id": "follows", "points": 1,
             "when": {"among": text, "shows": ["valid"], "concludes": end, "grants": whole, "least": 2},
             "missed": "Is there still a world where your premises are true and the conclusion is false?"},
            {"id": "keeps-to-the-demand", "points": 1,
             "when": {"within": text, "grants": whole, "least": 2},
             "missed": "Compare each premise with the demand: what is needed for what?"},
            {"id": "mended", "points": 1,
             "when": {"given": {"within": text}, "changes": 1, "concludes": end,
                      "uses": [case.table(*each) for each in mended]},
             "missed": "Only one premise is at fault. Change that one, and let the others do their work."},
        ],
        "remarks": [
            {"when": {"says": [case.table("if", "sd"), case.table("if", "dr"), case.table("if", "sr")]},
             "says": "One premise still says that something is enough. The demand doesn’t say that, and the premise"
             " tells you nothing about what happens when that something is missing.", "reread": ["C025", "C092"]},
            {"when": {"says": [case.table("if", "qs"), case.table("if", "qd")]},
             "says": "One of your premises treats a sign of goodwill as if it were what was demanded.",
             "reread": ["C088", "C094"]},
        ],
    }  # fmt: skip


def _answers(case: Setting, start: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    other = (("only_if_either", "dws"), ("not", "s"), ("not", "w"), ("if_not", "dr"))
    return {
        who: {
            "premises": [case.table(*each) | {"claims": []} for each in stated],
            "conclusion": case.table("not", "r"),
        }
        for who, stated in (("expert", RIGHT), ("dissenter", other), ("holds-m07", start))
    }


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
