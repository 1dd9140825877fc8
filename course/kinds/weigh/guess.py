"""How signals are weighed by who does not weigh. Pure."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

Offers = Mapping[str, Sequence[str]]


def guess(signals: Sequence[str], chance: Random, offers: Offers, *, conclude: bool) -> dict[str, Any]:
    """Ratings, their reasons, and a conclusion by chance."""
    rated: dict[str, dict[str, Any]] = {
        s: {"step": chance.randrange(-3, 4), "credibility": chance.randrange(0, 101, 5) / 100} for s in signals
    }
    for signal in signals:
        rated[signal] |= {"because": chance.choice(offers[signal])} if offers[signal] else {}
    said = {
        "direction": chance.choice(("raises", "lowers", "neither")),
        "posterior": chance.randrange(101) / 100,
        "strongest": chance.choice(signals),
        "removal": chance.choice(("rises", "falls", "stays")),
    }
    return {"prior": chance.randrange(1, 100) / 100, "ratings": rated} | ({"conclusion": said} if conclude else {})


def agree(signals: Sequence[str], offers: Offers, *, conclude: bool) -> dict[str, Any]:
    """Every signal as the author ends: strongly against the event; and the first of everything."""
    rated: dict[str, dict[str, Any]] = {signal: {"step": -3, "credibility": 1.0} for signal in signals}
    for signal in signals:
        rated[signal] |= {"because": offers[signal][0]} if offers[signal] else {}
    said = {"direction": "lowers", "posterior": 0.05, "strongest": signals[0], "removal": "falls"}
    return {"prior": 0.1, "ratings": rated} | ({"conclusion": said} if conclude else {})
