"""One report, two readers: how far it moved the one says how far it must move the other."""

from fractions import Fraction

from grading.families.choices import Choice, picking
from grading.families.family import Family, Variant
from grading.families.worlds import percent

CASES = (
    # the first reader before and after, and the second before, in per cent; odds in small numbers throughout
    (10, 25, 50), (20, 50, 10), (50, 80, 20), (10, 50, 25), (25, 50, 80), (50, 25, 75), (80, 50, 20), (75, 50, 90),
    (50, 20, 80), (25, 10, 75), (20, 60, 50), (40, 25, 60),
)  # fmt: skip
EVENTS = ("a reset", "an agreement", "a truce")
REPORTS = ("a report on a secret trip", "news of a parade", "the text of a letter", "a report on a ship")
SAYS = {
    "points": (
        "You moved the second reader by as many percentage points as the first. How "
        "far a percentage moves depends on where it starts."
    ),
    "share": (
        "You multiplied the second reader’s probability by the same factor. Apply "
        "that factor to 90 %, and see what you get."
    ),
    "same": (
        "One report doesn’t bring two readers to the same number. It multiplies the odds of both by the same factor."
    ),
    "stays": (
        "The report moves a reader who started elsewhere as well. It is as telling for one reader as for the other."
    ),
    "other": (
        "Write both starting points as odds. What has the report done to the first "
        "reader’s odds? Let it do the same to the second reader’s."
    ),
}
QUESTION = {
    "title": "One report, two readers",
    "points": 3,
    "claims": ["C074", "C077"],
    "shuffle": False,
    "hints": [
        "Write each probability as odds, for and against.",
        (
            "A report multiplies the odds by a factor. It doesn’t add percentage points, "
            "and it doesn’t multiply the probability."
        ),
    ],
}
MISSED = (
    "Write the first reader’s probability before and after as odds, and find the "
    "factor. Then multiply the second reader’s odds by it."
)


def _odds(percentage: int) -> Fraction:
    return Fraction(percentage, 100 - percentage)


def right(before: int, after: int, other: int) -> int:
    """Where the second reader stands, in whole per cent."""
    odds = _odds(other) * _odds(after) / _odds(before)
    return percent(odds / (1 + odds))


def _five(case: tuple[int, int, int], below: int) -> dict[str, int]:
    before, after, other = case
    answer = right(*case)
    wrong = {"points": other + after - before, "share": round(other * after / before), "same": after, "stays": other}
    parts, chosen = {True: below, False: 4 - below}, {"right": answer}
    others = {f"other-{number}": number for number in (*range(answer - 4, 1, -1), *range(answer + 4, 99))}
    for name, number in (wrong | others).items():
        far = all(abs(number - each) >= 4 for each in chosen.values())
        if 0 < number < 100 and far and parts[number < answer]:
            parts[number < answer] -= 1
            chosen[name] = number
    return chosen


def _variant(n: int) -> Variant:
    case = CASES[n]
    before, after, other = case
    event, report = EVENTS[n % 3], REPORTS[n % 4]
    prompt = (
        f"One reader gives {event} {before} %, reads {report} and then gives {after} %. Another reader starts at "
        f"{other} %, reads the same and finds it exactly as telling as the first reader does. Both follow Bayes’ rule. "
        "What probability does the second reader give afterwards?"
    )
    room = min(4, (right(*case) - 2) // 4), min(4, (98 - right(*case)) // 4)
    below = min(max(1 + n % 4, 4 - room[1]), room[0])
    choices = [
        Choice(f"p{number}", f"{number} in 100", name == "right", "right", SAYS.get(name, SAYS["other"]), ("C074",))
        for name, number in sorted(_five(case, below).items(), key=lambda each: each[1])
    ]
    return picking({"id": f"judgement-update-{n + 1}", **QUESTION, "prompt": prompt}, choices, MISSED)


FAMILY = Family("judgement-update", "judgement", "computed", tuple(_variant(n) for n in range(12)))
