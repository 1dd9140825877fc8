"""What tells two explanations apart? Seven observations, with how often three explanations expect each."""

from grading.families.choices import Choice, choosing
from grading.families.family import Family, Variant
from grading.families.mixed import turned

NUMBERS = (
    ((9, 4, 4), (2, 5, 2), (1, 6, 9), (8, 8, 2), (3, 3, 9), (9, 9, 9), (1, 1, 1)),
    ((3, 7, 7), (6, 2, 4), (1, 4, 1), (9, 9, 1), (2, 2, 8), (8, 8, 8), (2, 2, 2)),
    ((8, 3, 1), (5, 9, 9), (4, 1, 4), (7, 7, 1), (1, 1, 9), (9, 9, 9), (3, 3, 3)),
    ((2, 8, 5), (9, 5, 5), (5, 1, 9), (6, 6, 1), (4, 4, 9), (7, 7, 7), (1, 1, 1)),
)
"""Of ten worlds in which the first, the second, the third explanation is true, in how many it is seen.

The first three tell the first two explanations apart; two only rule on the third; two are the same under all."""
THEMES = (
    (
        ("the harvest has failed", "the army wants a larger share", "the ministers are at odds"),
        "A government stops its exports of grain.",
        ("Bread is rationed", "A parade is put off", "A minister resigns", "Ships lie idle", "The press is silent",
            "Prices rise",
         "Foreign guests stay away"),
    ),
    (
        ("it wants talks", "it is playing for time", "it is looking for other partners"),
        "A government answers every letter, and politely.",
        ("It names a date", "It asks for one more letter", "It buys abroad", "It sends a trade mission",
            "It praises a neighbour",
         "It honours its dead", "It closes a road"),
    ),
    (
        ("a visit is being prepared", "a test is being prepared", "only repairs are under way"),
        "There is a lot of traffic round a closed town.",
        ("A road is swept", "Hotels are booked up", "Engineers arrive", "Lorries bring cement", "A fence is painted",
            "Lights burn by night",
         "Flights are diverted"),
    ),
)  # fmt: skip
QUESTION = {
    "title": "What tells them apart?",
    "points": 4,
    "claims": ["C003", "C012", "C036", "C090"],
    "hints": [
        "You only have to choose between two explanations. Cover up the numbers for the third.",
        (
            "It doesn’t matter whether you’d see something almost always or hardly ever. "
            "Would it make a difference which of the two is true?"
        ),
    ],
}
SAYS = {
    "third": "This one tells you about the third explanation. Cover that number and look at the two that are left.",
    "same": "You’d see this one equally often whichever explanation is true. What would you learn from seeing it?",
}
MISSED = {
    "telling": "Go through the seven again and compare only the first two numbers in each line.",
    "idle": "Some observations look strong but don’t help you to choose between the two explanations.",
}


def separates(often: tuple[int, int, int]) -> bool:
    """Whether an observation is more to be expected under one of the first two explanations than under the other."""
    return often[0] != often[1]


def _variant(n: int) -> Variant:
    numbers, ((a, b, c), what, seen) = NUMBERS[n % 4], THEMES[n // 4]
    prompt = (
        f"{what} There are three explanations: (A) {a}, (B) {b}, (C) {c}. Each line says in how many of ten worlds "
        "you’d see something if A, B or C were true. Choose **all** the observations that would help you to tell **A "
        "from B**. The case is invented."
    )
    choices = []
    for place, often in enumerate(numbers):
        name = seen[(place + n) % 7]
        right = separates(often)
        says = "" if right else SAYS["same" if len(set(often)) == 1 else "third"]
        text = f"{name}: A {often[0]}, B {often[1]}, C {often[2]}"
        choices.append(
            Choice(name.lower().replace(" ", "-"), text, right, "telling" if right else "idle", says, ("C090",))
        )
    return choosing({"id": f"signals-rivals-{n + 1}", **QUESTION, "prompt": prompt}, turned(choices, n), MISSED)


FAMILY = Family("signals-rivals", "signals", "computed", tuple(_variant(n) for n in range(12)))
