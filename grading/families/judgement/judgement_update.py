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
REPORTS = ("a report on a secret trip", "news of a parade", "the text of a letter", "a picture of a ship")
SAYS = {
    "points": "You moved the second reader by as many percentage points as the first. How far a percentage moves "
    "depends on where it stood.",
    "share": "You moved the second reader by the same factor of the probability. Apply that factor to 90 %, and see "
    "what comes out.",
    "same": "One report does not bring two readers to one place. It moves both by the same factor of the odds.",
    "stays": "Who began elsewhere is moved as well. The report is as telling for the one reader as for the other.",
    "other": "Write both beginnings as odds. What has the report done to the odds of the first reader? Let it do the "
    "same to the second.",
}
QUESTION = {
    "title": "One report, two readers",
    "points": 3,
    "claims": ["C074", "C077"],
    "shuffle": False,
    "hints": [
        "Write each probability as odds: for, against.",
        (
            "What a report does is a factor of the odds. It is neither a number of percentage points nor a factor of "
            "the "
            "probability."
        ),
    ],
}
MISSED = (
    "Write where the first reader stood before and after as odds, and find the factor. Let it do the same to the "
    "odds of the second."
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
        f"One reader gives {event} {before} %, reads {report}, and gives {after} % then. Another reader begins at "
        f"{other} %, reads the same, "
        "and finds it exactly as telling as the first reader does. Both follow Bayes. Where does the second reader "
        "stand afterwards?"
    )
    room = min(4, (right(*case) - 2) // 4), min(4, (98 - right(*case)) // 4)
    below = min(max(1 + n % 4, 4 - room[1]), room[0])
    choices = [
        Choice(f"p{number}", f"At {number} in 100", name == "right", "right", SAYS.get(name, SAYS["other"]), ("C074",))
        for name, number in sorted(_five(case, below).items(), key=lambda each: each[1])
    ]
    return picking({"id": f"judgement-update-{n + 1}", **QUESTION, "prompt": prompt}, choices, MISSED)


FAMILY = Family("judgement-update", "judgement", "computed", tuple(_variant(n) for n in range(12)))
