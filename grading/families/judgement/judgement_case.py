"""Your case: eight lines of an invented case, each to be sorted as condition, step, waiver, signal or answer."""

from grading.families.family import Family, Variant
from grading.families.judgement._cases import told
from grading.families.lines import Line, Remark, sorting
from grading.families.mixed import VARIANTS, turned

PLACES = {
    "condition": "condition", "contact": "signal", "gesture": "signal", "waiver": "waiver", "relief": "answer",
        "opening": "answer",
    "first": "step", "second": "step",
}  # fmt: skip
CRITERION = {"condition": "condition", "waiver": "condition", "contact": "signals", "gesture": "signals", "relief":
    "answers",
             "opening": "answers", "first": "steps", "second": "steps"}  # fmt: skip
DEED = (
    "It may have helped. But was it one of the things that had been asked for? In the argument on North Korea the "
    "same difference "
)
DONE = "Compare this line with the condition, word by word. Who acts here, and what had they been asked to do?"
REMARKS = {
    "contact": Remark(("step", "answer"),
                      f"You read a meeting or a telephone line as more than a contact. {DEED}decides everything.",
                      ("C025", "C088", "C094")),
    "gesture": Remark(("step", "answer"),
                      f"You read friendly words or a friendly wish as more than a signal. {DEED}decides everything.",
                      ("C025", "C088", "C094")),
    "first": Remark(("signal", "answer"), DONE, ("C092",)),
    "second": Remark(("signal", "answer"), DONE, ("C092",)),
    "waiver": Remark(("answer", "condition", "signal"),
                     "What does this line do to the condition? Had everything been done by then?", ("C025", "C097")),
    "relief": Remark(("waiver", "signal", "step"), "Who is giving here, and was this what had been held back until "
                                                   "something was done?", ("C025",)),
    "opening": Remark(("waiver", "signal", "step"),
                      "Is this about the condition itself, or is it what the condition had held back?", ("C025",)),
    "condition": Remark(("answer", "signal", "step", "waiver"),
                        "One line says what has to happen first. Find the word that says so.", ("C025", "C092")),
}  # fmt: skip
MISSED = {
    "condition": "Find the line that says what must be done first, and the line that drops such a demand.",
    "signals": "Two lines are about words or meetings. For each, ask whether it is what had been asked for.",
    "steps": "Look for what the other side had been asked to do and then really did.",
    "answers": "Which lines say what was given, or what had been held back until then?",
}
QUESTION = {
    "title": "Your case",
    "points": 4,
    "claims": ["C025", "C088", "C092", "C097"],
    "hints": [
        "First find the line that says what has to be done. Then ask of every other line: does it do exactly that?",
        "Talks and praise may matter a lot. But are they what had been asked for? And who is giving?",
    ],
}


def _variant(n: int) -> Variant:
    case, order, dated = told(n)
    prompt = (
        f"Your seed has drawn an invented case for you: **{case.asks} and {case.asked}**. Here are eight lines from "
        "it, out of order. What is each of them, in the terms of the argument on North Korea? Judge a line by what "
        "happened, not by what anyone hoped for."
    )
    categories = [
        {"id": "answer", "text": f"What {case.asks} gave, or what was agreed"},
        {"id": "signal", "text": "A signal or a contact: it neither does what was asked nor lifts the condition"},
        {"id": "waiver", "text": f"{case.asks} lifts its condition, or what is left of it"},
        {"id": "condition", "text": f"{case.asks} sets a condition"},
        {"id": "step", "text": f"{case.asked} does something that was asked of it"},
    ]
    lines = [
        Line(f"line-{'abcdefgh'[(place * 3 + n) % 8]}", dated[each], PLACES[each], CRITERION[each], (REMARKS[each],))
        for place, each in enumerate(order)
    ]
    question = {"id": f"judgement-case-{n + 1}", **QUESTION, "prompt": prompt, "categories": categories}
    return sorting(question, turned(lines, n), MISSED)


FAMILY = Family("judgement-case", "judgement", "computed", tuple(_variant(n) for n in range(VARIANTS)))
