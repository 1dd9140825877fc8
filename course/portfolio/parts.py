"""The parts of a portfolio, as plain values. They are what the JSON and CSV files hold."""

import msgspec


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
        weight: log-odds; 0 for a signal whose story is told by another.
    """

    signal: str
    name: str
    step: int
    credibility: float
    same_as: str | None
    weight: float


class Argument(msgspec.Struct, frozen=True):
    """An argument as it stands: premises with their claims, the conclusion, and what the model says of it."""

    question: str
    premises: tuple[str, ...]
    conclusion: str
    verdict: str


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
        arguments: those with a conclusion, in the order of the lessons.
        forecasts: as committed first, or as they stand.
        committed_at: when the forecasts were committed first, UTC; None before.
        mean_brier: over settled forecasts, 0 to 1; None before the commitment.
    """

    beliefs: tuple[Belief, ...]
    weights: tuple[Weight, ...]
    arguments: tuple[Argument, ...]
    forecasts: tuple[Foretold, ...]
    committed_at: str | None
    mean_brier: float | None
