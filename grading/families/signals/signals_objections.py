"""An argument to judge: three of six faults, and nine objections of which three hit.

Objections to two other faults, which the text does not have, stand among the choices, so that a fault has to be found
in the text. Four more rest on a misreading.
"""

import msgspec

from grading.families.choices import Choice, choosing
from grading.families.family import Family, Variant
from grading.families.mixed import VARIANTS, pick, turned


class Fault(msgspec.Struct, frozen=True):
    """A fault in reasoning: how it reads in three wordings, and the objection to it.

    Attributes:
        id: of the objection.
        text: three sentences that commit it.
        objection: in the words of a choice.
        says: to whoever raises it where the text does not commit it.
        reread: claims.
    """

    id: str
    text: tuple[str, str, str]
    objection: str
    says: str
    reread: tuple[str, ...]


FAULTS = (
    Fault(
        "thrice",
        (
            (
                "Three Americans are in detention: that makes three signals, and each raises "
                "the chance of a reset a little."
            ),
            "One prisoner, a second, a third: three times Pyongyang has said that it wants to bargain.",
            "Three prisoners make three invitations, so the prisoners alone count for more than anything else.",
        ),
        "It forgets to say why the same kind of move should count every time.",
        "Does this text count one thing several times anywhere?",
        ("C048", "C049"),
    ),
    Fault(
        "aim",
        (
            "The minister went to New York to win a dialogue, so his journey has brought one nearer.",
            "The call for talks is meant to get the six to the table, so it is getting them there.",
            "The reactor is meant to make Washington hurry, so by now Washington is in a hurry.",
        ),
        "It forgets that a move may not achieve what it was made for.",
        "Does this text take the purpose of a move for its result anywhere?",
        ("C036", "C053", "C054"),
    ),
    Fault(
        "echo",
        (
            "Kyodo reports a secret trip and five websites repeat the report: six reports speak for an opening.",
            "An agency reports a trip and four newspapers print what it says, so five sources confirm the trip.",
            "Since Kyodo’s report has been copied all over the world, the trip is as good as witnessed.",
        ),
        "It forgets that a report gets no stronger when others repeat it.",
        "Is any report in this text told more than once?",
        ("C074",),
    ),
    Fault(
        "one-world",
        (
            "Before a reset Pyongyang would surely call for talks, so its call for talks makes one more likely.",
            "If it planned a reset, Washington would change its officials, so new officials point to a reset.",
            "With a reset ahead there would be secret contacts, so every secret contact points to one.",
        ),
        "It forgets to ask how often you’d see the same thing without a reset.",
        "Does this text look at a signal in one kind of world only?",
        ("C059", "C072"),
    ),
    Fault(
        "start",
        (
            "What I saw is twice as common with a reset; so, whatever you thought before, a reset is now likely.",
            ("The odds have doubled, and once odds have doubled a thing is more likely than not, wherever it started."),
            "The evidence is three to one for a reset, so the chance of a reset is three in four.",
        ),
        "It forgets what the odds were before this piece of evidence arrived.",
        "Does any number in this text ignore the starting point?",
        ("C029", "C087"),
    ),
    Fault(
        "winners",
        (
            "In every thaw that I’ve looked up, someone had travelled in secret, so secret trips lead to thaws.",
            (
                "I’ve gone through five famous reconciliations; each began with a gesture, so"
                " gestures bring reconciliation."
            ),
            (
                "Nearly every peace in my book of peace treaties began with a release, so a "
                "release usually ends in peace."
            ),
        ),
        "It forgets the cases that didn’t get onto the list because they ended differently.",
        "Is there a list of cases in this text? If so, how were they picked?",
        ("C050", "C077"),
    ),
)

MISREADINGS = (
    Choice(
        "payment",
        "It forgets that Washington treats a release as part of a nuclear deal.",
        False,
        "brief",
        "This objection rests on a misreading. See what Washington has said about the two questions.",
        ("C082", "C084"),
        "M04",
    ),
    Choice(
        "tokyo",
        "It forgets that Pyongyang has replaced Washington with Tokyo.",
        False,
        "brief",
        "This objection rests on a misreading. See what follows the “yet” in the introduction.",
        ("C016", "C017", "C018"),
        "M12",
    ),
    Choice(
        "reactor",
        "It forgets that a state that restarts a reactor doesn’t want talks.",
        False,
        "brief",
        (
            "This objection rests on a misreading. See what the brief says Pyongyang "
            "wants to achieve by adding to its nuclear capacity."
        ),
        ("C030", "C036", "C038"),
        "M15",
    ),
    Choice(
        "carter",
        "It forgets that visits by former presidents have led to nuclear talks.",
        False,
        "brief",
        "This objection rests on a misreading. The brief says who came and who went home, and stops there.",
        ("C050",),
        "M17",
    ),
)

QUESTION = {
    "title": "An argument to judge",
    "points": 4,
    "hints": [
        (
            "An objection applies if it names a step in the text that doesn’t follow. It "
            "needn’t come to another conclusion."
        ),
        "Check every objection twice: against this text, since some belong to another one, and against the brief.",
    ],
}
MISSED = {
    "hits": "Take the text sentence by sentence, and write beside each what supports it.",
    "elsewhere": (
        "Some objections are good but belong to another text. Point to the sentence that each of them applies to."
    ),
    "brief": (
        "Some objections say something about the brief or about what it reports. "
        "Check whether that is right (C016, C036, C050, C082)."
    ),
}
CLAIMS = [
    "C016", "C029", "C030", "C036", "C038", "C048", "C050", "C053", "C054", "C059",
    "C072", "C074", "C077", "C082", "C087",
]  # fmt: skip
CHOSEN = (
    (0, 1, 2), (3, 4, 5), (0, 1, 3), (2, 4, 5), (0, 2, 4), (1, 3, 5),
    (0, 3, 5), (1, 2, 4), (0, 4, 5), (1, 2, 3), (0, 1, 4), (2, 3, 5),
)  # fmt: skip
"""The faults of each variant: each fault in six of them."""
CLOSE = {"one-world": "winners", "winners": "one-world"}
"""A list of cases that ended well is also one world only, so that the one is no false objection to the other."""


def _variant(n: int) -> Variant:
    faults = [FAULTS[place] for place in CHOSEN[n]]
    near = {CLOSE.get(each.id) for each in faults}
    others = [each for each in FAULTS if each not in faults and each.id not in near]
    spare = [others[n % len(others)], others[(n + 1) % len(others)]]
    text = " ".join(pick(each.text, n, place) for place, each in enumerate(faults))
    choices = [Choice(each.id, each.objection, True, "hits") for each in faults]
    choices += [Choice(each.id, each.objection, False, "elsewhere", each.says, each.reread) for each in spare]
    prompt = f"An invented reader writes: “{text}” Choose **all** the objections that apply to it."
    question = {"id": f"signals-objections-{n + 1}", **QUESTION, "prompt": prompt, "claims": CLAIMS}
    return choosing(question, turned([*choices, *MISREADINGS], n), MISSED)


FAMILY = Family("signals-objections", "signals", "written", tuple(_variant(n) for n in range(VARIANTS)))
