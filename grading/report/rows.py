"""The rows of a class report, as plain values. They are what the JSON and CSV files hold."""

import msgspec

from grading.report.item_analysis import Reliability


class ItemRow(msgspec.Struct, frozen=True):
    """A question: n, points it gives, mean share of them (0 to 1), item–rest correlation, how many left it blank."""

    question: str
    title: str
    n: int
    points: float
    difficulty: float
    item_rest: float | None
    blank: int | None


class MisreadingRow(msgspec.Struct, frozen=True):
    """A misconception: how many learners show it (None: fewer than can be told), and in which questions."""

    id: str
    says: str
    learners: int | None
    questions: tuple[str, ...]


class SignalRow(msgspec.Struct, frozen=True):
    """A signal as the class weighed it.

    `lowers`, `none` and `raises` are shares, 0 to 1; `weight` is the median weight in log-odds, credibility counted.
    """

    question: str
    signal: str
    name: str
    n: int
    lowers: float
    none: float
    raises: float
    weight: float


class ForecastRow(msgspec.Struct, frozen=True):
    """An event as the class forecast it, as probabilities, and what came if that is known."""

    question: str
    event: str
    n: int
    median: float
    mean_of_log_odds: float
    extremized: float
    came: bool | None


class LearnerRow(msgspec.Struct, frozen=True):
    """A learner under a pseudonym, or by name if asked for; `essay` is None while it waits.

    `points` are of the questions, `penalty` is taken off questions and essay together for handing in late.
    """

    who: str
    points: float
    essay: float | None
    penalty: float
    misreadings: int
    blank: int
    first_day: str
    last_day: str
    why: tuple[str, ...]
    """Why this learner may need help, in words; empty if nothing speaks for it."""


class Report(msgspec.Struct, frozen=True):
    """All tables of a class report."""

    assignment: str
    n: int
    total: float
    shares: tuple[float, ...]
    """Each learner's share of all points, 0 to 1, from low to high."""
    reliability: Reliability | None
    items: tuple[ItemRow, ...]
    misreadings: tuple[MisreadingRow, ...]
    signals: tuple[SignalRow, ...]
    forecasts: tuple[ForecastRow, ...]
    days: tuple[tuple[str, int], ...]
    """Day to how many answers were last saved on it."""
    learners: tuple[LearnerRow, ...]
