"""Who did better? Four events, three invented forecasters, and seven sentences on their Brier scores."""

import msgspec

from grading.families.choices import Choice, choosing
from grading.families.family import Family, Variant
from grading.families.mixed import sure, turned

NAMES = (("Ada", "Ben", "Cleo"), ("Dora", "Emil", "Fay"), ("Gus", "Hana", "Ivo"))
EVENTS = (
    ("the strike", "the storm", "the truce", "the cup match"), ("the vote", "the drought", "the visit", "the concert"),
    ("the merger", "the frost", "the treaty", "the parade"), ("the lecture", "the flood", "the release", "the launch"),
)  # fmt: skip
NUMBERS = (
    # whether each event came; the forecasts of the first and of the second in per cent; the third always says 50
    ("ynyn", (60, 30, 60, 40), (90, 90, 90, 60)), ("nyyn", (30, 10, 10, 20), (90, 30, 70, 40)),
    ("yynn", (80, 30, 10, 30), (30, 30, 80, 20)), ("nnyy", (90, 70, 60, 70), (40, 60, 60, 20)),
    ("ynny", (90, 80, 40, 80), (20, 70, 80, 90)), ("nyny", (60, 40, 80, 90), (40, 90, 40, 10)),
    ("yyny", (70, 60, 60, 80), (30, 20, 10, 20)), ("nyyy", (30, 70, 10, 60), (10, 70, 10, 80)),
    ("ynyy", (70, 30, 80, 40), (30, 10, 80, 40)), ("nnny", (30, 80, 70, 30), (10, 70, 70, 90)),
    ("yynn", (40, 60, 40, 40), (90, 90, 70, 70)), ("nyyn", (40, 20, 70, 60), (90, 70, 90, 30)),
)  # fmt: skip

CLEAR = 0.004
"""Scores nearer to each other than this are not compared."""


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, its opposite, and whether the first of the two is true."""

    id: str
    yes: str
    no: str
    true: bool


QUESTION = {
    "title": "Who did better?",
    "points": 3,
    "claims": ["C087"],
    "hints": [
        "For every number, take the distance to the outcome, 0 or 100 %, and square it. Small is good.",
        (
            "A sum doesn’t settle two kinds of sentences: those that call a single number"
            " right or wrong, and those about future events."
        ),
    ],
}
MISSED = {
    "sums": "Work out each forecaster’s mean in a table with four rows. Then check every comparison against it.",
    "reach": (
        "Some sentences go beyond the four events, or make too much of one of them. "
        "What would you have to see before you could say so?"
    ),
}
SAYS = {
    "mean": "Add up the squared distances of both for all four events, and compare again.",
    "even": (
        "A forecaster who always says 50 % scores a quarter on each event, whatever "
        "happens. Compare the other mean with that."
    ),
    "single": "Look at this one event alone: who was farther from the outcome?",
    "turned": "Reverse the outcome of this event, and add up again.",
    "often": "Go from event to event, and each time mark who was nearer to the outcome. Then count the marks.",
    "next": "Four events aren’t many. Would you call a coin fair or loaded after four tosses?",
    "wrong": (
        "A number between 0 and 100 % leaves room for either outcome. One event can’t show that the number was wrong."
    ),
}


def brier(said: tuple[int, ...], came: str) -> float:
    """The mean squared distance of forecasts, in per cent, to what came."""
    return sum((each / 100 - (end == "y")) ** 2 for each, end in zip(said, came, strict=True)) / len(came)


def _sentences(n: int) -> list[Sentence]:
    came, one, other = NUMBERS[n]
    (a, b, c), events = NAMES[n % 3], EVENTS[n % 4]
    third, spot = (50,) * 4, n % 4
    gaps = [
        (each / 100 - (end == "y")) ** 2 - (o / 100 - (end == "y")) ** 2
        for each, o, end in zip(one, other, came, strict=True)
    ]
    turned_round = "".join(("n" if each == "y" else "y") if place == spot else each for place, each in enumerate(came))
    means = [brier(each, came) for each in (one, other, third)]
    after = brier(one, turned_round), brier(other, turned_round)
    apart = (means[0] - means[1], means[0] - means[2], gaps[spot], after[0] - after[1])
    sure(min(map(abs, apart)) > CLEAR, f"judgement-score-{n + 1}: scores that are clearly apart")
    return [
        Sentence("mean", f"Over the four events, {a} has a better score than {b}.",
            f"Over the four events, {b} has a better score than {a}.",
                 means[0] < means[1]),
        Sentence("even", f"Over the four events, {a} has a better score than {c}.",
            f"Over the four events, {c} has a better score than {a}.",
                 means[0] < means[2]),
        Sentence("single", f"On {events[spot]} alone, {a} has a better score than {b}.",
            f"On {events[spot]} alone, {b} has a better score than {a}.",
                 gaps[spot] < 0),
        Sentence("turned", f"If {events[spot]} had gone the other way, {a} would lead {b}.",
                 f"If {events[spot]} had gone the other way, {b} would lead {a}.", after[0] < after[1]),
        Sentence("often", f"On three events or more, {a} has a better score than {b}.",
            f"On two events at most, {a} has a better score than {b}.",
                 sum(each < 0 for each in gaps) >= 3),
    ]  # fmt: skip


def _variant(n: int) -> Variant:
    came, one, other = NUMBERS[n]
    (a, b, c), events = NAMES[n % 3], EVENTS[n % 4]
    ends = ", ".join(
        f"{event} ({'happened' if end == 'y' else 'did not happen'})" for event, end in zip(events, came, strict=True)
    )
    prompt = (
        f"Three invented forecasters were asked about four events: {ends}. In this order, {a} had said "
        f"{', '.join(f'{each} %' for each in one)}; {b} had said "
        f"{', '.join(f'{each} %' for each in other)}; and {c} always says 50 %. A smaller Brier score is better. "
        "Choose **all** the sentences that follow."
    )
    false = {n % 5, (n + 1 + n // 5 % 2) % 5}
    choices = []
    for place, each in enumerate(_sentences(n)):
        right = place not in false
        choices.append(
            Choice(
                each.id,
                each.yes if each.true is right else each.no,
                right,
                "sums",
                "" if right else SAYS[each.id],
                ("C087",),
            )
        )
    spot = came.index("y")
    leader = a if brier(one, came) < brier(other, came) else b
    choices += [
        Choice(
            "next",
            f"On the next four events of this kind, {leader} will lead again.",
            False,
            "reach",
            SAYS["next"],
            ("C087",),
        ),
        Choice(
            "wrong",
            f"The outcome of {events[spot]} proved {c}’s forecast wrong.",
            False,
            "reach",
            SAYS["wrong"],
            ("C087",),
        ),
    ]
    return choosing({"id": f"judgement-score-{n + 1}", **QUESTION, "prompt": prompt}, turned(choices, n), MISSED)


FAMILY = Family("judgement-score", "judgement", "computed", tuple(_variant(n) for n in range(12)))
