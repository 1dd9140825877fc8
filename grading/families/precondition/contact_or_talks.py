"""Which exchange takes place, by whose word, and which is held back? Written."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing

NAME = "contact-or-talks"
CATEGORIES = [
    {"id": "fact", "text": "In the brief: the author states it as a fact"},
    {"id": "reported", "text": "In the brief: the author passes it on from others"},
    {"id": "free", "text": "Invented: the condition doesn’t stand in its way"},
    {"id": "blocked", "text": "Invented: Washington would have to hold it back"},
]
FACTS = (
    "Former U.S. Presidents led missions to Pyongyang, and Americans came home with them.",
    "North Koreans from the UN mission and American officials meet informally.",
    "A delegation from Pyongyang travelled through Europe.",
    "Pyongyang’s foreign minister went to New York for the General Assembly.",
)
TRIPS = (
    "American officials went to Pyongyang in secret two months before October 2014.",
    "The secret mission that summer was not the first that Washington had sent.",
    "Before Americans elected a President in 2012, the two sides were secretly in touch.",
)
OTHERS = (
    "The foreign minister wasn’t allowed into a meeting on human rights.",
    "A visitor was kept out of a meeting in New York on North Korean human rights.",
)
FREE = (
    "Doctors from both states compare notes on a fever at a conference in Geneva.",
    "A North Korean diplomat hands a letter to an American official over coffee.",
    "Officers of both armies agree by telephone on the return of a soldier’s remains.",
    "An American orchestra plays in Pyongyang, and the Swedish ambassador arranges it.",
    "An American official asks Pyongyang’s UN mission how a detained American is doing.",
    "The Red Cross societies of both states trace separated families.",
)
BLOCKED = (
    "Delegations from both states bargain over a guarantee for the regime’s security.",
    "Negotiators from both states draft the terms on which sanctions would end.",
    "Senior officials from both states bargain over the future of the nuclear programme.",
    "Both governments send negotiators to work on a peace treaty and on the bombs.",
    "Delegations discuss whether Washington could live with a nuclear-armed North Korea.",
    "Washington and Pyongyang negotiate security, sanctions and recognition as one package.",
)
ROWS = (
    (0, 1, 1, 1, 1, 3, 0, 2),
    (1, 2, 1, 1, 0, 5, 2, 4),
    (2, 3, 1, 0, 2, 5, 0, 1),
    (2, 3, 1, 0, 0, 1, 1, 5),
    (1, 2, 1, 0, 0, 2, 1, 2),
    (0, 1, 0, 0, 3, 5, 1, 3),
    (1, 2, 1, 0, 0, 3, 4, 5),
    (0, 1, 1, 1, 0, 2, 1, 2),
    (0, 1, 1, 1, 1, 5, 0, 1),
    (1, 3, 2, 0, 2, 3, 0, 5),
    (1, 3, 0, 1, 2, 3, 0, 1),
    (1, 3, 0, 1, 1, 5, 2, 5),
)
"""Which text stands at each place, counted from 0: a row a variant, so chosen that none lies nearer to the lessons."""


def variant(number: int, row: tuple[int, ...]) -> Variant:
    """The variant with this number, from 1, and these texts."""
    lists = (FACTS, FACTS, TRIPS, OTHERS, FREE, FREE, BLOCKED, BLOCKED)
    fact, fact2, trip, barred, free, free2, blocked, blocked2 = (each[n] for each, n in zip(lists, row, strict=True))
    question = {
        "id": f"{NAME}-{number}",
        "title": "Contact, or talks that have to wait?",
        "prompt": "Four of these are in the brief, and four are invented. For those in the brief, does the author"
        " state it as a fact or pass it on from others? If the brief returns to the matter after its introduction, go"
        " by the later passage. For those that are invented, suppose that Pyongyang hasn’t acted and that Washington"
        " keeps to its condition. Could it take place?",
        "claims": ["C015", "C025", "C050", "C051", "C055", "C064", "C074", "C075", "C076"],
        "points": 4,
        "hints": [
            "The condition is about one kind of talks. Look at the adjective.",
            "For secret trips and closed doors, look for the names of news media.",
        ],
        "categories": CATEGORIES,
    }
    items = [
        Item("fact", fact, "fact"), Item("fact-2", fact2, "fact"), Item("trip", trip, "reported"),
        Item("barred", barred, "reported"), Item("free", free, "free"), Item("free-2", free2, "free"),
        Item("blocked", blocked, "blocked"), Item("blocked-2", blocked2, "blocked"),
    ]  # fmt: skip
    missed = {
        "fact": "Find the passage for each one. Does it name a source?",
        "reported": "Look for a newspaper or an agency near each report (compare C055, C074).",
        "free": "Compare these with the channel that the brief describes (C064). The condition limits one kind of talks"
        " (C025).",
        "blocked": "For each one, ask whether the heart of the dispute is on the table. (C019, C025)",
    }
    remarks = [
        Misread({"trip": "fact"}, "Look for the source in the section that gives the dates. Whose report is it?",
                "M10", ("C074", "C075", "C076")),
        Misread({"free": "blocked", "free-2": "blocked"}, "The brief describes informal contact even though the"
        " condition isn’t met. Washington holds back only one kind of talks.", "M03", ("C025", "C060", "C064")),
    ]  # fmt: skip
    holders = {"holds-m10": {"trip": "fact"}, "holds-m03": {"free": "blocked", "free-2": "blocked"}}
    return placing(question, items, missed=missed, remarks=remarks, holders=holders)


FAMILY = Family(NAME, "precondition", "written", tuple(variant(n, row) for n, row in enumerate(ROWS, 1)))
