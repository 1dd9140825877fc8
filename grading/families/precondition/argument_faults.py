"""Which faults does an argument in words have? Its sentences are chosen, a right one or a faulty one at each place."""

from typing import Any

from grading.families.family import Family, Variant
from grading.families.precondition.placing import mixed
from grading.families.precondition.setting import Setting
from grading.families.precondition.settings import at

NAME, SHIFT = "argument-faults", 8
FAULTS = {
    "sign": "It takes a sign of good will for the deed.",
    "enough": "It takes what talks need for what is enough.",
    "promise": "It takes talks for a sure way to the end.",
    "more": "It makes the demand larger than it is.",
    "past": "It puts amends for the past in the demand.",
    "way": "It forgets that the demand may be dropped.",
}
SAYS = {
    "sign": "Look at what the student concludes from the sign. Nothing was said about the deed there.",
    "enough": "See whether the student concludes that there are talks. From what?",
    "promise": "See whether the student says what comes of talks.",
    "more": "Compare the first sentence of the argument with the demand, word by word.",
    "past": "Compare the first sentence of the argument with the demand: is it about the past?",
    "way": "See whether the student speaks of the demand being dropped, or needs to.",
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
    first = f"{case.asks} wants this first: {wanted}. It will not drop this demand"
    seen = f"Now {sign}. So what is wanted has been done"
    if "enough" in made:
        return f"{first}. {seen}. Therefore it must come to this: {talks}"
    return f"{first}. {seen}. Now talks are possible, and if they come, it is certain that {end}"


def variant(place: int) -> Variant:
    """The variant of one setting and three faults."""
    case, made = at(place, SHIFT), MADE[(place + place // 4) % len(MADE)]
    order = mixed(FAULTS, f"{NAME} {place}")
    ids = dict(zip(order, "abcdef", strict=True))
    question = {
        "id": f"{NAME}-{case.id}",
        "type": "choose_many",
        "title": "What is wrong with this one?",
        "prompt": f"Invented: {case.asks} says to {case.asked_low}: “{case.demand}” A student writes:"
        f" *“{said(case, made)}.”* Choose **all** faults that this argument has.",
        "points": 4,
        "claims": ["C025", "C088", "C092", "C094"],
        "hints": [
            "Take it sentence by sentence. At each “so” and “therefore”, ask what was shown before.",
            "A fault is something that the argument does. Do not choose what it rightly leaves out.",
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
                     "missed": "Choose nothing that the argument rightly leaves out."})  # fmt: skip
    enough = next(name for name in made if name in {"enough", "promise"})
    remarks: list[dict[str, Any]] = [
        {"when": {"includes": [ids[name] for name in made if name not in missing], "excludes": [ids[missing]]},
         "says": SAYS[missing], "reread": list(reread)}
        for missing, reread in (("sign", ("C088", "C094")), (enough, ("C025", "C092")))
    ]  # fmt: skip
    spare_says = "The argument does not do this. Read its sentences once more beside the demand."
    remarks += [{"when": {"includes": [each]}, "says": spare_says, "reread": ["C025"]} for each in spare]
    return {"criteria": criteria, "remarks": remarks}


def _answers(ids: dict[str, str], made: tuple[str, ...]) -> dict[str, Any]:
    return {"expert": [ids[name] for name in made]} | {
        who: [ids[name] for name in made if name not in unseen] for who, unseen in MISREAD.items()
    }


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
