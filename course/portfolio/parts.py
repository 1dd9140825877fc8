"""The parts of a portfolio, as plain values. They are what the JSON and CSV files hold."""

from collections.abc import Mapping

import msgspec

from course.asked.portfolio import Part, Piece
from course.kinds import KINDS

OF_KINDS: dict[str, Part] = {kind.part.name: kind.part for kind in KINDS.values() if kind.part is not None}
"""The parts that kinds of question fill, by name."""


class Belief(msgspec.Struct, frozen=True):
    """How probable the learner held the event of the brief at some time.

    Attributes:
        at: UTC, ISO 8601.
        question: title of the question that was answered.
        probability: 0 to 1; of a weighing, its posterior.
        committed: whether the learner committed to it.
    """

    at: str
    question: str
    probability: float
    committed: bool


class Weight(msgspec.Struct, frozen=True):
    """A rated signal.

    Attributes:
        signal: its id.
        name: in a few words.
        step: −3 to 3, the binary logarithm of the likelihood ratio.
        credibility: 0 to 1.
        same_as: another signal that tells the same story.
        weight: log-odds, as if the signal stood alone.
        counted: the signals that count together as one step, this one among them.
        before, after: the probability before and after that step, 0 to 1.
    """

    signal: str
    name: str
    step: int
    credibility: float
    same_as: str | None
    weight: float
    counted: tuple[str, ...]
    before: float
    after: float


class Foretold(msgspec.Struct, frozen=True):
    """A forecast (a probability), and what came; `came` and `brier` (0 best, 1 worst) are None while hidden or open."""

    id: str
    event: str
    forecast: float
    came: bool | None = None
    brier: float | None = None


class Portfolio(msgspec.Struct, frozen=True):
    """All of it. Empty where the journal holds nothing.

    Attributes:
        beliefs: in order of time.
        weights: of the whole board, in the order of the signals' ids.
        kept: by the name of a part that a kind of question fills, its complete answers, in the order of the lessons.
        forecasts: as committed first, or as they stand.
        committed_at: when the forecasts were committed first, UTC; None before.
        mean_brier: over settled forecasts, 0 to 1; None before the commitment.
    """

    beliefs: tuple[Belief, ...]
    weights: tuple[Weight, ...]
    kept: Mapping[str, tuple[Piece, ...]]
    forecasts: tuple[Foretold, ...]
    committed_at: str | None
    mean_brier: float | None
