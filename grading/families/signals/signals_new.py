"""How much is new? Three invented reports, one of them an echo; where does a reader stand afterwards?"""

from fractions import Fraction

from grading.families.choices import Choice, picking
from grading.families.family import Family, Variant
from grading.families.worlds import percent, posterior

CASES = (
    # prior; how many times as often the first is seen with the event; the same of the third
    ("1/5", "3", "1/2"), ("1/10", "4", "3"), ("1/4", "1/3", "6"), ("2/5", "3", "1/4"), ("1/11", "5", "2"), ("1/3",
        "1/4", "3"),
    ("1/6", "5", "1/2"), ("1/9", "4", "2"), ("3/10", "1/2", "4"), ("1/2", "4", "1/5"), ("1/5", "2", "5"), ("2/5",
        "1/3", "2"),
)  # fmt: skip
EVENTS = ("a reset", "an agreement", "a truce")
REPORTS = (
    ("An agency reports a secret meeting", "Two websites repeat what the agency says", "a camera shows a parade"),
    (
        "A daily reports an offer by letter",
        "A radio station reads out the daily’s article",
        "customs officers count the ships in port",
    ),
    ("A station reports a convoy at the border", "Three papers quote the station", "a minister cancels a journey"),
    ("A weekly reports an exchange of lists", "An agency passes the weekly’s story on", "a bank opens a branch"),
)
SAYS = {
    "echo": "You let the echo count. If the first report is false, how much of the second is left?",
    "product": "You multiplied the percentage itself. Try that with a start of 60 % and a factor of three.",
    "no-start": "You went by the reports alone. The reader’s starting point counts as well.",
    "half": "You used only one of two events. Which report is about something else and comes from someone else?",
    "other": "No single mistake leads to this number. Write down the odds again after each thing that is new.",
}
QUESTION = {
    "title": "How much is new?",
    "points": 3,
    "claims": ["C060", "C074", "C090"],
    "shuffle": False,
    "hints": [
        (
            "Write the starting probability as odds: so many worlds with the event, so "
            "many without. Then ask whether each report adds anything new."
        ),
        (
            "A story that is told twice counts once. Something that is rarer with the "
            "event than without it divides the odds."
        ),
    ],
}
MISSED = (
    "Go step by step: write the starting probability as odds, use one factor for "
    "each thing that is really new, and go back to a percentage only at the end."
)


def _times(ratio: Fraction) -> str:
    words = {2: "twice", 3: "three times", 4: "four times", 5: "five times", 6: "six times"}
    less = {2: "half", 3: "a third", 4: "a quarter", 5: "a fifth"}
    return f"{words[ratio.numerator]} as often" if ratio > 1 else f"{less[ratio.denominator]} as often"


def answers(prior: Fraction, first: Fraction, third: Fraction) -> dict[str, int]:
    """What is right, and what each mistake comes to, in whole per cent; those that can't be told apart are left out."""
    even = Fraction(1, 2)
    found = {"right": percent(posterior(prior, first, third))}
    for name, chance in (
        ("echo", posterior(prior, first, first, third)),
        ("half", posterior(prior, first)),
        ("no-start", posterior(even, first, third)),
        ("product", prior * first * third),
    ):
        if 0 < chance < 1 and all(abs(percent(chance) - other) >= 3 for other in found.values()):
            found[name] = percent(chance)
    return found


def _variant(n: int) -> Variant:
    prior, first, third = (Fraction(each) for each in CASES[n])
    event, (one, two, three) = EVENTS[n % 3], REPORTS[n % 4]
    found = answers(prior, first, third)
    found = _five(found, 1 + n % 4)
    prompt = (
        f"A reader gives {event} a probability of {percent(prior)} "
        f"%{'' if prior * 100 == percent(prior) else ' (' + _odds(prior) + ')'}. {one}. "
        f"You’d see such news {_times(first)} with {event} as without. {two}. There is also news from another source: "
        f"{three}. You’d see such news {_times(third)} with {event} as without. The reader believes all of it and "
        f"follows Bayes’ rule. What probability does the reader give {event} now?"
    )
    choices = [
        Choice(
            f"p{number}", f"{number} in 100", name == "right", "right", SAYS.get(name, SAYS["other"]), ("C074", "C090")
        )
        for name, number in sorted(found.items(), key=lambda each: each[1])
    ]
    return picking({"id": f"signals-new-{n + 1}", **QUESTION, "prompt": prompt}, choices, MISSED)


def _five(found: dict[str, int], below: int) -> dict[str, int]:
    """The right answer with four others, so many below it: first mistakes, then whatever is far enough."""
    right = found.pop("right")
    parts = {True: below, False: 4 - below}
    chosen = {"right": right}
    for name, number in found.items():
        if parts[number < right]:
            parts[number < right] -= 1
            chosen[name] = number
    for number in (*range(right - 4, 2, -1), *range(right + 4, 98)):
        if parts[number < right] and all(abs(number - other) >= 4 for other in chosen.values()):
            parts[number < right] -= 1
            chosen[f"other-{number}"] = number
    return chosen


def _odds(prior: Fraction) -> str:
    return f"odds of {prior.numerator} to {prior.denominator - prior.numerator}"


FAMILY = Family("signals-new", "signals", "computed", tuple(_variant(n) for n in range(12)))
