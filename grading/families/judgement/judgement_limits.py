"""How far does the brief go? Eight sentences of a draft, in twelve mixtures of wordings."""

import msgspec

from grading.families.family import Family
from grading.families.lines import Line, Remark, sorting
from grading.families.mixed import VARIANTS, pick, turned


def _part(line: Line, misconception: str, says: str, reread: tuple[str, ...], *texts: str) -> tuple[Line, ...]:
    wrong = ("says",) if line.place != "says" else ("against", "unsaid")
    remarks = (Remark(wrong, says, reread, misconception),)
    return tuple(msgspec.structs.replace(line, text=text, remarks=remarks) for text in texts)


# On the officials the author says that it is too early to know and not to be overrated (C069, C072). That contradicts
# whoever knows; but who reads it as a suspended judgement may call the sentence unsaid. Both are accepted.
PARTS = (
    _part(
        Line("meeting", "", "against", "signals"),
        "M01",
        (
            "What Pyongyang shows and what Washington asks for are two different things. "
            "See what the conclusion says about each."
        ),
        ("C004", "C088", "C094"),
        "With its signals Pyongyang has begun to do what Washington asks for.",
        "Pyongyang’s overtures amount to the measures that were asked of it.",
        "By showing that it would talk, Pyongyang goes some way towards meeting the demand.",
        "Every signal from Pyongyang shortens the list of what Washington is waiting for.",
    ),
    _part(
        Line("team", "", "against", "reasons", also=("unsaid",)),
        "M05",
        "Some people in the brief think so. See who they are, and what the author adds.",
        ("C059", "C068", "C069", "C072"),
        "The new officials show that Washington is leaving its course.",
        "You can tell from the new names that Washington has made up its mind to change.",
        "Now that the new people are in post, a new policy is certain.",
        "The new appointments prove that Washington plans a different policy.",
    ),
    _part(
        Line("busy", "", "against", "reasons"),
        "M14",
        "Other business is one of the reasons. Read the sentences around it, and count the reasons.",
        ("C090", "C091", "C092", "C096"),
        "Nothing but other business keeps Washington from answering.",
        "If Washington were less busy elsewhere, it would have answered long ago.",
        "The only thing in the way is that Washington doesn’t have time.",
        "Washington would move if other crises left it free to; that’s all there is to it.",
    ),
    _part(
        Line("steps-reset", "", "unsaid", "one-step-too-far", also=("against",)),
        "M07",
        (
            "The brief says what must happen first. It doesn’t promise what happens next,"
            " and it names other things in the way."
        ),
        ("C025", "C092", "C096"),
        "A reset will follow once Pyongyang has taken the steps.",
        "If the programme is halted, relations will change as a matter of course.",
        "Steps by Pyongyang are all that a reset takes.",
        "After the steps there would be nothing left to prevent a reset.",
    ),
    _part(
        Line("never", "", "unsaid", "one-step-too-far", also=("against",)),
        "M11",
        "The author calls something very improbable, and adds for how long. Find both limits.",
        ("C005", "C029", "C087"),
        "However the nuclear question goes, relations will stay as they are.",
        "A reset is out of the question for good.",
        "Relations between the two won’t be reset, either soon or later.",
        "No solution to the nuclear question could ever bring diplomacy back.",
    ),
    _part(
        Line("soon", "", "says", "horizon"),
        "",
        "The brief has a passage for this sentence. Look for it in the standfirst and in the conclusion.",
        ("C005", "C029", "C087"),
        "We shouldn’t expect a reset soon.",
        "For the near future, steps towards a reset are improbable.",
        "As long as the nuclear deadlock lasts, diplomacy has little chance.",
        "The author gives one answer at the beginning and at the end: a reset is improbable for now.",
    ),
    _part(
        Line("broken", "", "says", "reasons"),
        "",
        "The brief has a passage for this sentence. Look among the reasons in the conclusion.",
        ("C090", "C091", "C093", "C096"),
        "Broken agreements are among the reasons for Washington’s doubts.",
        "Washington has other things to see to, at home and abroad.",
        "To Washington, what Pyongyang is doing looks like what it has done before.",
        "Washington’s doubts about talks have to do with what became of earlier agreements.",
    ),
    _part(
        Line("willing", "", "says", "signals"),
        "",
        "The brief has a passage for this sentence, and another that comes back to it.",
        ("C003", "C004", "C088", "C094"),
        "The author doesn’t dispute that Pyongyang is making overtures.",
        "The author grants that there are signals, but still sees no steps.",
        "Taken alone, recent moves could look promising.",
        "There’s no sign that Pyongyang is ready to take the steps that are asked for.",
    ),
)
MISSED = {
    "signals": (
        "Two sentences are about Pyongyang’s signals and about steps. One of them "
        "goes no further than the brief (C088, C094)."
    ),
    "horizon": "One sentence looks ahead. How far, and on what condition? (C005, C029)",
    "one-step-too-far": (
        "Two sentences settle what will happen in the end. Look for what the brief "
        "says about that, not for what might happen (C005, C092)."
    ),
    "reasons": "Three sentences are about Washington: its people, and its reasons. How many reasons does the brief "
    "give? (C069, C090, C091, C096)",
}
QUESTION = {
    "title": "How far does the brief go?",
    "prompt": (
        "A junior colleague is drafting a memo and wants to base it on the brief. "
        "Check each sentence separately. What does the brief say about it?"
    ),
    "points": 4,
    "claims": [
        "C003",
        "C004",
        "C005",
        "C029",
        "C068",
        "C069",
        "C072",
        "C087",
        "C088",
        "C090",
        "C091",
        "C092",
        "C094",
        "C096",
    ],
    "hints": [
        "A sentence can begin as the brief does and then go one step too far. Look at the last words first.",
        "Silence and contradiction are two different things: only for a contradiction can you point to a passage.",
    ],
    "categories": [
        {"id": "against", "text": "The brief speaks against it"},
        {"id": "unsaid", "text": "The brief doesn’t say it"},
        {"id": "says", "text": "The brief says so"},
    ],
}
FAMILY = Family(
    "judgement-limits",
    "judgement",
    "written",
    tuple(
        sorting(
            {"id": f"judgement-limits-{n + 1}", **QUESTION},
            turned([pick(part, n, place) for place, part in enumerate(PARTS)], n),
            MISSED,
        )
        for n in range(VARIANTS)
    ),
)
