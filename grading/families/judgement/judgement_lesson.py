"""What your case shows: eight sentences on the case that the same seed draws.

What is true follows from the order of the lines of the case.
"""

from grading.families.choices import Choice, choosing
from grading.families.family import Family, Variant
from grading.families.judgement._cases import told
from grading.families.mixed import VARIANTS, sure, turned

MISSED = {
    "order": (
        "Put the lines on a timeline, and mark what was done, what was given and what"
        " was dropped. Then go through the sentences again."
    ),
    "reach": (
        "Some sentences go beyond what one case can show, or turn the rule of the two"
        " doors around. Which of them say more than anyone has seen?"
    ),
}
SAYS = {
    "touch": (
        "Find the first line in which the two sides meet, and the first in which one "
        "of the demands is met. Which is earlier?"
    ),
    "gift": ("Find the first line in which something is given. Which of the demands had been met by then?"),
    "part": "Stop at the line with the opening. Which of the demands had been met by then?",
    "turns": "Look at what happened between the two things that were done. Was anything given in between?",
    "fits": "Lesson 4 has two doors. Was neither of them used before the opening? Look at what was done and at what "
    "was dropped.",
    "all": "Count what had been asked for, and count what had been done when the opening came.",
    "secret": "They met in secret, and the opening followed. No one has seen what would have happened otherwise.",
    "rule": (
        "One case, invented for this question, can’t tell you how often cases end "
        "well. Think of all the cases that never get told."
    ),
}
QUESTION = {
    "title": "What your case shows",
    "points": 4,
    "claims": ["C025", "C092", "C097"],
    "hints": [
        "Draw a timeline with eight marks. Which marks are deeds, which are words, and which are gifts?",
        "One case can break a rule. Can it establish one? And can it tell you what would have happened otherwise?",
    ],
}


def shown(order: tuple[str, ...]) -> dict[str, bool]:
    """What the order of the lines shows: sentence to whether it is true."""
    at = {name: place for place, name in enumerate(order)}
    return {
        "touch": at["contact"] < at["first"],
        "gift": min(at["relief"], at["opening"]) < at["first"],
        "part": at["first"] < at["opening"],
        "turns": any(at["first"] < at[each] < at["second"] for each in ("relief", "opening")),
        "fits": min(at["first"], at["waiver"]) < at["opening"],
    }


def _variant(n: int) -> Variant:
    case, order, dated = told(n)
    x, y = case.asks, case.asked
    true, odd = shown(order), n % 2 == 1
    sentences = {
        "touch": (f"{x} and {y} met before anything that was asked for had been done.", true["touch"]),
        "gift": (f"{x} gave something before it had got any of what it asked for.", true["gift"]),
        "part": ("When the opening came, some of what was asked for had been done.", true["part"]),
        "turns": ("Between the two things that were done, something was given in return.", true["turns"]),
        "fits": (
            ("It breaks the rule: before the opening there was neither a step nor a waiver.", not true["fits"])
            if odd
            else ("It keeps the rule: before the opening there was a step or a waiver.", true["fits"])
        ),
        "all": (
            ("The opening came although something that was asked for was not done.", True)
            if odd
            else ("The opening came when everything that was asked for had been done.", False)
        ),
        "secret": ("Without the secret contact there would have been no opening here.", False),
        "rule": ("It shows that such conditions usually lead to an opening.", False),
    }
    choices = [
        Choice(
            name,
            text,
            right,
            "reach" if name in ("fits", "secret", "rule") else "order",
            "" if right else SAYS[name],
            ("C025", "C092"),
        )
        for name, (text, right) in sentences.items()
    ]
    sure(sum(each.right for each in choices) == 3, f"judgement-lesson-{n + 1}: three sentences that hold")
    story = " ".join(dated[each] for each in order)
    prompt = (
        f"Here is your case again, now in order. {story} What does it show? Choose **all** the sentences that "
        "are true of **this** case."
    )
    return choosing({"id": f"judgement-lesson-{n + 1}", **QUESTION, "prompt": prompt}, turned(choices, n), MISSED)


FAMILY = Family("judgement-lesson", "judgement", "computed", tuple(_variant(n) for n in range(VARIANTS)))
