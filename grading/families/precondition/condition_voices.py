"""Who says so in the brief, and how firmly? Written: lines of the brief that no lesson asks, and some that it lacks."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing

NAME = "condition-voices"
CATEGORIES = [
    {"id": "plain", "text": "The author says it plainly, without a word of doubt"},
    {"id": "estimate", "text": "The author gives his own estimate and leaves some doubt"},
    {"id": "others", "text": "The author passes on what others say or think"},
    {"id": "unsaid", "text": "The brief doesn’t say this"},
]
PLAIN = (
    ("refusal", "Pyongyang doesn’t accept that it has to act first."),
    ("envoy", "Pyongyang would like Washington to send someone of high rank."),
    ("staff", "Washington is putting other people in charge of its policy on North Korea."),
    ("camp", "A missionary has a long sentence to serve in a labour camp."),
    ("seoul", "The new special representative is now ambassador in Seoul."),
    ("bureau", "The special representatives will belong to a bureau of the State Department."),
)
ESTIMATES = (
    ("little-notice", "Washington will take little notice of the recent signals."),
    ("narrow", "The change of staff gives Washington less room to act."),
    ("warning", "The second secret trip was meant to warn Pyongyang before the mid-term elections."),
    ("course", "The Obama administration will stay on course."),
    ("wider", "Pyongyang calculates that it needs a wider circle of partners."),
    ("seiler", "One of the NSC’s senior advisers will become deputy special representative."),
)
TRIPS = (
    "American officials secretly went to Pyongyang in August 2014.",
    "The trip in August 2014 was not the first secret one.",
    "There were secret contacts before the American election of 2012.",
    "Officials from Washington were secretly in Pyongyang in the summer of 2014.",
)
TEAM = (
    "With its new people, the Obama administration means to change its policy on North Korea.",
    "The new line-up shows that the President wants a new policy for his last years.",
    "Washington’s new staff shows that it plans a different policy on North Korea.",
)
RESET = (
    "Once Pyongyang takes the steps, there will be a reset.",
    "If Pyongyang takes steps, Washington will make a fresh start with it.",
    "Washington has promised better relations in return for steps.",
)
WEAPONS = (
    "Washington wants every nuclear weapon gone before it will talk.",
    "Washington demands that the last bomb be destroyed before any talks.",
    "Washington first wants to see North Korea without a single bomb.",
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
        "prompt": "Each line gives only the content; words such as *probably* and the names of sources have been"
        " taken out. Find the passage in the brief. If the brief returns to the matter after its introduction, go by"
        " the later passage. Who says it there, and how firmly?",
        "claims": ["C027", "C068", "C074", "C075", "C076", "C083", "C089", "C092", "C097"],
        "points": 4,
        "hints": [
            "Some words say how probable something is or make a statement less firm. Look for them near the passage.",
            "Some of these lines sound like the brief. Look for the sentence before you decide that it’s there.",
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
        "plain": "Look near each passage for a word of doubt or another person’s name. Is there one?",
        "estimate": "Some lines are about the future, or about what one side thinks. Find the words that make them"
        " less firm (compare C089, C097).",
        "others": "Look for a name, or for “some”, near the passage (compare C068, C074).",
        "unsaid": "Check the lines that sound right against the text. Can you point to the sentence? (C025, C092)",
    }
    elsewhere = ("plain", "estimate", "others")
    remarks = [
        Misread({"reset": elsewhere}, "Look for a sentence that promises this. The brief says what Washington wants"
        " first and leaves open what would happen then.", "M07", ("C025", "C092", "C096")),
        Misread({"weapons": elsewhere}, "Look for the word “all” or “complete” where the brief states the condition."
        " It speaks of steps and of measures.", "M02", ("C025", "C092")),
        Misread({"team": ("plain", "estimate")}, "Some observers think so. The author leaves open whether they’re"
        " right and warns against making too much of it.", "M05", ("C068", "C069", "C072")),
        Misread({"trips": "plain"}, "The section that gives the dates names a source for this. See whose report it is.",
                "M10", ("C074", "C075", "C076")),
        Misread({"never": elsewhere}, "The author is talking about the near term, and about as long as the deadlock"
        " lasts.",
                "M11", ("C005", "C029", "C087")),
    ]  # fmt: skip
    holders = {
        "holds-m07": {"reset": "plain"}, "holds-m02": {"weapons": "plain"}, "holds-m05": {"team": "estimate"},
        "holds-m10": {"trips": "plain"}, "holds-m11": {"never": "plain"},
    }  # fmt: skip
    return placing(question, items, missed=missed, remarks=remarks, holders=holders)


FAMILY = Family(NAME, "precondition", "written", tuple(variant(n, row) for n, row in enumerate(ROWS, 1)))
