"""A memo to judge: three of six faults, and ten objections of which three hit.

Two of the others are made for another memo, five rest on a misreading of the brief.
"""

from grading.families.choices import Choice, choosing
from grading.families.family import Family, Variant
from grading.families.mixed import VARIANTS, pick, turned
from grading.families.signals.signals_objections import Fault

FAULTS = (
    Fault("acts", (
        "Pyongyang has sent one signal after another, so it is now meeting the condition.",
        "A minister has travelled and a call for talks has gone out; that answers the demand.",
        "Since Pyongyang shows that it would talk, what Washington is waiting for has begun.",
    ), "It fails to see that a signal isn’t yet a step that was asked for.",
        "Does this memo take words for deeds anywhere?", ("C088", "C092", "C094")),
    Fault("enough", (
        "Talks can’t begin without steps; so, once there are steps, talks will begin.",
        "A reset can’t happen without talks, and therefore talks will end in a reset.",
        "Nothing will move until the programme is halted, which means that a halt will set things moving.",
    ), "It fails to see that what must happen first needn’t bring the rest.",
        "Does this memo turn a rule around anywhere?", ("C025", "C092", "C096")),
    Fault("people", (
        "There are new officials in the posts, so Washington is following a new policy.",
        "Washington has changed its people for North Korea; hence it has changed what it wants there.",
        "When you pick new people you pick a new course, and Washington has picked new people.",
    ), "It fails to see that people can change while the policy stays the same.",
        "Does this memo infer a policy from a change of people?", ("C068", "C069", "C072")),
    Fault("whole", (
        "I give a reset 30 % by next autumn, and the talks that a reset needs 20 %.",
        "I give talks by next autumn 15 %, and a reset, which takes talks and more, 25 %.",
        "Before next autumn I give talks 10 %, and a reset that comes about through talks 20 %.",
    ), "It fails to see that nothing is more likely than what it needs.",
        "Does this memo give two numbers, one of which can’t be higher than the other?", ("C005",
            "C087")),
    Fault("silence", (
        "No one has denied that the two sides are preparing something; so they are.",
        "Nothing has been heard of secret talks this month, which shows how well they are kept secret.",
        "Washington has said nothing against a new start, and so it must be in favour of one.",
    ), "It fails to see that things are also quiet when nothing is going on.",
        "Does this memo treat a silence as evidence anywhere?", ("C057", "C077")),
    Fault("mood", (
        "After all these years both peoples long for a settlement, so a settlement is near.",
        "A reset would be good for both capitals; therefore we can count on it.",
        "Everyone would gain from a reset in the long run, and so it will happen before long.",
    ), "It fails to see that what would be good for everyone needn’t happen.",
        "Does this memo turn a wish into a forecast anywhere?", ("C087", "C097")),
)  # fmt: skip
MISREADINGS = (
    Choice("met", "It fails to see that the signals are the steps that were asked for.", False, "brief",
           "This objection rests on a misreading. Compare what Pyongyang shows with what Washington asks for.",
           ("C088", "C092", "C094"), "M01"),
    Choice("plan", "It fails to see that the new officials are proof of a new policy.", False, "brief",
           "This objection rests on a misreading. See how the author deals with this view.", ("C068", "C069",
               "C072"), "M05"),
    Choice("follows", "It fails to see that a reset follows automatically as soon as there are steps.", False, "brief",
           (
               "This objection rests on a misreading. Are the steps all that it takes, or "
                "only one of the things it takes?"
           ),
           ("C025", "C092", "C096"), "M07"),
    Choice("never", "It fails to see that the brief rules out a reset now and for ever.", False, "brief",
           "This objection goes further than the brief. Look for the limits that the author gives.", ("C005", "C029",
               "C087"), "M11"),
    Choice("busy", "It fails to see that other business is the only thing in the way.", False, "brief",
           "This objection rests on a misreading. Count the reasons that the brief gives.",
           ("C090", "C091", "C092", "C096"), "M14"),
)  # fmt: skip
MISSED = {
    "hits": (
        "Take every “so”, “hence” and “therefore” in the memo, and ask what supports "
        "it. Then look at its numbers, if it has any."
    ),
    "elsewhere": (
        "Some objections are good but belong to another memo. Point to the sentence that each of them applies to."
    ),
    "brief": (
        "Some objections make the brief say what it doesn’t say. Check what it does say (C005, C069, C092, C094, C096)."
    ),
}
QUESTION = {
    "title": "A memo to judge",
    "points": 3,
    "claims": ["C005", "C025", "C029", "C057", "C069", "C087", "C088", "C092", "C094", "C096"],
    "hints": [
        (
            "An objection applies if it names a step in the memo that doesn’t follow. The"
            " memo’s result may be right all the same."
        ),
        "Check every objection twice: against this memo, since some belong to another one, and against the brief.",
    ],
}
CHOSEN = (
    (0, 1, 2), (3, 4, 5), (0, 1, 3), (2, 4, 5), (0, 2, 4), (1, 3, 5),
    (0, 3, 5), (1, 2, 4), (0, 4, 5), (1, 2, 3), (0, 1, 4), (2, 3, 5),
)  # fmt: skip
"""The faults of each variant: each fault in six of them."""


def _variant(n: int) -> Variant:
    faults = [FAULTS[place] for place in CHOSEN[n]]
    others = [each for each in FAULTS if each not in faults]
    spare = [others[n % 3], others[(n + 1) % 3]]
    text = " ".join(pick(each.text, n, place) for place, each in enumerate(faults))
    choices = [Choice(each.id, each.objection, True, "hits") for each in faults]
    choices += [Choice(each.id, each.objection, False, "elsewhere", each.says, each.reread) for each in spare]
    prompt = (
        f"The colleague’s memo ends: *“{text}”* Choose **all** the objections that apply to this reasoning. If the "
        "memo gives numbers for a reset and for talks, the colleague assumes that a reset can’t happen without talks."
    )
    return choosing(
        {"id": f"judgement-memo-{n + 1}", **QUESTION, "prompt": prompt}, turned([*choices, *MISREADINGS], n), MISSED
    )


FAMILY = Family("judgement-memo", "judgement", "written", tuple(_variant(n) for n in range(VARIANTS)))
