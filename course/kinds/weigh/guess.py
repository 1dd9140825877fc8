"""How signals are weighed by who does not weigh. Pure."""

from collections.abc import Sequence
from random import Random
from typing import Any


def guess(signals: Sequence[str], chance: Random, *, conclude: bool) -> dict[str, Any]:
    """Ratings and a conclusion by chance."""
    rated = {s: {"step": chance.randrange(-3, 4), "credibility": chance.randrange(0, 101, 5) / 100} for s in signals}
    said = {
        "direction": chance.choice(("raises", "lowers", "neither")),
        "posterior": chance.randrange(101) / 100,
        "strongest": chance.choice(signals),
        "removal": chance.choice(("rises", "falls", "stays")),
    }
    return {"prior": chance.randrange(1, 100) / 100, "ratings": rated} | ({"conclusion": said} if conclude else {})


def agree(signals: Sequence[str], *, conclude: bool) -> dict[str, Any]:
    """Every signal as the author ends: strongly against the event; and the first of everything."""
    rated = {signal: {"step": -3, "credibility": 1.0} for signal in signals}
    said = {"direction": "lowers", "posterior": 0.05, "strongest": signals[0], "removal": "falls"}
    return {"prior": 0.1, "ratings": rated} | ({"conclusion": said} if conclude else {})
