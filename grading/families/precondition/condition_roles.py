"""The parts of an invented condition: what is asked, why, what waits, and what is there already. Computed from it."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing
from grading.families.precondition.settings import at

NAME, SHIFT = "condition-roles", 3
BUSINESS = ("a harvest to bring in", "a court case to fight", "a budget to save", "a new chief to find")  # fmt: skip
CATEGORIES = [
    {"id": "asked", "text": "This is what the first side asks for"},
    {"id": "reason", "text": "This is a reason why the first side keeps its line"},
    {"id": "later", "text": "This waits for what is asked"},
    {"id": "there", "text": "This is there already, and is not what is asked"},
]
MISSED = {
    "asked": "Look for the word “must” in what the first side says (compare C025).",
    "reason": "Ask of each: does it say what has to be done, or why somebody insists on it? (compare C091, C093, C096)",
    "later": "Look for the word “before”, and for what would come after that.",
    "there": "Some of it goes on now, although the demand is not met (compare C064, C088).",
}


def variant(place: int) -> Variant:
    """The variant of one setting."""
    case, business = at(place, SHIFT), BUSINESS[place % len(BUSINESS)]
    (deed, no_deed), _, (talks, no_talks), (end, _), (sign, _) = case.clauses
    told = (
        f"{case.asks} says: “{case.demand}” It does not trust the other side, for some time ago {case.before}."
        f" Besides, {case.asks_low} has {business}. In the meantime {sign}. It is also known that {case.contact}. But"
        f" {no_deed}. So {no_talks}, and nobody expects soon that {end}."
    )
    question = {
        "id": f"{NAME}-{case.id}",
        "title": "What part does each one play?",
        "prompt": f"An invented report, built like the brief: “{told}” What part does each of these play in it?",
        "claims": ["C025", "C064", "C088", "C091", "C092", "C093", "C096"],
        "points": 4,
        "hints": [
            "Take the report sentence by sentence. What is asked? Why is it asked?",
            "A thing that explains a demand is not yet the demand.",
        ],
        "categories": CATEGORIES,
    }
    items = [
        Item("deed", _cap(deed), "asked"),
        Item("before", f"Earlier, {case.before}", "reason"),
        Item("business", f"{case.asks} has {business}", "reason"),
        Item("talks", _cap(talks), "later"),
        Item("end", _cap(end), "later"),
        Item("sign", _cap(sign), "there"),
        Item("contact", _cap(case.contact), "there"),
    ]
    remarks = [
        Misread({"before": "asked"}, "What is past explains the demand. Look for what has to be done now."
                " In the brief it is the same.", "M20", ("C091", "C092", "C093")),
        Misread({"sign": "asked"}, "If this were asked for, the matter would be settled, since it is there. The brief"
                " keeps signals and steps apart in the same way.", "M01", ("C088", "C094")),
        Misread({"contact": "later"}, "The report says that this goes on now. A condition holds back one thing, and not"
                " every contact.", "M03", ("C025", "C064")),
    ]  # fmt: skip
    holders = {"holds-m20": {"before": "asked"}, "holds-m01": {"sign": "asked"}, "holds-m03": {"contact": "later"}}
    return placing(question, items, missed=MISSED, remarks=remarks, holders=holders)


def _cap(clause: str) -> str:
    return clause[0].upper() + clause[1:]


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
