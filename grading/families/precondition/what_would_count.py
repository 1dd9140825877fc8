"""Suppose that something happened: what is then true, false or open of the author's argument? Entailment gives the key.

Also the answers of who takes what is needed for enough follow from the model: by the rules turned round.
"""

from course.argument import Proposition, Statement, consistent, entails, sentence
from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing

NAME = "what-would-count"
TEXTS = {
    "S": Proposition("S", "Pyongyang has taken the steps", "Pyongyang has not taken the steps"),
    "W": Proposition("W", "Washington no longer asks for the steps", "Washington still asks for the steps"),
    "D": Proposition("D", "there are talks of substance", "there are no talks of substance"),
    "R": Proposition("R", "relations are reset", "relations are not reset"),
}  # fmt: skip
RULES = (Statement("only_if_either", ("D", "S", "W")), Statement("only_if", ("R", "D")))
ROUND = (Statement("if", ("S", "D")), Statement("if", ("W", "D")), Statement("if", ("D", "R")))
"""What somebody adds who takes what is needed for enough."""
CASES = (
    ("Inspectors find the reactor cold, by Pyongyang’s wish. Washington repeats its terms", "S -W"),
    ("A new President drops the demand for steps. Pyongyang works on its bombs as before", "W -S"),
    (("Both states hold talks of substance. Pyongyang had stopped its bomb work before, under inspection, and"
     " Washington"
     " had stood by its terms"), "D S -W"),
    ("Both states hold talks of substance. The reactor runs, and Washington no longer objects", "D W -S"),
    ("Pyongyang lets its centrifuges be sealed, as Washington still demands", "S -W"),
    ("Washington says that it will talk about all questions without any steps, and there have been none", "W -S"),
    (("Pyongyang ended its bomb work under inspection, Washington never dropped its demand, and delegations now discuss"
     " the heart of the dispute"), "D S -W"),
    (("Delegations discuss the heart of the dispute, because Washington gave its demand up. Pyongyang has changed"
     " nothing"), "D W -S"),
    ("Experts confirm that Pyongyang makes no more bomb material. Washington had not moved an inch", "S -W"),
    ("Congress forces the President to drop the demand. In North Korea, everything runs on", "W -S"),
    ("After a halt that inspectors confirmed, and with American terms unchanged, talks of substance open", "D S -W"),
    ("Talks of substance have opened without a halt, after Washington let its demand go", "D W -S"),
)  # fmt: skip
CATEGORIES = [
    {"id": "true", "text": "It is then true"},
    {"id": "false", "text": "It is then false"},
    {"id": "open", "text": "It is left open"},
]
MISSED = {
    "true": "Take the facts of the case first. Then ask what the two rules add to them.",
    "false": "Which premises of the author would this case have refuted? (compare C094, C097)",
    "open": "A rule that says what is needed leaves open what comes when it is there (compare C025).",
}


def status(facts: tuple[Statement, ...], rules: tuple[Statement, ...], said: Statement) -> str:
    """Whether facts and rules make something true, false, or leave it open."""
    if entails((*facts, *rules), said):
        return "true"
    return "open" if consistent((*facts, *rules, said)) else "false"


def variant(place: int) -> Variant:
    """The variant of one case."""
    told, letters = CASES[place]
    facts = tuple(Statement("not" if each[0] == "-" else "is", (each[-1],)) for each in letters.split())
    way = "S" if "-W" in letters.split() else "W"
    said = {
        "deed": Statement("is", ("S",)), "waiver": Statement("is", ("W",)), "no-deed": Statement("not", ("S",)),
        "no-waiver": Statement("not", ("W",)), "end": Statement("is", ("R",)), "enough": Statement("if", ("D", "R")),
        "rule": Statement("if_not", ("D", "R")), "other": Statement("if", ("R", way)),
    }  # fmt: skip
    question = {
        "id": f"{NAME}-{place + 1}",
        "title": "Suppose that it happened",
        "prompt": f"Suppose: {told}. Keep two rules of the author’s argument: there are talks of substance only if"
        " Pyongyang takes the steps that are asked or Washington gives up its condition; and relations are reset only"
        " if there are talks of substance. What of each sentence?",
        "points": 4,
        "claims": ["C025", "C029", "C092", "C094", "C097"],
        "hints": [
            "First mark what the case itself says about steps, condition and talks.",
            "Then ask of each sentence: is there a way for it to be true, and is there a way for it to be false?",
        ],
        "categories": CATEGORIES,
    }
    items = [Item(name, sentence(each, TEXTS), status(facts, RULES, each)) for name, each in said.items()]
    turned = {name: status(facts, (*RULES, *ROUND), each) for name, each in said.items()}
    remarks = [
        Misread({"end": "true", "enough": "true"}, "You take what is needed for what is enough. The rules say without"
                " what there is no reset. They do not say what brings one.", "M07", ("C025", "C092")),
        Misread({"end": "false"}, "Nothing in the case or in the rules excludes this. The author’s own outlook is for"
                " the near term, and rests on premises that this case changes.", "M11", ("C005", "C029", "C087")),
    ]  # fmt: skip
    differ = {item.name: turned[item.name] for item in items if turned[item.name] != item.category}
    return placing(question, items, missed=MISSED, remarks=remarks, points={"open": 2},
                   holders={"holds-m07": differ, "holds-m11": {"end": "false"}})  # fmt: skip


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
