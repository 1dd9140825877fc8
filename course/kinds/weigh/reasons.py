"""The claims that a question offers as reasons for a rating, and which of them are about the signal.

A reason is a claim about the signal itself (the table `signal_claims`). Beside a few of these stand as many that are
about other signals, so that a reason can't be given without having read it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from random import Random
from typing import Any

from course.asked.claim_cards import claim_cards
from course.tables import links, read, version

EACH = 3
"""So many claims about a signal are offered at most, and as many others."""


def about(signal: str) -> frozenset[str]:
    """The claims about a signal; none if the table has none."""
    return about_each().get(signal, frozenset())


def about_each() -> Mapping[str, frozenset[str]]:
    """Signal to the claims about it; signals of which the table has none are left out."""
    return _about_each(version("signal_claims"))


def offered(signals: Sequence[str], signal: str) -> tuple[str, ...]:
    """The claims offered for a signal, by id, so that their order says nothing.

    Those about it that are about the fewest other signals come first. The others are taken in turn from signals that
    share neither a claim nor a story with it, those of the same question first. They are signals of the side that the
    table begins with: what the other side does replies to these, and a claim about a reply may be a reason after all.

    Args:
        signals: those of the question.
        signal: one of them.
    """
    return _offered(tuple(signals), signal, _known())


def offers(signals: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Each signal of a question to the claims offered for it."""
    known, all_of_them = _known(), tuple(signals)
    return {signal: _offered(all_of_them, signal, known) for signal in all_of_them}


def shown(signals: Sequence[str], seed: int, question: str) -> dict[str, list[dict[str, Any]]]:
    """Signal to the claims offered for it, as panels show claims, in an order that the learner's seed draws.

    Args:
        signals: those of the question.
        seed: the learner's.
        question: its id.
    """
    found = {}
    for signal, claims in offers(signals).items():
        found[signal] = claim_cards(claims)
        Random(f"{seed}:{question}:{signal}").shuffle(found[signal])  # noqa: S311 - an order for display, no secret
    return found


def listed(signals: Sequence[str], signal: str) -> str:
    """The claims offered for a signal in a line, for places that have no kernel."""
    said = (f"{each['id']} {str(each['text']).rstrip('.')}" for each in claim_cards(offered(signals, signal)))
    return "Reasons to choose from: " + "; ".join(said) + "."


def faults(signals: Sequence[str]) -> Iterator[str]:
    """The signals for which nothing can be offered, or too little besides what is about them."""
    for signal in signals:
        mine = about(signal)
        if not mine:
            yield f"reasons: expected claims about “{signal}” in the table signal_claims."
        elif len(offered(signals, signal)) < 2 * min(len(mine), EACH):
            yield f"reasons: expected claims about other signals, to offer beside those about “{signal}”."


def _known() -> object:
    """What is another once a table has changed of which offers are made."""
    return version("signals", "signal_claims")


@lru_cache(maxsize=8)
def _about_each(_: object) -> Mapping[str, frozenset[str]]:
    return {signal: frozenset(claims) for signal, claims in links("signal").items()}


@lru_cache(maxsize=512)
def _offered(signals: tuple[str, ...], signal: str, _: object) -> tuple[str, ...]:
    claims = links("signal")
    often = Counter(claim for each in claims.values() for claim in each)
    first = {s: sorted(dict.fromkeys(own), key=lambda claim: often[claim])[:EACH] for s, own in claims.items()}
    mine = first.get(signal, [])
    strangers = _strangers(claims, signals, signal)
    at = signals.index(signal) if signal in signals else 0
    # A claim about several signals tells too little of one to be told apart from a claim about another.
    rare = {s: [claim for claim in own if often[claim] == 1] or own for s, own in first.items()}
    turns = [rare[each][(at + turn) % len(rare[each])] for turn in range(EACH) for each in strangers]
    return tuple(sorted([*mine, *[*dict.fromkeys(turns)][: len(mine)]]))


def _strangers(claims: Mapping[str, Sequence[str]], signals: Sequence[str], signal: str) -> list[str]:
    """Signals of the first side that share neither a claim nor a story with one; those of the question first."""
    rows = read("signals")
    stories = {str(row["id"]): row["counts_with"] for row in rows}
    senders = {str(row["id"]) for row in rows if row["actor"] == rows[0]["actor"]}
    mine, story = {*claims.get(signal, ())}, stories.get(signal)
    apart = [
        each
        for each, own in claims.items()
        if each != signal and each in senders and not mine & {*own} and not (story and stories.get(each) == story)
    ]
    at = signals.index(signal) if signal in signals else 0
    here = [each for each in (*signals[at:], *signals[:at]) if each in apart]
    return [*here, *(each for each in apart if each not in here)]
