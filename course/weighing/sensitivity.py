"""How much a conclusion hangs on single signals and on the prior. Everything is computed anew, nothing approximated."""

import math
from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from course.weighing.odds import TOLERANCE, log_odds, probability
from course.weighing.rating import Judgement, Rating
from course.weighing.weigh import weigh

Move = Literal["drop", "flip"]
Side = Literal["above", "on", "below"]


class Alternative(msgspec.Struct, frozen=True):
    """What would follow if one signal were different.

    Attributes:
        signal: id.
        weight: its own weight as rated, in log-odds.
        log_odds: posterior log-odds then.
        probability: posterior probability then.
        change: log_odds then − now.
    """

    signal: str
    weight: float
    log_odds: float
    probability: float
    change: float


class LeaveOneOut(msgspec.Struct, frozen=True):
    """Each signal's effect, and whether effects add up.

    Attributes:
        rows: one for each rated signal, without it. Its effect is −change.
        total: weight of all evidence, in log-odds.
        effects: sum of the effects, in log-odds.
        remainder: total − effects. 0 without stories.
        explanation: what the remainder means, for a learner.
    """

    rows: tuple[Alternative, ...]
    total: float
    effects: float
    remainder: float
    explanation: str


class BreakEven(msgspec.Struct, frozen=True):
    """The prior with which the posterior would lie on a line.

    Attributes:
        log_odds: exact, prior + total = line.
        probability: the same as a probability. Very near 0 or 1 it is rounded or bounded; `log_odds` is not.
    """

    log_odds: float
    probability: float


def dropped(rating: Rating) -> Rating:
    """The rating of a signal that is left out: blank."""
    return Rating(None, rating.credibility)


def flipped(rating: Rating) -> Rating:
    """The mirrored rating: as strong and as credible, in the other direction."""
    counts = rating.counts and (rating.counts[1], rating.counts[0])
    return Rating(None if rating.step is None else -rating.step, rating.credibility, counts)


MOVES: dict[Move, Callable[[Rating], Rating]] = {"drop": dropped, "flip": flipped}


def one_at_a_time(judgement: Judgement, move: Move) -> tuple[Alternative, ...]:
    """Drop or flip each rated signal in turn, all others as they are.

    Args:
        judgement: as committed.
        move: ``"drop"`` leaves the signal out; ``"flip"`` turns LR into 1 / LR.

    Returns:
        One row for each rated signal, in the order of the ratings. In a story another signal may stand in for the
        one that is dropped; then dropping changes nothing.

    Raises:
        WeighingError: as for `weigh`.
    """
    now = weigh(judgement)
    rows = []
    for signal, own in now.weights.items():
        if own is not None:
            then = weigh(with_ratings(judgement, {signal: MOVES[move](judgement.ratings[signal])}))
            rows.append(Alternative(signal, own, then.log_odds, then.probability, then.log_odds - now.log_odds))
    return tuple(rows)


def most_first(rows: Iterable[Alternative]) -> list[Alternative]:
    """Alternatives by how far they move the result, the farthest first; those that move it alike by signal."""
    return sorted(rows, key=lambda row: (-abs(round(row.change, 9)), row.signal))


def leave_one_out(judgement: Judgement) -> LeaveOneOut:
    """The table of every signal left out in turn, with the reason why effects may not add up to the total.

    Raises:
        WeighingError: as for `weigh`.
    """
    rows, total = one_at_a_time(judgement, "drop"), weigh(judgement).total
    effects = math.fsum(-row.change for row in rows)
    remainder = total - effects
    if abs(remainder) <= TOLERANCE:
        explanation = "The effects add up to the weight of all evidence."
    else:
        explanation = (
            "The effects do not add up to the weight of all evidence, and need not: signals of one story stand in for "
            "one another. Leave one out, and another still tells the story. Only leaving out the whole story shows "
            "what it weighs."
        )
    return LeaveOneOut(rows, total, effects, remainder, explanation)


def break_even_prior(judgement: Judgement, line: float) -> BreakEven:
    """The prior that would bring the posterior onto a line, with the evidence as rated.

    Args:
        judgement: its ratings and stories count; its own prior does not.
        line: a probability above 0 and below 1 that the learner chose.

    Returns:
        ln(line / (1 − line)) − total weight of evidence: Bayes' rule in log-odds, solved for the prior.

    Raises:
        WeighingError: the line is not above 0 and below 1, or as for `weigh`.
    """
    needed = log_odds(line, "The line") - weigh(judgement).total
    return BreakEven(needed, probability(needed))


def side(of: float, line: float) -> Side:
    """On which side of a line log-odds lie.

    Args:
        of: log-odds.
        line: log-odds; no farther than 1e-9 from it is on it.
    """
    if abs(of - line) <= TOLERANCE:
        return "on"
    return "above" if of > line else "below"


def with_ratings(judgement: Judgement, ratings: dict[str, Rating]) -> Judgement:
    """The same judgement with some ratings replaced."""
    return msgspec.structs.replace(judgement, ratings={**judgement.ratings, **ratings})
