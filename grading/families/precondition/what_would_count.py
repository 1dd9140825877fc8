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
    ("Pyongyang lets its reactor go cold, and inspectors confirm it. Washington repeats its terms", "S -W"),
    ("A new President drops the demand for steps. Pyongyang works on its bombs as before", "W -S"),
    (("Both states hold talks of substance. Before that, Pyongyang had stopped its bomb work under inspection, and"
    " Washington had stood by its terms"), "D S -W"),
    ("Both states hold talks of substance. The reactor is running, and Washington no longer objects", "D W -S"),
    ("Pyongyang lets inspectors seal its centrifuges, which Washington still demands", "S -W"),
    ("Washington says that it will talk about everything without any steps, and there have been none", "W -S"),
    (("Pyongyang ended its bomb work under inspection, Washington never dropped its demand, and delegations are now"
    " discussing the heart of the dispute"), "D S -W"),
    (("Delegations are discussing the heart of the dispute because Washington gave up its demand. Pyongyang has"
    " changed nothing"), "D W -S"),
    ("Experts confirm that Pyongyang has stopped making bomb material. Washington hasn’t moved an inch", "S -W"),
    ("Congress forces the President to drop the demand. In North Korea, everything goes on as before", "W -S"),
    ("Inspectors have confirmed a halt, American terms are unchanged, and talks of substance are under way", "D S -W"),
    ("Talks of substance have begun without a halt, because Washington let its demand go", "D W -S"),
)  # fmt: skip
CATEGORIES = [
    {"id": "true", "text": "It’s true"},
    {"id": "false", "text": "It’s false"},
    {"id": "open", "text": "It’s left open"},
]
MISSED = {
    "true": "Start with the facts of the case. Then ask what the two rules add to them.",
    "false": "Which of the author’s premises would this case have refuted? (compare C094, C097)",
    "open": "A rule that says what is needed leaves open what happens once the need is met (compare C025).",
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
        "prompt": f"Suppose the following. {told}. Keep two rules of the author’s argument: there are talks of"
        " substance only if Pyongyang takes the steps or Washington gives up its condition, and relations are reset"
        " only if there are talks of substance. Is each sentence below then true or false, or is it left open?",
        "points": 4,
        "claims": ["C025", "C029", "C092", "C094", "C097"],
        "hints": [
            "First note what the case itself says about the steps, the condition and talks.",
            "Then ask two things about each sentence. Could it be true? Could it be false?",
        ],
        "categories": CATEGORIES,
    }
    items = [Item(name, sentence(each, TEXTS), status(facts, RULES, each)) for name, each in said.items()]
    turned = {name: status(facts, (*RULES, *ROUND), each) for name, each in said.items()}
    remarks = [
        Misread({"end": "true", "enough": "true"}, "You treat what is needed as if it were enough. The rules say what"
        " a reset can’t happen without. They don’t say what brings one about.", "M07", ("C025", "C092")),
        Misread({"end": "false"}, "Nothing in the case or in the rules excludes this. The author’s own outlook is for"
        " the near term and rests on premises that this case changes.", "M11", ("C005", "C029", "C087")),
    ]  # fmt: skip
    differ = {item.name: turned[item.name] for item in items if turned[item.name] != item.category}
    return placing(question, items, missed=MISSED, remarks=remarks, points={"open": 2},
                   holders={"holds-m07": differ, "holds-m11": {"end": "false"}})  # fmt: skip


FAMILY = Family(NAME, "precondition", "computed", tuple(map(variant, range(12))))
