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
            "Three Americans are in detention: that is three signals, and each raises the chance of a reset a little.",
            "One prisoner, a second, a third: three times Pyongyang has said that it wants to bargain.",
            "Three prisoners make three invitations, so the prisoners alone count for more than anything else.",
        ),
        "It forgets that several cases of one kind need not be several reasons.",
        "Look for a place in this text where one thing is counted several times. Is there one?",
        ("C048", "C049"),
    ),
    Fault(
        "aim",
        (
            "The minister went to New York to win a dialogue, so his journey has brought one nearer.",
            "The call for talks is meant to bring the six to one table, so it is bringing them there.",
            "The reactor is to make Washington hurry, so Washington is in a hurry by now.",
        ),
        "It forgets that what a move is made for need not be what comes of it.",
        "Look for a move in this text whose purpose is taken for its result. Is there one?",
        ("C036", "C053", "C054"),
    ),
    Fault(
        "echo",
        (
            "Kyodo reports a secret trip and five websites repeat the report: six reports speak for an opening.",
            "An agency tells of a trip and four newspapers print what it says, so five sources confirm the trip.",
            "Since Kyodo’s report has been copied all over the world, the trip is as good as witnessed.",
        ),
        "It forgets that a report does not gain by being told again and again.",
        "Look for a report in this text that is told again. Is there one?",
        ("C074",),
    ),
    Fault(
        "one-world",
        (
            "Before a reset Pyongyang would surely call for talks, so its call for talks makes one likelier.",
            "Planning a reset, Washington would change its officials, so new officials speak for a reset.",
            "With a reset ahead there would be contacts in secret, so every such contact speaks for one.",
        ),
        "It forgets to ask how often one would see this without a reset as well.",
        "Look for a signal in this text that is compared with one world only. Is there one?",
        ("C059", "C072"),
    ),
    Fault(
        "start",
        (
            "What I saw comes twice as often with a reset; so, whatever one thought before, a reset is now likely.",
            "The odds have doubled, and what has doubled is more likely than not, wherever one began.",
            "The evidence is three to one for a reset, so the chance of a reset is three in four.",
        ),
        "It forgets how improbable the thing may have been before the signal.",
        "Look for a number in this text that forgets where one began. Is there one?",
        ("C029", "C087"),
    ),
    Fault(
        "winners",
        (
            "In all the thaws that I have looked up somebody had travelled in secret, so secret trips lead to thaws.",
            (
                "I have gone through five famous reconciliations; each began with a gesture, so gestures bring "
                "reconciliation."
            ),
            "Nearly every peace in my book of peaces began with a release, so a release mostly ends in peace.",
        ),
        "It forgets the cases of which nobody tells, as they ended otherwise.",
        "Look for a list of cases in this text, and at how they were picked. Is there one?",
        ("C050", "C077"),
    ),
)

MISREADINGS = (
    Choice(
        "payment",
        "It forgets that Washington takes a release as part of a nuclear deal.",
        False,
        "brief",
        "This objection brings a misreading of its own. See what Washington has said of the two questions.",
        ("C082", "C084"),
        "M04",
    ),
    Choice(
        "tokyo",
        "It forgets that Pyongyang has put Tokyo in the place of Washington.",
        False,
        "brief",
        "This objection brings a misreading of its own. See what stands after the “yet” in the introduction.",
        ("C016", "C017", "C018"),
        "M12",
    ),
    Choice(
        "reactor",
        "It forgets that whoever runs a reactor again has no wish for talks.",
        False,
        "brief",
        (
            "This objection brings a misreading of its own. See what the brief says Pyongyang wants to reach by "
            "adding to "
            "its nuclear "
            "capacity."
        ),
        ("C030", "C036", "C038"),
        "M15",
    ),
    Choice(
        "carter",
        "It forgets that former presidents have opened nuclear talks with visits.",
        False,
        "brief",
        "This objection brings a misreading of its own. The brief tells who came and who went home, and stops there.",
        ("C050",),
        "M17",
    ),
)

QUESTION = {
    "title": "An argument to judge",
    "points": 4,
    "hints": [
        (
            "An objection hits if the text takes a step that does not follow, and the objection names it. It need not "
            "name another result."
        ),
        "Check every objection twice: against this text, since some are made for another one, and against the brief.",
    ],
}
MISSED = {
    "hits": "Take the sentences of the text one by one, and write beside each what carries it.",
    "elsewhere": "Some objections are good ones, and made for another text. Point to the sentence that each of them "
    "hits.",
    "brief": "Some objections say something about the brief or about what it tells. Look up whether it is so (C016, "
    "C036, C050, C082).",
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
    prompt = f"An invented reader writes: “{text}” Choose **all** objections that hit this reasoning."
    question = {"id": f"signals-objections-{n + 1}", **QUESTION, "prompt": prompt, "claims": CLAIMS}
    return choosing(question, turned([*choices, *MISREADINGS], n), MISSED)


FAMILY = Family("signals-objections", "signals", "written", tuple(_variant(n) for n in range(VARIANTS)))
