"""A memo to judge: three of six faults, and ten objections of which three hit.

Two of the others are made for another memo, five rest on a misreading of the brief.
"""

from grading.families.choices import Choice, choosing
from grading.families.family import Family, Variant
from grading.families.mixed import VARIANTS, pick, turned
from grading.families.signals.signals_objections import Fault

FAULTS = (
    Fault("acts", (
        "Pyongyang has sent one signal after the other, so it is now meeting the condition.",
        "A minister has travelled and a call for talks has gone out; with that the demand has been answered.",
        "Since Pyongyang shows that it would talk, what Washington waits for has begun.",
    ), "It overlooks that a signal is not yet a step that was asked for.",
        "Look for a place in this memo where words are taken for deeds. Is there one?", ("C088", "C092", "C094")),
    Fault("enough", (
        "Talks can’t begin without steps; so, once there are steps, talks begin.",
        "There is no reset without talks, and therefore talks will end in a reset.",
        "Nothing moves before the programme is halted, which means that a halt will set things moving.",
    ), "It overlooks that what must come first need not bring the rest.",
        "Look for a rule in this memo that is turned round. Is there one?", ("C025", "C092", "C096")),
    Fault("people", (
        "There are new officials in the posts, so a new policy is being followed.",
        "Washington has changed its people for North Korea; hence it has changed what it wants there.",
        "Whoever picks new people has picked a new course, and new people have been picked.",
    ), "It overlooks that people can change while the policy stays.",
        "Look for a sentence in this memo that goes from persons to a policy. Is there one?", ("C068", "C069", "C072")),
    Fault("whole", (
        "I give a reset 30 % by next autumn, and the talks that a reset needs 20 %.",
        "I give talks by next autumn 15 %, and a reset, which takes talks and more, 25 %.",
        "Before next autumn I expect talks at 10 %, and at 20 % a reset that has come about through talks.",
    ), "It overlooks that nothing is likelier than what it needs.",
        "Look for two numbers in this memo of which one may not be above the other. Is there such a pair?", ("C005",
            "C087")),
    Fault("silence", (
        "Nobody has denied that the two sides are preparing something; so they are.",
        "Of secret talks this month nothing has been heard, which shows how well they are kept secret.",
        "Washington has said nothing against a new start, and so it may be taken to be for one.",
    ), "It overlooks that one hears nothing where there is nothing.",
        "Look for a silence in this memo that is made to speak. Is there one?", ("C057", "C077")),
    Fault("mood", (
        "After all these years both peoples long for an end of it, so the end is near.",
        "A reset would be good for both capitals; one may therefore count on it.",
        "Everybody would gain by it in the long run, and so it will come about before long.",
    ), "It overlooks that what would be good for all need not come about.",
        "Look for a wish in this memo that becomes a forecast. Is there one?", ("C087", "C097")),
)  # fmt: skip
MISREADINGS = (
    Choice("met", "It overlooks that the signals are the steps that were asked for.", False, "brief",
           "This objection brings a misreading of its own. Compare what Pyongyang shows with what Washington asks for.",
           ("C088", "C092", "C094"), "M01"),
    Choice("plan", "It overlooks that the new officials are proof of a new policy.", False, "brief",
           "This objection brings a misreading of its own. See how the author deals with this view.", ("C068", "C069",
               "C072"), "M05"),
    Choice("follows", "It overlooks that a reset follows by itself as soon as there are steps.", False, "brief",
           (
               "This objection brings a misreading of its own. Is what it starts from a key, or one of the things that "
               "must be there?"
           ),
           ("C025", "C092", "C096"), "M07"),
    Choice("never", "It overlooks that the brief rules a reset out for now and for ever.", False, "brief",
           "This objection goes further than the brief. Look for the limits that the author gives.", ("C005", "C029",
               "C087"), "M11"),
    Choice("busy", "It overlooks that the only thing in the way is other business.", False, "brief",
           "This objection brings a misreading of its own. Count the reasons that the brief gives.",
           ("C090", "C091", "C092", "C096"), "M14"),
)  # fmt: skip
MISSED = {
    "hits": "Take every “so”, “hence” and “therefore” of the memo, and ask what carries it. Then look at its numbers, "
    "if it has any.",
    "elsewhere": "Some objections are good ones, and made for another memo. Point to the sentence that each of them "
    "hits.",
    "brief": "Some objections say of the brief what it does not say. Look up whether it is so (C005, C069, C092, "
    "C094, C096).",
}
QUESTION = {
    "title": "A memo to judge",
    "points": 3,
    "claims": ["C005", "C025", "C029", "C057", "C069", "C087", "C088", "C092", "C094", "C096"],
    "hints": [
        (
            "An objection hits if the memo takes a step that does not follow, and the objection names it. Its result "
            "may "
            "be right all the same."
        ),
        "Check every objection twice: against this memo, since some are made for another one, and against the brief.",
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
        f"The colleague’s memo ends: *“{text}”* Choose **all** objections that hit this reasoning. Where numbers are "
        "given for a reset and for "
        "talks, the colleague holds that there is no reset without talks."
    )
    return choosing(
        {"id": f"judgement-memo-{n + 1}", **QUESTION, "prompt": prompt}, turned([*choices, *MISREADINGS], n), MISSED
    )


FAMILY = Family("judgement-memo", "judgement", "written", tuple(_variant(n) for n in range(VARIANTS)))
