"""What would follow of a given offer? Written: an offer of Pyongyang's, and six readings of the condition."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import mixed, spread

NAME, POINTS = "condition-restated", 2
OFFERS = (
    "Pyongyang offers to shut its reactor down, to let inspectors check this, and to keep the bombs that it has",
    "Pyongyang is ready to stop all enrichment under the eyes of inspectors, without giving up a single bomb",
    "Pyongyang would close its plant for fuel rods and let foreign experts seal it; its bombs would stay",
    "Pyongyang proposes that inspectors come back to Yongbyon and watch over a halt of all work on bomb material",
    "Pyongyang wants to stop the making of plutonium for good, checked from abroad, and to keep its stocks",
    "Pyongyang will let cameras into its nuclear halls, which then stand still; what it has made it keeps",
)
ANSWERS = {
    "right": (
        "One obstacle would be gone. Whether anything comes of it is another matter.",
        "It takes an obstacle away, and guarantees nothing.",
        "Washington would then be free to sit down with Pyongyang, and free not to.",
        "For this reason, at least, nobody would have to stay away from the table.",
    ),
    "every-weapon": (
        "It is too little. Talks of substance have to wait for the last bomb to go.",
        "Talks of substance stay closed, because every weapon must be gone first.",
        "As long as it owns bombs at all, there can be no talks of substance.",
        "Only a country without bombs gets talks of substance from Washington.",
    ),
    "then-reset": (
        "Then talks of substance start, and a reset of relations comes out of them.",
        "Washington has promised a reset in return, so relations will be reset.",
        "With this, the way is free, and better relations are sure to follow.",
        "For such a move, Washington owes Pyongyang talks and then a reset.",
    ),
    "earlier-agreements": (
        "It is beside the point. Pyongyang has to make up for broken promises first.",
        "Talks of substance stay closed until the old agreements are put right.",
        "What Washington asks for is amends for the past, so nothing changes.",
        "First it has to repair what it broke years ago. This does not do that.",
    ),
    "clear-signals": (
        "It was not needed. Pyongyang had shown its wish to talk, and that is enough.",
        "The condition was met before, when its minister came to New York.",
        "More than signs of good will was never asked, so talks were open already.",
        "Washington asked for friendly signs and has them. The offer adds nothing.",
    ),
    "no-contact": (
        "It would end a time in which the two governments had no contact at all.",
        "For the first time, officials of the two states could speak to each other.",
        "Until this is done, even informal meetings in New York are ruled out.",
        "Before it, no American official may exchange a word with Pyongyang.",
    ),
}
HOLDERS = {"M01": "clear-signals", "M02": "every-weapon", "M03": "no-contact", "M07": "then-reset",
           "M20": "earlier-agreements"}  # fmt: skip
SAYS = {
    "every-weapon": (("This asks for the end of the road. Look at what the conclusion says the steps must do to the"
        " programme, and how large they must be."), ("C025", "C092")),
    "then-reset": (("The brief reports a demand, and no promise. That something must come first does not say what"
        " comes after it."), ("C025", "C092", "C096")),
    "earlier-agreements": (("The broken agreements explain why Washington makes a demand. Look for what the demand"
        " itself is about."), ("C091", "C092", "C093")),
    "clear-signals": (("The author grants that there are signals, and still finds that nothing points to what"
        " Washington asks for."), ("C004", "C088", "C094")),
    "no-contact": (("The brief tells of contacts while the condition is not met. Look at the adjective that limits"
        " what Washington holds back."), ("C025", "C060", "C064")),
}  # fmt: skip


def variant(place: int) -> Variant:
    """The variant with this number, from 0."""
    texts = dict(zip(ANSWERS, spread([*ANSWERS.values()], place), strict=True))
    order = mixed(texts, f"{NAME} {place}", "right")
    ids = dict(zip(order, "abcdef", strict=True))
    question = {
        "id": f"{NAME}-{place + 1}",
        "type": "choose_one",
        "title": "What would this offer change?",
        "prompt": f"Invented: {OFFERS[place % len(OFFERS)]}. It keeps its word. What follows for talks of substance, by"
        " the U.S. condition as the brief reports it? Choose the answer that reads the condition as it stands.",
        "points": POINTS,
        "claims": ["C025", "C092"],
        "hints": [
            "Ask three things of every answer. Who must act? How far? Before what?",
            "An answer can use the brief’s own words and still say something else. Test the meaning, not the words.",
        ],
        "choices": [{"id": ids[name], "text": texts[name]} for name in order],
    }
    remarks = [
        {"when": {"chose": [ids[name]]}, "says": says, "reread": list(reread), "misconception": misconception}
        for misconception, name in HOLDERS.items()
        for says, reread in [SAYS[name]]
    ]
    missed = "Write down who must act, how far, and before what. Then compare each answer with this (C025, C092)."
    criteria = [{"id": "as-it-stands", "points": POINTS, "when": {"chose": [ids["right"]]}, "missed": missed}]
    answers = {"expert": ids["right"]} | {f"holds-{m.lower()}": ids[name] for m, name in HOLDERS.items()}
    return Variant(question, {"criteria": criteria, "remarks": remarks}, answers)


FAMILY = Family(NAME, "precondition", "written", tuple(map(variant, range(12))))
