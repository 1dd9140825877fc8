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
        "What Pyongyang shows and what Washington asks for are two things. See what the conclusion says on each.",
        ("C004", "C088", "C094"),
        "With its signals Pyongyang has begun to do what Washington asks for.",
        "Pyongyang’s overtures amount to the measures that were asked of it.",
        "By showing that it would talk, Pyongyang goes some way to fulfil the demand.",
        "Every signal from Pyongyang takes something off what Washington still waits for.",
    ),
    _part(
        Line("team", "", "against", "reasons", also=("unsaid",)),
        "M05",
        "Somebody in the brief thinks so. See who it is, and what the author adds.",
        ("C059", "C068", "C069", "C072"),
        "The new officials show that Washington is leaving its course.",
        "One can tell from the new names that Washington has made up its mind to change.",
        "With the new people in post, a new policy is no longer in question.",
        "That the posts were filled anew proves a plan for another policy.",
    ),
    _part(
        Line("busy", "", "against", "reasons"),
        "M14",
        "Other business is one of the reasons. Read the sentences around it, and count.",
        ("C090", "C091", "C092", "C096"),
        "Nothing but other business keeps Washington from answering.",
        "Were Washington less busy elsewhere, it would have answered long ago.",
        "The one thing that stands in the way is that Washington has no time.",
        "Washington would move if other crises left it free to; that is all there is to it.",
    ),
    _part(
        Line("steps-reset", "", "unsaid", "one-step-too-far", also=("against",)),
        "M07",
        (
            "The brief says what must come first. It does not promise what comes then, and it names other things in "
            "the way."
        ),
        ("C025", "C092", "C096"),
        "A reset comes once Pyongyang has taken the steps.",
        "If the programme is halted, relations change as a matter of course.",
        "Steps by Pyongyang are all that a reset takes.",
        "After the steps nothing would stand between the two states and a reset.",
    ),
    _part(
        Line("never", "", "unsaid", "one-step-too-far", also=("against",)),
        "M11",
        "The author rates something as very improbable, and adds for how long. Find both limits.",
        ("C005", "C029", "C087"),
        "However the nuclear question goes, relations will stay as they are.",
        "A reset is out of the question for good.",
        "Relations between the two will not be reset, neither soon nor later.",
        "No solution of the nuclear question could ever bring diplomacy back.",
    ),
    _part(
        Line("soon", "", "says", "horizon"),
        "",
        "There is a place for this sentence. Look for it in the standfirst and in the conclusion.",
        ("C005", "C029", "C087"),
        "No reset is to be expected soon.",
        "For the near future, steps towards a reset are improbable.",
        "As long as the nuclear deadlock lasts, diplomacy has little chance.",
        "The author gives his answer at the beginning and at the end: hardly, for now.",
    ),
    _part(
        Line("broken", "", "says", "reasons"),
        "",
        "There is a place for this sentence. Look among the reasons in the conclusion.",
        ("C090", "C091", "C093", "C096"),
        "Broken agreements are among the reasons for Washington’s doubts.",
        "Washington has other things to see to, at home and abroad.",
        "To Washington, what Pyongyang does looks like what it has done before.",
        "Washington’s doubts about talks have to do with what became of earlier agreements.",
    ),
    _part(
        Line("willing", "", "says", "signals"),
        "",
        "There is a place for this sentence, and another that takes it up again.",
        ("C003", "C004", "C088", "C094"),
        "The author does not dispute that Pyongyang makes overtures.",
        "The author grants that there are signals, and still sees no steps.",
        "Seen by themselves, recent moves could be taken for something promising.",
        "Of a readiness for the steps that are asked for, nothing is to be seen.",
    ),
)
MISSED = {
    "signals": "Two sentences are about Pyongyang’s signals and about steps. One of them stops where the brief stops "
    "(C088, C094).",
    "horizon": "One sentence looks ahead. Ask for how long, and under which condition (C005, C029).",
    "one-step-too-far": "Two sentences settle what comes in the end. Look for what the brief says of that, not for "
    "what might be (C005, C092).",
    "reasons": "Three sentences are about Washington: its people, and its reasons. How many reasons does the brief "
    "give? (C069, C090, C091, C096)",
}
QUESTION = {
    "title": "How far does the brief go?",
    "prompt": "A junior colleague drafts a memo and wants to rest it on the brief. Check each sentence by itself. "
    "What does the brief say to it?",
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
        "A sentence can begin as the brief does and go one step too far. Look at the last words first.",
        "To be silent on something and to contradict it are two things: for the second you can point to a place.",
    ],
    "categories": [
        {"id": "against", "text": "The brief speaks against it"},
        {"id": "unsaid", "text": "The brief does not say it"},
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
