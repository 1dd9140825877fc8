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


class Checked(msgspec.Struct, frozen=True):
    """An answer of the check-in or the check-out, and what it earned.

    Attributes:
        moment: check-in or check-out.
        family: of questions; both moments have one of each.
        asks: what a right answer shows.
        question: what was asked.
        answer: in words.
        points: 0 to 1.
        says: what is said of the answer.
    """

    moment: str
    family: str
    asks: str
    question: str
    answer: str
    points: float
    says: str


class Gained(msgspec.Struct, frozen=True):
    """How many questions were answered before and after, and what was gained where both were.

    Attributes:
        families: how many there are.
        answered_before: answers at the check-in.
        committed_after: answers committed at the check-out; nothing is told before it is all of them.
        compared: families answered both times; None, as all that follows, before it is told.
        before, after: points in these, one a family at most.
        normalised: (after − before) / (most − before); None also where nothing was left to be gained.
    """

    families: int
    answered_before: int
    committed_after: int
    compared: int | None = None
    before: float | None = None
    after: float | None = None
    normalised: float | None = None


class Portfolio(msgspec.Struct, frozen=True):
    """All of it. Empty where the journal holds nothing.

    Attributes:
        beliefs: in order of time.
        weights: of the whole board, in the order of the signals' ids.
        kept: by the name of a part that a kind of question fills, its complete answers, in the order of the lessons.
        forecasts: as committed first, or as they stand.
        committed_at: when the forecasts were committed first, UTC; None before.
        mean_brier: over settled forecasts, 0 to 1; None before the commitment.
        checks: the answers of the check-in and the check-out; empty before the check-out is committed.
        gained: what they show together.
    """

    beliefs: tuple[Belief, ...]
    weights: tuple[Weight, ...]
    kept: Mapping[str, tuple[Piece, ...]]
    forecasts: tuple[Foretold, ...]
    committed_at: str | None
    mean_brier: float | None
    checks: tuple[Checked, ...] = ()
    gained: Gained | None = None
