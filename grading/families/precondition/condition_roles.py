"""The parts of an invented condition: what is asked, why, what waits, and what is there already. Computed from it."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing
from grading.families.precondition.settings import at

NAME, SHIFT = "condition-roles", 3
BUSINESS = ("a jubilee to prepare", "a court case to fight", "a budget to balance", "a new chief to find")
CATEGORIES = [
    {"id": "asked", "text": "The first side asks for this"},
    {"id": "reason", "text": "This is a reason why the first side holds firm"},
    {"id": "later", "text": "This has to wait until the demand is met"},
    {"id": "there", "text": "This is already there, but the first side isn’t asking for it"},
]
MISSED = {
    "asked": "Look for the word “must” in what the first side says (compare C025).",
    "reason": "Does each one say what has to be done, or why the first side insists on it? (compare C091, C093, C096)",
    "later": "Look for the word “before”, and for what would happen later.",
    "there": "Some things are going on now, even though the demand isn’t met (compare C064, C088).",
}


def variant(place: int) -> Variant:
    """The variant of one setting."""
    case, business = at(place, SHIFT), BUSINESS[place % len(BUSINESS)]
    (deed, no_deed), _, (talks, no_talks), (end, _), (sign, _) = case.clauses
    told = (
        f"{case.asks} says: ‘{case.demand}’ It doesn’t trust the other side, because some time ago {case.before}."
        f" Besides, {case.asks_low} has {business}. Meanwhile, {sign}, and {case.contact}. But {no_deed}. So"
        f" {no_talks}, and there’s little chance for now that {end}."
    )
    question = {
        "id": f"{NAME}-{case.id}",
        "title": "What part does each one play?",
        "prompt": f"An invented report, built like the brief: “{told}” What part does each of these play in it?",
        "claims": ["C025", "C064", "C088", "C091", "C092", "C093", "C096"],
        "points": 4,
        "hints": [
            "Take the report sentence by sentence. What is asked? Why is it asked?",
            "Something that explains a demand isn’t the demand itself.",
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
        Misread({"before": "asked"}, "The past explains the demand. Look for what has to be done now. It’s the same"
        " in the brief.", reread=("C091", "C092", "C093")),
        Misread({"sign": "asked"}, "This has already happened. If it were what the first side wants, the matter would"
        " be settled. The brief keeps signals and steps apart in the same way.", reread=("C088", "C094")),
        Misread({"contact": "later"}, "The report says that this is going on now. A condition holds back one thing,"
        " not every contact.", reread=("C025", "C064")),
    ]  # fmt: skip
    holders = {"holds-m20": {"before": "asked"}, "holds-m01": {"sign": "asked"}, "holds-m03": {"contact": "later"}}
    return placing(question, items, missed=MISSED, remarks=remarks, holders=holders)


def _cap(clause: str) -> str:
    return clause[0].upper() + clause[1:]


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
