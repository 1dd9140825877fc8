"""Needed, enough, both or neither? Written: sentences of diplomacy in which no “only if” gives the answer away."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing

NAME = "needed-or-enough"
NEEDED = (
    "No treaty enters into force before **the parliament has agreed**.",
    "Nobody signs for a state unless **the government has given full powers**.",
    "Until **both chairmen are present**, the committee takes no vote.",
    "The envoy is received provided at the very least that **he brings a letter**; the king may still say no.",
    "A state that has **not paid its dues** cannot vote in the assembly. Paying them does not always do.",
    "The border opens at the earliest when **the guards have left**, if it opens at all.",
    "For an embassy to be opened, **recognition** has to come first; many states are recognised and have none.",
    "Loans are out of the question as long as **the accounts** are not open, and even then the bank may refuse.",
)
ENOUGH = (
    "Once **a member vetoes it**, the motion is dead. It can also die in other ways.",
    "**A letter from the king** opens the gate. So does a coin.",
    "Whenever **a shot is fired** at the line, the talks break off; they have broken off for less.",
    "To be expelled, it does to **insult the host**. Envoys have been sent home for other things, too.",
    "**An attack on one ally** brings all of them in. They have come in without one as well.",
    "Give **one day’s notice**, and you may leave the pact. Those who were thrown out gave none.",
    "**A single complaint** starts an inquiry, and some inquiries start by themselves.",
    "All it takes for sanctions is **one vote of the council**; the president can impose them alone, too.",
)
BOTH = (
    "The truce holds for as long as **both sides pay**, and not a day longer.",
    "A member may leave exactly when **its term has ended**.",
    "The ship is let through when **it shows the flag**, and in no other case.",
    "The seat is vacant if **the delegate has resigned**; otherwise it never is.",
)
NEITHER = (
    "Ministers often **shake hands** at meetings that come to nothing, and at others.",
    "In years with an election, **new envoys** are more common.",
    "Many treaties are **signed in Geneva**, and many elsewhere; much that is signed there is no treaty.",
    "Where **flags are burnt**, talks have sometimes failed and sometimes begun.",
)
CATEGORIES = [
    {"id": "needed", "text": "It is needed, and perhaps not enough"},
    {"id": "enough", "text": "It is enough, and perhaps not needed"},
    {"id": "both", "text": "It is needed, and it is enough"},
    {"id": "neither", "text": "The sentence says neither"},
]
MISSED = {
    "needed": "Can the rest happen without the bold part? And does the bold part settle the matter by itself?",
    "enough": "Ask whether the rest can also come about in another way.",
    "both": "One sentence speaks in both directions. Compare it with a sentence that speaks in one.",
    "neither": "That two things are often seen together is one thing. That one brings or needs the other is another.",
}
ROWS = (
    (0, 1, 0, 4, 2, 1),
    (0, 2, 0, 3, 3, 1),
    (0, 4, 3, 6, 3, 3),
    (1, 3, 0, 3, 3, 2),
    (3, 4, 6, 7, 2, 0),
    (3, 7, 3, 6, 1, 3),
    (1, 2, 3, 5, 1, 1),
    (3, 6, 1, 3, 1, 0),
    (1, 2, 3, 5, 2, 1),
    (4, 5, 0, 7, 1, 0),
    (4, 6, 0, 1, 2, 2),
    (6, 7, 3, 4, 2, 2),
)
"""Which text stands at each place, counted from 0: a row a variant, so chosen that none lies nearer to the lessons."""


def variant(number: int, row: tuple[int, ...]) -> Variant:
    """The variant with this number, from 1, and these texts."""
    question = {
        "id": f"{NAME}-{number}",
        "title": "Needed or enough?",
        "prompt": "These sentences are invented. What does each one say about the part in **bold**, for what happens in"
        " the rest of the sentence?",
        "points": 4,
        "claims": ["C025", "C092"],
        "hints": [
            "Ask two things. Can the rest happen without the bold part? Can the bold part happen without the rest?",
            "Turn the sentence round and see whether it still says the same.",
        ],
        "categories": CATEGORIES,
    }
    needed, needed2, enough, enough2, both, neither = row
    items = [
        Item("needed", NEEDED[needed], "needed"), Item("needed-2", NEEDED[needed2], "needed"),
        Item("enough", ENOUGH[enough], "enough"), Item("enough-2", ENOUGH[enough2], "enough"),
        Item("both", BOTH[both], "both"), Item("neither", NEITHER[neither], "neither"),
    ]  # fmt: skip
    remarks = [
        Misread({"needed": ("enough", "both"), "needed-2": ("enough", "both")}, "With the bold part alone, is the"
         " matter"
                " settled? The same question decides how to read the condition in the brief: it says what must come"
                " first, and promises nothing.", "M07", ("C025", "C092")),
    ]  # fmt: skip
    holders = {"holds-m07": {"needed": "enough", "needed-2": "enough"}}
    return placing(question, items, missed=MISSED, remarks=remarks, holders=holders)


FAMILY = Family(NAME, "precondition", "written", tuple(variant(n, row) for n, row in enumerate(ROWS, 1)))
