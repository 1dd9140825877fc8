"""Which premise is missing? Of the choices, only one makes the argument valid, as `course.argument.judge` finds."""

from itertools import count

from course.argument import judge
from grading.families.family import Family, FamilyError, Variant
from grading.families.precondition.placing import mixed
from grading.families.precondition.settings import at

NAME, SHIFT, POINTS = "argument-gap", 9, 2
GIVEN = (("only_if_either", "dsw"), ("not", "s"), ("not", "w"))
OFFERED = {
    "link": ("if_not", "dr"),
    "turned": ("if", "dr"),
    "deed-brings": ("if", "sr"),
    "sign-brings": ("if", "qs"),
    "sign-needed": ("if_not", "qd"),
}
SAYS = {
    "turned": ("This points the other way: it says what would happen if there were talks. The argument has to rule"
    " something out when there are none."),
    "deed-brings": ("This says what would follow if the demand were met. The student says that it hasn’t been met, so"
    " this doesn’t help. Besides, what is needed may not be enough."),
    "sign-brings": "This treats the sign as if the demand had been met, and it leads away from the conclusion.",
    "sign-needed": "This says that talks need the sign. It adds nothing, because it already follows that there won’t"
    " be any talks.",
}  # fmt: skip


def variant(place: int) -> Variant:
    """The variant of one setting."""
    case = at(place, SHIFT)
    premises, end = [case.state(*each) for each in GIVEN], case.state("not", "r")
    closing = [name for name, said in OFFERED.items() if judge([*premises, case.state(*said)], end).valid]
    if closing != ["link"]:
        raise FamilyError(f"{NAME}: {case.id}: expected that one premise closes the gap, found {closing}.")
    # The right choice and its converse have the same words; neither is to be found by its place.
    orders = (mixed(OFFERED, f"{NAME} {place} {n}", "link") for n in count())
    order = next(each for each in orders if each.index("turned") < each.index("link"))
    ids = dict(zip(order, "abcde", strict=True))
    told = " ".join(case.said(*each) for each in GIVEN)
    question = {
        "id": f"{NAME}-{case.id}",
        "type": "choose_one",
        "title": "What is missing?",
        "prompt": f"An invented case: {case.asks} tells {case.asked_low}: “{case.demand}” A student argues: *“{told}"
        f" So {case.said('not', 'r')[0].lower()}{case.said('not', 'r')[1:]}”* The student leaves something unsaid."
        " Which sentence closes the gap?",
        "points": POINTS,
        "claims": ["C029"],
        "hints": [
            "How far do the three sentences take you on their own? What does the conclusion mention that they don’t?",
            "Imagine a world where the three sentences are true and the last one is false. What happens there?",
        ],
        "choices": [{"id": ids[name], "text": case.said(*OFFERED[name])} for name in order],
    }
    remarks = [
        {"when": {"chose": [ids[name]]}, "says": says, "reread": ["C025", "C092"]} for name, says in SAYS.items()
    ]
    missed = "The three sentences take you as far as the talks. How are the talks connected with the conclusion?"
    criteria = [{"id": "gap", "points": POINTS, "when": {"chose": [ids["link"]]}, "missed": missed}]
    answers = {"expert": ids["link"], "holds-m07": ids["turned"], "holds-m01": ids["sign-brings"]}
    return Variant(question, {"criteria": criteria, "remarks": remarks}, answers)


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
