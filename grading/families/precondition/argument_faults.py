"""Which faults does an argument in words have? Its sentences are chosen, a right one or a faulty one at each place."""

from typing import Any

from grading.families.family import Family, Variant
from grading.families.precondition.placing import mixed
from grading.families.precondition.setting import Setting
from grading.families.precondition.settings import at

NAME, SHIFT = "argument-faults", 8
FAULTS = {
    "sign": "It treats a sign of goodwill as what was asked.",
    "enough": "It treats what talks need as if it were enough.",
    "promise": "It treats talks as a certain way to the outcome.",
    "more": "It makes the demand bigger than it really is.",
    "past": "It adds amends for the past to the demand.",
    "way": "It forgets that the demand might be dropped.",
}
SAYS = {
    "sign": "Look at what the student concludes from the sign of goodwill. Does it show that the demand was met?",
    "enough": "Does the student conclude that talks take place? On what grounds?",
    "promise": "Check whether the student says what talks will lead to.",
    "more": "Compare the first sentence of the argument with the demand, word by word.",
    "past": "Compare the first sentence of the argument with the demand. Is the demand about the past?",
    "way": "Check whether the student mentions the demand being dropped, or needs to.",
}
MADE = (
    ("sign", "enough", "more"), ("sign", "promise", "past"), ("sign", "enough", "past"), ("sign", "promise", "more"),
)  # fmt: skip
"""Faults that go together: one about the sign, one about what is enough, one about the demand."""
MISREAD = {
    "holds-m01": {"sign"},
    "holds-m07": {"enough", "promise"},
}
"""Who holds a misreading does not see its fault."""


def said(case: Setting, made: tuple[str, ...]) -> str:
    """The student's argument, with these faults and no others."""
    (deed, _), _, (talks, _), (end, _), (sign, _) = case.clauses
    wanted = case.more if "more" in made else case.sorry if "past" in made else deed
    first = f"{case.asks} wants this first: {wanted}. It won’t drop this demand"
    seen = f"Now {sign}. So the demand has been met"
    if "enough" in made:
        return f"{first}. {seen}. Therefore it’s certain that {talks}"
    return f"{first}. {seen}. Talks are possible at last, and once they take place, it’s certain that {end}"


def variant(place: int) -> Variant:
    """The variant of one setting and three faults."""
    case, made = at(place, SHIFT), MADE[(place + place // 4) % len(MADE)]
    order = mixed(FAULTS, f"{NAME} {place}")
    ids = dict(zip(order, "abcdef", strict=True))
    question = {
        "id": f"{NAME}-{case.id}",
        "type": "choose_many",
        "title": "What is wrong with this argument?",
        "prompt": f"An invented case: {case.asks} tells {case.asked_low}: “{case.demand}” A student writes:"
        f" *“{said(case, made)}.”* Choose **all** the faults in this argument.",
        "points": 4,
        "claims": ["C025", "C088", "C092", "C094"],
        "hints": [
            "Take it sentence by sentence. At each “so” and “therefore”, ask what has been shown so far.",
            "A fault is something that the argument does. Don’t choose what it’s right to leave out.",
        ],
        "choices": [{"id": ids[name], "text": FAULTS[name]} for name in order],
    }
    return Variant(question, _key(ids, made), _answers(ids, made))


def _key(ids: dict[str, str], made: tuple[str, ...]) -> dict[str, Any]:
    spare = [ids[name] for name in FAULTS if name not in made]
    criteria = [
        {"id": f"fault-{number}", "points": 1, "when": {"includes": [ids[name]]}, "missed": SAYS[name]}
        for number, name in enumerate(made, 1)
    ]
    criteria.append({"id": "no-others", "points": 1, "when": {"excludes": spare},
                     "missed": "Choose only faults that you can point to in the student’s sentences."})  # fmt: skip
    enough = next(name for name in made if name in {"enough", "promise"})
    remarks: list[dict[str, Any]] = [
        {"when": {"includes": [ids[name] for name in made if name not in missing], "excludes": [ids[missing]]},
         "says": SAYS[missing], "reread": list(reread)}
        for missing, reread in (("sign", ("C088", "C094")), (enough, ("C025", "C092")))
    ]  # fmt: skip
    spare_says = "The argument doesn’t do this. Read it again alongside the demand."
    remarks += [{"when": {"includes": [each]}, "says": spare_says, "reread": ["C025"]} for each in spare]
    return {"criteria": criteria, "remarks": remarks}


def _answers(ids: dict[str, str], made: tuple[str, ...]) -> dict[str, Any]:
    return {"expert": [ids[name] for name in made]} | {
        who: [ids[name] for name in made if name not in unseen] for who, unseen in MISREAD.items()
    }


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
