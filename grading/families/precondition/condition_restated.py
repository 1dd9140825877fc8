"""What would follow of a given offer? Written: an offer of Pyongyang's, and six readings of the condition."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import mixed, spread

NAME, POINTS = "condition-restated", 2
OFFERS = (
    "Pyongyang offers to shut down its reactor and let inspectors check, but to keep the bombs it has",
    "Pyongyang is ready to stop all enrichment while inspectors watch, without giving up a single bomb",
    "Pyongyang offers to close its fuel-rod plant and let foreign experts seal it; it would keep its bombs",
    "Pyongyang invites inspectors back to Yongbyon to watch over a halt to all work on bomb material",
    "Pyongyang offers to stop making plutonium for good, with checks from abroad, and to keep its stocks",
    "Pyongyang offers to shut down its nuclear plants and let cameras in; it would keep what it has made",
)
ANSWERS = {
    "right": (
        "One obstacle would be gone. Whether anything follows is another question.",
        "It would clear one obstacle out of the way but guarantee nothing beyond that.",
        "Washington would then be free to sit down with Pyongyang, and free not to.",
        "Washington would lose one reason, at least, for staying away from the table.",
    ),
    "every-weapon": (
        "It’s too little. Talks of substance have to wait until the last bomb is gone.",
        "Talks of substance stay blocked, because every weapon must be gone first.",
        "As long as it has any bombs at all, there can be no talks of substance.",
        "Only a country without bombs gets talks of substance from Washington.",
    ),
    "then-reset": (
        "Then talks of substance start, and they lead to a reset of relations.",
        "Washington has promised a reset in return, so relations will be reset.",
        "This clears the way, and better relations are sure to follow.",
        "In return for such a move, Washington owes Pyongyang talks and then a reset.",
    ),
    "earlier-agreements": (
        "It’s beside the point. Pyongyang has to make up for broken promises first.",
        "Talks of substance stay blocked until the old agreements are put right.",
        "Washington is asking for amends for the past, so this changes nothing.",
        "First it has to repair what it broke years ago, and this doesn’t do that.",
    ),
    "clear-signals": (
        "It wasn’t needed. Pyongyang had shown that it wants to talk, and that’s enough.",
        "The condition was already met when its minister came to New York.",
        "Washington only ever asked for signs of goodwill, so talks were open already.",
        "Washington asked for friendly signs and got them. The offer adds nothing.",
    ),
    "no-contact": (
        "It would end a period when the two governments had no contact at all.",
        "For the first time, officials from the two states could speak to each other.",
        "Until this is done, even informal meetings in New York are ruled out.",
        "Until then, no American official may exchange a word with Pyongyang.",
    ),
}
HOLDERS = {"M01": "clear-signals", "M02": "every-weapon", "M03": "no-contact", "M07": "then-reset",
           "M20": "earlier-agreements"}  # fmt: skip
SAYS = {
    "every-weapon": (("This asks for far more. Look at what the conclusion says the steps must do to the programme,"
    " and how big they must be."), ("C025", "C092")),
    "then-reset": (("The brief reports a demand, not a promise. It says what must come first. It doesn’t say what"
    " comes afterwards."), ("C025", "C092", "C096")),
    "earlier-agreements": (("The broken agreements explain why Washington makes a demand. Look for what the demand"
        " itself is about."), ("C091", "C092", "C093")),
    "clear-signals": (("The author accepts that there are signals but finds that nothing points to what Washington"
    " asks for."), ("C004", "C088", "C094")),
    "no-contact": (("The brief reports contacts even though the condition isn’t met. Look at the adjective that"
    " limits what Washington holds back."), ("C025", "C060", "C064")),
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
        "prompt": f"An invented case: {OFFERS[place % len(OFFERS)]}. It keeps its word. By the U.S. condition as the"
        " brief reports it, what follows for talks of substance? Choose the answer that adds nothing to the condition"
        " and takes nothing away.",
        "points": POINTS,
        "claims": ["C025", "C092"],
        "hints": [
            "Ask three things about every answer. Who must act? How far? Before what?",
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
