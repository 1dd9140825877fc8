"""A weighing beside the author's reading, as it is shown once it was committed."""

import math
from collections.abc import Sequence
from typing import Any

from course.asked.moment import Mark, moment
from course.kinds.weigh.answer import Weighed
from course.kinds.weigh.cards import cards, readings, steps
from course.weighing import TOLERANCE

AUTHOR = {"raises": 1, "lowers": -1}
"""The author's words that point somewhere; the others (neutral, ambiguous) point nowhere."""
LEAST = math.log(2)
"""One step. The author gives no sizes; where he points somewhere, this much stands for it, by convention."""


def direction(weight: float) -> str:
    """Which way a weight in log-odds points, in a word."""
    return "no effect" if abs(weight) <= TOLERANCE else "raises" if weight > 0 else "lowers"


def apart(weight: float, reading: str) -> float:
    """How far a weight is from a reading: in log-odds; 0 where both point one way, or nowhere."""
    toward = AUTHOR.get(reading, 0)
    if toward == 0:
        return abs(weight) if abs(weight) > TOLERANCE else 0.0
    return max(0.0, LEAST - weight * toward) if weight * toward <= TOLERANCE else 0.0


def rated(weighed: Weighed, signal: str) -> str:
    """How a signal with a full rating was rated, in words: “raises clearly, believed 50 %”."""
    rating, effect = weighed.ratings[signal], direction(weighed.weighing.weights[signal] or 0.0)
    if effect != "no effect":
        effect = next(str(step["name"]) for step in steps("effect") if step["step"] == (rating.step or 0))
    return f"{effect}, believed {round(100 * (rating.credibility or 0))} %"


def beside(weighed: Weighed, signals: Sequence[str]) -> dict[str, Any]:
    """The moment after a commitment of these signals; transfer signals have no reading, and so no marks."""
    known = readings(signals)
    named = {card["id"]: " ".join(dict.fromkeys((card["id"], card["short"]))) for card in cards(signals)}
    weights = {signal: weight for signal, weight in weighed.weighing.weights.items() if weight is not None}
    strongest = max(weights, key=lambda signal: abs(weights[signal]), default="")
    first = f"{named[strongest]} weighs most with you. " if strongest else ""
    if not known:
        return moment([], "Committed.", first and f"{first}If it had never happened, what would you say?")
    marks, far = [], {}
    for signal in (each for each in signals if each in weights and each in known):
        word = known[signal]["word"]
        far[signal] = apart(weights[signal], word)
        marks.append(Mark(named[signal], rated(weighed, signal), word, far[signal]))
    most = max(far, key=lambda signal: far[signal], default="")
    if not most or far[most] == 0:
        says = f"You and the author, as the course reads him, point the same way on all {len(marks)} signals."
        return moment(marks, says, first and f"{first}What would make you both wrong about it?")
    differ = sum(each > 0 for each in far.values())
    says = f"You and the author, as the course reads him, differ on {differ} of {len(marks)} signals."
    why = known[most]["why"].rstrip(".")
    ask = (
        f"You differ most on {named[most]}. The course’s reason for his reading: {why}. What would have to be true for "
        "him to be right, and what for you?"
    )
    return moment(marks, says, ask)
