"""What can a posterior be? Counts are given as ranges; six statements must hold, may hold, or cannot hold."""

from collections import Counter
from fractions import Fraction

from grading.families.family import Family, Variant
from grading.families.lines import Line, Remark, sorting
from grading.families.mixed import sure, turned

CASES = (
    # worlds with the event, signal seen there at least and at most; in the others at least and at most
    (20, 12, 16, 8, 16), (10, 5, 8, 9, 15), (30, 18, 24, 7, 12), (40, 10, 16, 24, 36), (40, 8, 14, 16, 26),
    (50, 30, 40, 10, 20),
    (25, 15, 20, 5, 10), (10, 8, 9, 3, 6), (60, 12, 24, 16, 28), (40, 30, 36, 6, 14),
    (30, 9, 15, 21, 35), (20, 12, 18, 7, 10),
)  # fmt: skip
SIGNALS = ("a friendly speech", "a release of prisoners", "a closed border", "a minister’s journey")
EVENTS = ("a reset", "an agreement", "a truce")
PATTERNS = (
    (("must", "must", "may"), ("may", "cannot", "cannot")),
    (("may", "cannot", "cannot"), ("must", "must", "may")),
    (("must", "may", "cannot"), ("must", "may", "cannot")),
    (("must", "may", "may"), ("must", "cannot", "cannot")),
    (("must", "must", "cannot"), ("may", "may", "cannot")),
    (("may", "may", "cannot"), ("must", "must", "cannot")),
)
"""What the three lines with “at least” and the three with “at most” are: two of each in all, parted in six ways."""
SAYS = {
    "must": "Take the counts that are worst for this line. Is it still true?",
    "may": "Try the counts at one end of what is possible, and then at the other. Do you get the same answer?",
    "cannot": "Take the counts that favour this line most. Is it true even then?",
}
QUESTION = {
    "title": "Within what limits?",
    "points": 5,
    "claims": ["C059", "C069", "C077"],
    "hints": [
        "You’ve seen the signal, so count only the worlds that show it. How many of them end each way?",
        (
            "The share is smallest when few worlds with the event and many without it "
            "show the signal. When is it greatest?"
        ),
    ],
    "categories": [
        {"id": "cannot", "text": "It is false, whatever the exact counts are"},
        {"id": "must", "text": "It is true, whatever the exact counts are"},
        {"id": "may", "text": "It depends on the exact counts"},
    ],
}
MISSED = {
    "least": "Three lines say “at least”. First find the smallest and the greatest share that the counts allow.",
    "most": "Three lines say “at most”. First find the smallest and the greatest share that the counts allow.",
}


def limits(case: tuple[int, ...]) -> tuple[Fraction, Fraction]:
    """The least and the greatest posterior that the counts allow."""
    _, low, high, few, many = case
    return Fraction(low, low + many), Fraction(high, high + few)


def judged(at_least: bool, percentage: int, low: Fraction, high: Fraction) -> str:
    """Whether a line must, may or cannot hold."""
    line = Fraction(percentage, 100)
    never, always = (line > high, line <= low) if at_least else (line < low, line >= high)
    return "cannot" if never else "must" if always else "may"


def _numbers(at_least: bool, wanted: tuple[str, ...], low: Fraction, high: Fraction) -> list[int]:
    """Percentages, three points or more from a limit, for which lines are as wanted; spread, and each once."""
    found: list[int] = []
    for place, each in enumerate(wanted):
        fit = [
            n for n in range(4, 97)
            if judged(at_least, n, low, high) == each and min(abs(n - 100 * low), abs(n - 100 * high)) >= 3
            and all(abs(n - other) >= 4 for other in found)
        ]  # fmt: skip
        near = sorted(fit, key=lambda n: min(abs(n - 100 * low), abs(n - 100 * high)))
        found.append(near[min(len(near) - 1, 2 + 3 * place)])
    return found


def _variant(n: int) -> Variant:
    case, signal, event = CASES[n], SIGNALS[n % 4], EVENTS[n % 3]
    low, high = limits(case)
    with_, least, most, few, many = case
    prompt = (
        f"Think of 100 worlds. {with_} of them end with {event}, {100 - with_} without. You’d see {signal} in {least} "
        f"to {most} of the {with_}, and in {few} to {many} of the {100 - with_}; the exact counts aren’t known. Now "
        f"you do see {signal}. What do these counts alone tell you about the probability of {event} **now**?"
    )
    lines = []
    for at_least, wanted in zip((True, False), PATTERNS[n % 6], strict=True):
        for place, each in zip(wanted, _numbers(at_least, wanted, low, high), strict=True):
            sure(judged(at_least, each, low, high) == place, f"signals-range-{n + 1}: the line of {each} %")
            words = "at least" if at_least else "at most"
            others = tuple(other for other in ("must", "may", "cannot") if other != place)
            criterion = "least" if at_least else "most"
            remark = Remark(others, SAYS[place], ("C077",))
            lines.append(Line(f"{criterion}-{each}", f"It is {words} {each} in 100.", place, criterion, (remark,)))
    sure(
        set(Counter(each.place for each in lines).values()) == {2}, f"signals-range-{n + 1}: two lines in each category"
    )
    return sorting({"id": f"signals-range-{n + 1}", **QUESTION, "prompt": prompt}, turned(lines, n), MISSED)


FAMILY = Family("signals-range", "signals", "computed", tuple(_variant(n) for n in range(12)))
