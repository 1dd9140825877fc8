"""Who says so in the brief, and how firmly? Written: lines of the brief that no lesson asks, and some that it lacks."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing

NAME = "condition-voices"
CATEGORIES = [
    {"id": "plain", "text": "The author says so plainly, without a word of doubt"},
    {"id": "estimate", "text": "It is the author’s own estimate, and it leaves some doubt"},
    {"id": "others", "text": "The author passes on what others say or think"},
    {"id": "unsaid", "text": "The brief does not say this"},
]
PLAIN = (
    ("refusal", "Pyongyang does not accept that it has to act first."),
    ("envoy", "Pyongyang would like Washington to send a person of high rank."),
    ("staff", "Washington puts other people in charge of its policy on North Korea."),
    ("camp", "A missionary serves a long sentence in a labour camp."),
    ("seoul", "The new special representative has been ambassador in Seoul."),
    ("bureau", "The special representatives will belong to a bureau of the State Department."),
)
ESTIMATES = (
    ("little-notice", "Washington will take little notice of the recent signals."),
    ("narrow", "The change of staff makes the room for American action smaller."),
    ("warning", "The second secret trip was to warn Pyongyang before the mid-term elections."),
    ("course", "The Obama administration will stay on its course."),
    ("wider", "Pyongyang calculates that it needs a wider circle of partners."),
    ("seiler", "A certain member of the National Security Council will become deputy special representative."),
)
TRIPS = (
    "American officials secretly went to Pyongyang in August 2014.",
    "The trip of August 2014 was not the first secret one.",
    "Before the American election of 2012 there were secret contacts.",
    "Officials from Washington were in Pyongyang in secret, in the summer of 2014.",
)
TEAM = (
    "With its new people, the Obama administration means to change its policy on North Korea.",
    "The new line-up stands for a new policy in the last years of the President.",
    "Washington plans another policy on North Korea, as its new staff shows.",
)
RESET = (
    "When Pyongyang takes the steps, a reset will come.",
    "After steps by Pyongyang, Washington will start anew with it.",
    "Washington has promised better relations in return for steps.",
)
WEAPONS = (
    "Washington wants every nuclear weapon gone before it will talk.",
    "No talks before the last bomb is destroyed: this is Washington’s demand.",
    "Washington first wants to see North Korea without any bomb.",
    "Only complete disarmament opens the door to talks.",
)
NEVER = (
    "There can never be a reset between the two states.",
    "Relations between the two states will stay as they are for all time.",
    "A reset is ruled out for good.",
)
ROWS = (
    (4, 5, 2, 5, 0, 1, 1, 2, 1),
    (1, 2, 0, 4, 0, 1, 1, 0, 0),
    (2, 5, 4, 5, 0, 0, 2, 3, 0),
    (2, 5, 0, 1, 1, 2, 0, 1, 1),
    (2, 5, 1, 3, 1, 2, 1, 0, 1),
    (2, 3, 0, 3, 3, 1, 1, 3, 0),
    (4, 5, 3, 5, 3, 1, 2, 3, 1),
    (0, 2, 0, 2, 0, 1, 1, 1, 1),
    (2, 5, 1, 4, 2, 0, 2, 3, 0),
    (1, 4, 1, 4, 1, 1, 1, 0, 1),
    (1, 2, 2, 5, 1, 1, 2, 1, 0),
    (2, 5, 1, 2, 3, 1, 0, 2, 1),
)
"""Which text stands at each place, counted from 0: a row a variant, so chosen that none lies nearer to the lessons."""


def variant(number: int, row: tuple[int, ...]) -> Variant:
    """The variant with this number, from 1, and these texts."""
    lists: tuple[tuple[str, ...], ...] = (TRIPS, TEAM, RESET, WEAPONS, NEVER)
    plain, guessed = [PLAIN[n] for n in row[:2]], [ESTIMATES[n] for n in row[2:4]]
    trips, team, reset, weapons, never = (each[n] for each, n in zip(lists, row[4:], strict=True))
    question = {
        "id": f"{NAME}-{number}",
        "title": "Who says so, and how firmly?",
        "prompt": "Each line gives only the content: words such as *probably*, and names of sources, have been taken"
        " out. Find the place in the **body of the brief**, after its introduction, or in the conclusion. Who stands"
        " behind the line there, and how firmly?",
        "claims": ["C027", "C068", "C074", "C075", "C076", "C083", "C089", "C092", "C097"],
        "points": 4,
        "hints": [
            "Some words say how probable a thing is, or make a statement less firm. Look for them near the place.",
            "Some of these lines sound like the brief. Search for the sentence before you believe that it is there.",
        ],
        "categories": CATEGORIES,
    }
    items = [
        *(Item(name, text, "plain") for name, text in plain),
        *(Item(name, text, "estimate") for name, text in guessed),
        Item("trips", trips, "others"),
        Item("team", team, "others"),
        Item("reset", reset, "unsaid"),
        Item("weapons", weapons, "unsaid"),
        Item("never", never, "unsaid"),
    ]
    missed = {
        "plain": "Look near each place for a word of doubt, or for somebody else’s name. Is there one?",
        "estimate": "Some lines are about the time to come, or about what somebody thinks. Find the words that make"
        " them less firm (compare C089, C097).",
        "others": "Look for a name, or for “some”, near the place (compare C068, C074).",
        "unsaid": "Check lines that sound right against the text. Can you name the sentence? (C025, C092)",
    }
    elsewhere = ("plain", "estimate", "others")
    remarks = [
        Misread({"reset": elsewhere}, "Look for the sentence in which somebody promises this. The brief tells what"
                " Washington wants first, and leaves open what would come then.", "M07", ("C025", "C092", "C096")),
        Misread({"weapons": elsewhere}, "Look for the word “all” or “complete” where the condition stands. The brief"
                " speaks of steps and of measures.", "M02", ("C025", "C092")),
        Misread({"team": ("plain", "estimate")}, "Some observers think so. The author leaves open whether they are"
                " right, and warns against making much of it.", "M05", ("C068", "C069", "C072")),
        Misread({"trips": "plain"}, "In the section that gives dates, this has a source. See whose report it is.",
                "M10", ("C074", "C075", "C076")),
        Misread({"never": elsewhere}, "The author speaks of the near term, and of the time that the deadlock lasts.",
                "M11", ("C005", "C029", "C087")),
    ]  # fmt: skip
    holders = {
        "holds-m07": {"reset": "plain"}, "holds-m02": {"weapons": "plain"}, "holds-m05": {"team": "estimate"},
        "holds-m10": {"trips": "plain"}, "holds-m11": {"never": "plain"},
    }  # fmt: skip
    return placing(question, items, missed=missed, remarks=remarks, holders=holders)


FAMILY = Family(NAME, "precondition", "written", tuple(variant(n, row) for n, row in enumerate(ROWS, 1)))
