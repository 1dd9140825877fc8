"""Do the numbers fit together? Eight lines; which three miss a sum, and which two an order, differs."""

from itertools import combinations, product

from grading.families.family import Family, Variant
from grading.families.lines import Line, Remark, sorting
from grading.families.mixed import sure, turned

PAIRS = (
    ("a nuclear test", "a launch of a rocket"), ("a visit from Washington", "a letter from Washington"),
    ("an exchange of lists", "a release of prisoners"), ("a meeting in Beijing", "a meeting in New York"),
)  # fmt: skip
TIMES = (
    ("by the end of June", "by the end of the year"),
    ("by Easter", "by Christmas"),
    ("within one year", "within two years"),
)
NESTED = ("a deal on inspections", "a visit of inspectors", "an embassy in Pyongyang", "an agreement on fuel")
"""Each of these needs talks of substance; the prompt says so."""
BROKEN = tuple(
    product(combinations(("time", "needs", "both"), 2), combinations(("ways", "half", "either", "crowd"), 3))
)
"""In which lines the narrower thing gets more, and in which the sum is wrong; twelve ways."""
SAYS = {
    "time": "Whatever has happened by the earlier date has also happened by the later one. Compare the two numbers.",
    "needs": "One thing can happen only where the other does. In how many worlds does each of them happen?",
    "both": "Wherever both happen, each of them happens. Compare the number for both with the smaller of the two.",
    "ways": (
        "It happens in one of two ways, and never in both. Add the two up and compare the sum with the third number."
    ),
    "half": (
        "It happens in one of two ways, and never in both. Add the two up and compare the sum with the third number."
    ),
    "either": "Either it happens or it doesn’t. How much is there to share out?",
    "crowd": "Draw the two in a hundred worlds. How much do they have to overlap, at the very least?",
    "never": (
        "“Never both” may be a strange thing to believe. Still, try to fit the two "
        "into a hundred worlds without any overlap."
    ),
}
CRITERION = {
    "time": "order", "needs": "order", "both": "order", "ways": "parts", "half": "parts", "either": "parts", "crowd":
        "overlap",
    "never": "overlap",
}  # fmt: skip
MISSED = {
    "order": "In three lines one thing can’t happen without another. Which of the two can’t have the higher number?",
    "parts": (
        "In three lines something is divided into parts that never happen together. "
        "Add up the parts and compare the sum with the whole."
    ),
    "overlap": (
        "In two lines, draw two events in a hundred worlds. How much do they have to overlap? How much can they?"
    ),
}
QUESTION = {
    "title": "Do the numbers fit together?",
    "points": 4,
    "claims": ["C025", "C087"],
    "hints": [
        "Think of a hundred worlds. In how many does each thing happen?",
        (
            "Numbers can go wrong in two ways. Something narrower is given more than "
            "something wider, or the parts don’t add up."
        ),
    ],
    "categories": [
        {"id": "adds", "text": "They can’t: the sum is wrong"},
        {"id": "wider", "text": "They can’t: the narrower thing gets more than the wider"},
        {"id": "fits", "text": "They can"},
    ],
}


def judged(kind: str, numbers: tuple[int, ...]) -> str:
    """Whether the numbers of a line, in per cent, can be true together, and why not."""
    if kind in ("time", "needs"):
        return "fits" if numbers[0] <= numbers[1] else "wider"
    if kind in ("ways", "half"):
        return "fits" if numbers[0] + numbers[1] == numbers[2] else "adds"
    if kind == "either":
        return "fits" if sum(numbers) == 100 else "adds"
    one, other, both = numbers
    if both > min(one, other):
        return "wider"
    return "adds" if both < one + other - 100 else "fits"


def _numbers(kind: str, broken: bool, n: int) -> tuple[int, ...]:
    a = 20 + 5 * (n % 5)
    whole: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
        "time": ((a, a + 15), (a + 10, a)),
        "needs": ((a, a), (a + 5, a)),
        "both": ((a + 20, a + 30, a + 20), (a + 20, a + 30, a + 25)),
        "ways": ((a, 10, a + 10), (a, 15, a + 25)),
        "half": ((5, a, a + 5), (a, 20, a + 10)),
        "either": ((a, 100 - a), (a + 40, 75 - a)),
        "crowd": ((60, 45 + a // 5 * 5, 10 + a), (65, 40 + a, a - 10)),
        "never": ((a, 55 - n % 3 * 5, 0), (a, 90, 0)),
    }
    return whole[kind][broken]


def _variant(n: int) -> Variant:
    one, other = PAIRS[n % 4]
    soon, later = TIMES[n % 3]
    wide, sums = BROKEN[n]
    texts = {
        "time": f"{one} {soon}: {{}} %. {one} {later}: {{}} %.",
        "needs": f"{NESTED[n % 4]}: {{}} %. Talks of substance: {{}} %.",
        "both": f"{one}: {{}} %. {other}: {{}} %. Both: {{}} %.",
        "ways": "talks after a step: {} %. Talks without a step: {} %. Talks: {} %.",
        "half": f"{other} in spring: {{}} %. {other}, but not in spring: {{}} %. {other}: {{}} %.",
        "either": f"{other} next year: {{}} %. Nothing of the kind next year: {{}} %.",
        "crowd": f"{one} next year: {{}} %. {other} next year: {{}} %. Both of them next year: {{}} %.",
        "never": f"snow in Pyongyang on 1 March: {{}} %. {one} on that day: {{}} %. Snow and {one}: {{}} %.",
    }
    lines = []
    for kind, text in texts.items():
        numbers = _numbers(kind, kind in wide or kind in sums, n)
        place = judged(kind, numbers)
        wanted = "wider" if kind in wide else "adds" if kind in sums else "fits"
        sure(place == wanted, f"judgement-fit-{n + 1}: {kind} {numbers}")
        others = tuple(each for each in ("adds", "wider", "fits") if each != place)
        said = ". ".join(part[0].upper() + part[1:] for part in text.format(*numbers).split(". "))
        lines.append(Line(kind, said, place, CRITERION[kind], (Remark(others, SAYS[kind], ("C087",)),)))
    prompt = (
        "Eight invented readers have given probabilities, wise or not. Can the numbers in each line be true together? "
        f"Assume that {NESTED[n % 4]} can’t come about without talks of substance."
    )
    return sorting({"id": f"judgement-fit-{n + 1}", **QUESTION, "prompt": prompt}, turned(lines, n), MISSED)


FAMILY = Family("judgement-fit", "judgement", "computed", tuple(_variant(n) for n in range(12)))
