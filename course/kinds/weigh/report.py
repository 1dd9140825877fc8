"""How a class weighed each signal."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from course.asked.report import ClassRow, ClassTable, Column, Drawn
from course.asked.short_names import short_names
from course.kinds.weigh.answer import parse
from course.weighing import Rating
from course.weighing.rating import weight


class SignalRow(ClassRow, frozen=True):
    """A signal as the class weighed it.

    `lowers`, `none` and `raises` are shares, 0 to 1; `weight` is the median weight in log-odds, credibility counted.
    """

    signal: str
    name: str
    n: int
    lowers: float
    none: float
    raises: float
    weight: float

    @property
    def label(self) -> str:
        """The signal."""
        return f"{self.signal} {self.name}"

    @property
    def drawn(self) -> Drawn:
        """How the class split: lowers to the left, no effect in the middle, raises to the right."""
        left, right = self.lowers, self.lowers + self.none
        return Drawn(bars=((0, left, "against"), (left, right, "neutral"), (right, 1, "for")))

    def told(self, words: Mapping[str, str]) -> str:
        """How the class split, in words."""
        return f"{self.label}: lowers {words['lowers']}, no effect {words['none']}, raises {words['raises']}"


TABLE = ClassTable(
    name="signals",
    row=SignalRow,
    title="How the class weighed the signals",
    says="Each bar is the whole class. The number at the right is the median weight in log-odds, credibility counted. "
    "Where both ends are long, the class is split: let them argue.",
    legend=(
        ("key against", "lowers the probability (left)"),
        ("key neutral", "no effect (middle)"),
        ("key", "raises it (right)"),
    ),
    chart="Shares of the class that let a signal lower, leave or raise the probability.",
    heading="signal",
    columns=(
        Column("n", "n", "count"),
        Column("lowers", "lowers", "percent"),
        Column("none", "no effect", "percent"),
        Column("raises", "raises", "percent"),
        Column("weight", "median weight", "signed"),
    ),
    note="weight",
)


def rows(place: str, signals: Sequence[str], answers: Sequence[Any], few: int) -> tuple[SignalRow, ...]:
    """The signals that enough learners rated, in order."""
    rated, names = [parse(answer).ratings for answer in answers], short_names()
    found = []
    for signal in signals:
        given = [r[signal] for r in rated if signal in r and r[signal].step is not None]
        steps, n = [each.step or 0 for each in given], len(given)
        if n >= few:
            weights = [weight(signal, Rating(each.step, each.credibility, each.counts)) or 0.0 for each in given]
            lowers, none, raises = (sum((s > 0) - (s < 0) == way for s in steps) / n for way in (-1, 0, 1))
            found.append(SignalRow(place, signal, names[signal], n, lowers, none, raises, median(weights)))
    return tuple(found)
