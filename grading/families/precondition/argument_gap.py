"""Which premise is missing? Of the choices, only one makes the argument valid, as `course.argument.judge` finds."""

from itertools import count

from course.argument import judge
from grading.families.family import Family, FamilyError, Variant
from grading.families.precondition.placing import mixed
from grading.families.precondition.settings import at

NAME, SHIFT, POINTS = "argument-gap", 9, 2
GIVEN = (("only_if_either", "dsw"), ("not", "s"), ("not", "w"))
OFFERED = {
    "link": ("only_if", "rd"),
    "turned": ("if", "dr"),
    "deed-brings": ("if", "sr"),
    "sign-brings": ("if", "qs"),
    "sign-needed": ("only_if", "dq"),
}
SAYS = {
    "turned": (("This goes in the other direction: it says what would happen if there were talks. The argument has to"
               " exclude a case in which there are none."), "M07"),
    "deed-brings": (("This says what the deed would bring. The student says that there is no deed, so it does not help."
                    " Besides, what is needed need not be enough."), "M07"),
    "sign-brings": ("This lets the sign do the work of the deed, and leads away from the conclusion.", "M01"),
    "sign-needed": ("That talks need the sign adds nothing: that there are no talks follows already.", ""),
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
        "prompt": f"Invented: {case.asks} says to {case.asked_low}: “{case.demand}” A student argues: *“{told} So"
        f" {case.said('not', 'r')[0].lower()}{case.said('not', 'r')[1:]}”* Something is left unsaid. Which sentence"
        " closes the gap?",
        "points": POINTS,
        "claims": ["C005"],
        "hints": [
            "How far do the three sentences lead by themselves? What does the conclusion speak of that they do not?",
            "Imagine a world in which the three sentences are true and the last one is false. What happens in it?",
        ],
        "choices": [{"id": ids[name], "text": case.said(*OFFERED[name])} for name in order],
    }
    remarks = [
        {"when": {"chose": [ids[name]]}, "says": says} | ({"misconception": m, "reread": ["C025", "C092"]} if m else {})
        for name, (says, m) in SAYS.items()
    ]
    missed = "The three sentences lead as far as the talks. What connects the talks with the last one, and which way?"
    criteria = [{"id": "gap", "points": POINTS, "when": {"chose": [ids["link"]]}, "missed": missed}]
    answers = {"expert": ids["link"], "holds-m07": ids["turned"], "holds-m01": ids["sign-brings"]}
    return Variant(question, {"criteria": criteria, "remarks": remarks}, answers)


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
