"""Needed, enough, both or neither? Written: sentences of diplomacy in which no “only if” gives the answer away."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import Item, Misread, placing

NAME = "needed-or-enough"
NEEDED = (
    "No treaty enters into force before **parliament has agreed**.",
    "An envoy can’t sign for a state unless **the government has granted full powers**.",
    "Until **both chairmen are present**, the committee can’t vote.",
    "To be received, an envoy must at the very least **bring a letter**; the king may still say no.",
    "A state can’t vote in the assembly without **paying its dues**. Paying them isn’t always enough.",
    "The border will open at the earliest when **the guards have left**, if it opens at all.",
    "Before an embassy can open, **recognition** has to come first; many recognised states have no embassy.",
    "Loans are out of the question until **the accounts are open**, and even then the bank may refuse.",
)
ENOUGH = (
    "Once **a member vetoes it**, the motion is dead. It can also die in other ways.",
    "**A letter from the king** opens the gate. So does a coin.",
    "Whenever **a shot is fired** at the line, the talks break off; they have broken off for less.",
    "You can be expelled just for **insulting the host**. Envoys have been sent home for other things, too.",
    "**An attack on one ally** brings in all the others. They have also joined in without one.",
    "Give **one day’s notice**, and you’re out of the pact. Members who were thrown out gave none.",
    "**A single complaint** starts an inquiry, and some inquiries start without one.",
    "All it takes for sanctions is **one vote of the council**; the president can also impose them alone.",
)
BOTH = (
    "The truce holds for as long as **both sides pay**, and no longer.",
    "A member may leave when **its term has ended**, and at no other time.",
    "The ship is let through if **it shows the flag**, and in no other case.",
    "The seat is vacant if **the delegate has resigned**; otherwise it never is.",
)
NEITHER = (
    "Ministers often **shake hands** at meetings that come to nothing, and at meetings that succeed.",
    "In election years, **new envoys** are more common.",
    "Many treaties are **signed in Geneva**, and many elsewhere; much of what is signed there isn’t a treaty.",
    "After **flags were burnt**, talks have sometimes failed and sometimes begun.",
)
CATEGORIES = [
    {"id": "needed", "text": "It’s needed, but perhaps not enough"},
    {"id": "enough", "text": "It’s enough, but perhaps not needed"},
    {"id": "both", "text": "It’s needed, and it’s enough"},
    {"id": "neither", "text": "The sentence says neither"},
]
MISSED = {
    "needed": "Can the rest happen without the bold part? And does the bold part alone settle the matter?",
    "enough": "Ask whether the rest can also happen in another way.",
    "both": "One sentence works in both directions. Compare it with a sentence that works in only one.",
    "neither": "Two things may often be seen together even though neither of them brings about or needs the other.",
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
        "prompt": "These sentences are invented. According to each one, is the part in **bold** needed or enough for"
        " what happens in the rest of the sentence?",
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
        Misread({"needed": ("enough", "both"), "needed-2": ("enough", "both")}, "Does the bold part alone settle the"
        " matter? Ask the same about the condition in the brief: it says"
        " what must come first and promises nothing.", reread=("C025", "C092")),
    ]  # fmt: skip
    holders = {"holds-m07": {"needed": "enough", "needed-2": "enough"}}
    return placing(question, items, missed=MISSED, remarks=remarks, holders=holders)


FAMILY = Family(NAME, "precondition", "written", tuple(variant(n, row) for n, row in enumerate(ROWS, 1)))
