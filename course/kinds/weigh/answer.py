"""What a learner says when weighing signals, as the journal keeps it. Pure."""

import math
from collections.abc import Iterable
from functools import cached_property
from typing import Any, Literal, get_args

import msgspec

from course.weighing import Judgement, Rating, Table, Weighing, one_at_a_time, weigh, weight

Direction = Literal["raises", "lowers", "neither"]
Removal = Literal["rises", "falls", "stays"]


class SignalRating(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a learner says of one signal. None is blank, which differs from no effect.

    Attributes:
        step: −3 to 3, the binary logarithm of the likelihood ratio.
        credibility: 0 to 1.
        same_as: another signal that tells the same story, or has the same cause.
        news: how much of it is new given that one, from 0, an echo, to 1, as if it stood alone; None, in what was
            written before the question was asked, is an echo.
        counts: the effect as two counts of ten worlds, as in `course.weighing.Rating`; `step` is then the nearest.
        because: the claim on which the rating rests, where the question asks for one.
    """

    step: int | None = None
    credibility: float | None = None
    same_as: str | None = None
    news: float | None = None
    counts: tuple[int, int] | None = None
    because: str | None = None

    @property
    def moves(self) -> bool:
        """Whether it is rated and has an effect: neither “no effect” nor a report that is not believed at all.

        Raises WeighingError as `course.weighing.rating.weight`.
        """
        return bool(weight("", Rating(self.step, self.credibility, self.counts)))


class Conclusion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a learner says follows from the ratings. None is blank.

    Attributes:
        direction: what all signals together do to the probability of a reset.
        posterior: that probability after all signals, 0 to 1.
        strongest: the signal whose removal would move the result most.
        removal: what its removal would do to the probability.
    """

    direction: Direction | None = None
    posterior: float | None = None
    strongest: str | None = None
    removal: Removal | None = None


class Weighed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """An answer to a question of type weigh.

    Attributes:
        prior: probability of a reset before any signal, above 0 and below 1; None is blank.
        ratings: signal id to rating.
        cells: hypothesis id to signal id to consistency, −2 to 2, or None.
        conclusion: only where the question asks for it.
    """

    prior: float | None = None
    ratings: dict[str, SignalRating] = {}
    cells: dict[str, dict[str, int | None]] = {}
    conclusion: Conclusion = Conclusion()

    @property
    def rated(self) -> dict[str, SignalRating]:
        """The signals that are fully rated."""
        return {signal: each for signal, each in self.ratings.items() if is_rated(each)}

    def of(self, signals: Iterable[str]) -> "Weighed":
        """It with a blank rating for each of these signals of which it says nothing."""
        blank = {signal: SignalRating() for signal in signals if signal not in self.ratings}
        return msgspec.structs.replace(self, ratings={**self.ratings, **blank})

    @property
    def news(self) -> dict[str, float]:
        """Signal to the share of its weight that is new: all of it where it goes with no other signal."""
        known = self.ratings
        return {s: (each.news or 0.0) if each.same_as in known else 1.0 for s, each in known.items()}

    @property
    def judgement(self) -> Judgement:
        """It as the models take it; a blank prior counts as even odds.

        Nothing is checked here; `course.weighing.weigh` raises WeighingError for what is out of range.
        """
        ratings = {signal: Rating(each.step, each.credibility, each.counts) for signal, each in self.ratings.items()}
        return Judgement(0.5 if self.prior is None else self.prior, ratings, stories(self), self.news)

    @property
    def table(self) -> Table:
        """Its table of competing hypotheses, with the credibilities, stories and news of the ratings."""
        held = dict.fromkeys((signal for row in self.cells.values() for signal in row), None)
        credibility = {**held, **{signal: each.credibility for signal, each in self.ratings.items()}}
        return Table(self.cells, credibility, stories(self), self.news)

    @cached_property
    def weighing(self) -> Weighing:
        """What follows from prior and ratings. Raises WeighingError as `course.weighing.weigh`."""
        return weigh(self.judgement)

    @cached_property
    def removals(self) -> dict[str, float]:
        """Signal to what leaving it out does to the result, in log-odds. Raises WeighingError."""
        return {row.signal: row.change for row in one_at_a_time(self.judgement, "drop")}


WORDS = frozenset(
    (
        *(field for kind in (Weighed, SignalRating, Conclusion) for field in kind.__struct_fields__),
        *get_args(Direction),
        *get_args(Removal),
    )
)
"""What such a record names besides signals and hypotheses."""


def parse(value: Any) -> Weighed:  # noqa: ANN401 - any JSON value
    """An answer from JSON.

    Raises:
        ValueError: it has another form; the message names the member. (`msgspec.ValidationError` is one.)
    """
    return msgspec.convert(value, Weighed)


def stories(weighed: Weighed) -> dict[str, tuple[str, ...]]:
    """Story id to its signals. Stories are what “same story as” links, however many links lie between."""
    home = {signal: signal for signal in weighed.ratings}
    for signal, rating in weighed.ratings.items():
        if rating.same_as in home:
            old, new = home[signal], home[rating.same_as]
            home = {s: new if h == old else h for s, h in home.items()}
    groups: dict[str, list[str]] = {}
    for signal, root in home.items():
        groups.setdefault(root, []).append(signal)
    return {f"{min(group)}-story": tuple(group) for group in groups.values() if len(group) > 1}


def is_rated(rating: SignalRating | None) -> bool:
    """Whether a signal is fully rated."""
    return rating is not None and rating.step is not None and rating.credibility is not None


def is_probability(value: float | None) -> bool:
    """Whether a number lies above 0 and below 1."""
    return value is not None and math.isfinite(value) and 0 < value < 1
