"""A question of eight forecasts with its key, and what fits together of whole percentages, counted by hand."""

from random import Random
from typing import Any

import msgspec

from course.asked import Key, Option
from course.asked.chances_condition import ChancesWhen
from course.kinds import Forecast

ITEMS = ("talks-one", "talks-two", "after-step", "no-step", "embassies", "test-one", "test-two", "quiet")
ORDERS = (("talks-one", "talks-two"), ("test-one", "test-two"), ("embassies", "talks-two"))
WAYS, EITHER = ("after-step", "no-step", "talks-two"), ("test-two", "quiet")
ASKED = Forecast(
    id="q", title="T", prompt="P", points=5,
    items=tuple(Option(i, i) for i in ITEMS), settled_by=dict.fromkeys(ITEMS, "Told."),
)  # fmt: skip
SUMS = ({"whole": "talks-two", "parts": ["after-step", "no-step"]}, {"parts": ["test-two", "quiet"]})
CRITERIA: dict[str, dict[str, Any]] = {
    "ways": {"adds_up": [SUMS[0]]},
    "either": {"adds_up": [SUMS[1]]},
    **{first: {"at_most": [(first, second)]} for first, second in ORDERS},
}
KEY = msgspec.convert(
    {"criteria": [{"id": i, "when": when, "missed": i} for i, when in CRITERIA.items()]},
    Key[ChancesWhen],
)


def relations(said: dict[str, int]) -> dict[str, bool | None]:
    """Each criterion on whole percentages: whether it holds; None where a number of it is missing."""
    found: dict[str, bool | None] = {}
    for name, items, test in (
        ("ways", WAYS, lambda a, b, whole: abs(a + b - whole) <= 1),
        ("either", EITHER, lambda a, b: abs(a + b - 100) <= 1),
        *((first, (first, second), lambda a, b: a <= b) for first, second in ORDERS),
    ):
        found[name] = test(*(said[i] for i in items)) if all(i in said for i in items) else None
    return found


def coherent(chance: Random) -> dict[str, int]:
    """Whole percentages that fit together, the ends among them: shares of a hundred worlds."""
    worlds = chance.choice((1, 2, 100))
    counted = dict.fromkeys(ITEMS, 0)
    for _ in range(worlds):
        talks, early = chance.randrange(3), chance.randrange(2)
        test = chance.randrange(3)
        counted["talks-two"] += talks > 0
        counted["talks-one"] += bool(talks and early)
        counted["after-step"] += talks == 1
        counted["no-step"] += talks == 2
        counted["embassies"] += bool(talks and chance.randrange(2))
        counted["test-two"] += test > 0
        counted["test-one"] += test == 1
        counted["quiet"] += test == 0
    return {item: 100 * n // worlds for item, n in counted.items()}


def as_answer(said: dict[str, int]) -> dict[str, float]:
    """Percentages as an answer has them."""
    return {item: each / 100 for item, each in said.items()}
