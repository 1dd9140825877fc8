"""Build an argument on an invented condition, with letters of its own. What may be said follows from the setting."""

from typing import Any

from grading.families.family import Family, Variant
from grading.families.precondition.setting import Setting
from grading.families.precondition.settings import at

NAME, SHIFT = "argument-build", 2
TEXT = (
    ("is", "q"), ("not", "w"), ("not", "s"), ("only_if", "rd"), ("only_if", "ds"), ("only_if_either", "dsw"),
)  # fmt: skip
"""What the report says, and the link that it leaves unsaid."""
WHOLE = (("not", "w"), ("not", "s"), ("only_if", "rd"), ("only_if_either", "dsw"))
"""What the argument needs, if both ways are closed."""
CONDITION = (("only_if_either", "dsw"), ("only_if", "ds"))


def variant(place: int) -> Variant:
    """The variant of one setting."""
    case = at(place, SHIFT)
    told = f"{case.said('is', 'q')} But {_mid(case, 1)}, and {_mid(case, 0)}. So {case.clauses[3][1]}."
    question = {
        "id": f"{NAME}-{case.id}",
        "type": "argue",
        "title": "Build an argument",
        "prompt": f"An invented report: “{case.asks} tells {case.asked_low}: ‘{case.demand}’ {told}” Build its"
        " argument from blocks, the way the author of the brief argues. Use only what the report says and what the"
        " argument needs but the report leaves unsaid. Your wording may differ from ours.",
        "points": 5,
        "claims": ["C025", "C029", "C092", "C094", "C097"],
        "hints": [
            (
                "Start with the demand: what can happen only if something else happens first? There may be more than"
                " one way."
            ),
            (
                "Once you have everything the report says, look for a world where all of it is true and the"
                " conclusion is false."
            ),
        ],
        "propositions": case.table_of_propositions(),
        "conclusions": [case.table("not", "r"), case.table("is", "r"), case.table("not", "d"), case.table("is", "d")],
    }
    return Variant(question, _key(case), _answers(case))


def _mid(case: Setting, part: int) -> str:
    return case.clauses[part][1]


def _tables(case: Setting, stated: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
    return [case.table(*each) for each in stated]


def _key(case: Setting) -> dict[str, Any]:
    end, rule, whole = [case.table("not", "r")], _tables(case, CONDITION), _tables(case, WHOLE)
    text, link = _tables(case, TEXT), [case.table("only_if", "rd")]
    return {
        "criteria": [
            {"id": "follows", "points": 1.5,
             "when": {"among": text, "shows": ["valid"], "concludes": end, "grants": whole, "least": 2},
             "missed": "Look for a world where all your premises are true and the conclusion is false. What still"
             " allows it?"},
            {"id": "keeps-to-the-report", "points": 1.5,
             "when": {"within": text, "grants": whole, "least": 2},
             "missed": "For each premise, name the sentence of the report that says it. The premise should say"
             " neither more nor less."},
            {"id": "the-condition", "points": 1, "when": {"among": text, "concludes": end, "uses": rule},
             "missed": "The argument turns on the demand. Which block says that one thing must come before another?"},
            {"id": "goes-beyond-talks", "points": 1, "when": {"among": text, "concludes": end, "uses": link},
             "missed": "The report leaves one link out because it seems too obvious to mention. Without it, the"
             " argument stops at the talks."},
        ],
        "remarks": [
            {"when": {"says": _tables(case, (("if", "sd"), ("if", "sr"), ("if", "dr")))},
             "says": "One of your premises treats something as enough, and it’s only needed. Try"
             " the block with “only if”, and check which side is which.", "reread": ["C025", "C092"]},
            {"when": {"says": _tables(case, (("if", "qs"), ("if", "qd"), ("if", "qr")))},
             "says": "One of your premises treats a sign of goodwill as if it were what was demanded. The author of"
             " the brief accepts that there are signals but"
             " concludes nothing from them.", "reread": ["C004", "C088", "C094"]},
        ],
    }  # fmt: skip


def _answers(case: Setting) -> dict[str, Any]:
    end = case.table("not", "r")
    premises = {
        "expert": (("only_if_either", "dsw"), ("not", "s"), ("not", "w"), ("only_if", "rd")),
        "dissenter": (("neither", "sw"), ("if_not", "dr"), ("is", "q"), ("only_if_either", "dws")),
        "holds-m01": (("if", "qs"), ("only_if_either", "dsw"), ("is", "q"), ("only_if", "rd")),
        "holds-m07": (("if", "sd"), ("not", "s"), ("if", "dr")),
    }
    return {
        who: {"premises": [each | {"claims": []} for each in _tables(case, stated)], "conclusion": end}
        for who, stated in premises.items()
    }


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
