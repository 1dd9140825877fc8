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
    "time": "Whatever comes by the earlier date has also come by the later one. Compare the two numbers.",
    "needs": "The one thing can come only where the other comes. How many worlds hold the one, and how many the other?",
    "both": "Where both come, each of them comes. Compare the number for both with the smaller of the two.",
    "ways": "It comes in one of two ways, and never in both. Add them up, and compare with the third number.",
    "half": "It comes in one of two ways, and never in both. Add them up, and compare with the third number.",
    "either": "Either it comes or it does not. How much is there to share out?",
    "crowd": "Draw the two in a hundred worlds. How far do they have to overlap at the least?",
    "never": "“Never both” may be a strange thing to believe. Try to fit the two into a hundred worlds without their "
    "touching.",
}
CRITERION = {
    "time": "order", "needs": "order", "both": "order", "ways": "parts", "half": "parts", "either": "parts", "crowd":
        "overlap",
    "never": "overlap",
}  # fmt: skip
MISSED = {
    "order": "In three lines one thing can’t come without another. Which of the two may not get more?",
    "parts": "In three lines something is cut into parts that never come together. Add them up, and compare with what "
    "was cut.",
    "overlap": "In two lines, draw a hundred worlds for each of two events. How far do they have to overlap? How far "
    "may they?",
}
QUESTION = {
    "title": "Do the numbers fit together?",
    "points": 4,
    "claims": ["C025", "C087"],
    "hints": [
        "Think of a hundred worlds. In how many does each thing come?",
        (
            "Two things go wrong in different ways. Something narrow is given more than something wider. Or parts are "
            "added, and the sum "
            "misses."
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
        "Eight invented readers have given their numbers. Whether a number is wise is not the point. Can the numbers "
        "of each line be true "
        f"together? Take {NESTED[n % 4]} as something that can’t come without talks of substance."
    )
    return sorting({"id": f"judgement-fit-{n + 1}", **QUESTION, "prompt": prompt}, turned(lines, n), MISSED)


FAMILY = Family("judgement-fit", "judgement", "computed", tuple(_variant(n) for n in range(12)))
