"""What a class forecast."""

from collections.abc import Mapping, Sequence
from typing import Any

from course.asked import Option
from course.asked.report import ClassRow, ClassTable, Column, Drawn
from course.asked.settled import settled
from course.forecasting import aggregate

CAME = {True: ", it happened", False: ", it did not happen", None: ""}


class ForecastRow(ClassRow, frozen=True):
    """An event as the class forecast it, as probabilities, and what came if that is known."""

    event: str
    n: int
    median: float
    mean_of_log_odds: float
    extremized: float
    came: bool | None

    @property
    def label(self) -> str:
        """The event."""
        return self.event

    @property
    def drawn(self) -> Drawn:
        """The class's median, and what came where it is known."""
        return Drawn(dot=self.median, square=None if self.came is None else float(self.came))

    def told(self, words: Mapping[str, str]) -> str:
        """The median, and what came, in words."""
        return f"{self.event}: {words['median']}{CAME[self.came]}"


TABLE = ClassTable(
    name="forecasts",
    row=ForecastRow,
    title="What the class forecast",
    says="Three ways to make one forecast of many. The extremized one helps if people know different things, and "
    "overshoots if all have read the same.",
    legend=(("key dot", "median forecast"), ("key square", "what happened, where it is known")),
    chart="The median forecast of the class.",
    heading="event",
    columns=(
        Column("n", "n", "count"),
        Column("median", "median", "percent"),
        Column("mean_of_log_odds", "mean of log-odds", "percent"),
        Column("extremized", "extremized", "percent"),
        Column("came", "happened", "yes"),
    ),
    note="median",
)


def rows(place: str, items: Sequence[Option], answers: Sequence[Any], few: int) -> tuple[ForecastRow, ...]:
    """The events that enough learners forecast, in order."""
    known = settled()
    return tuple(
        ForecastRow(
            place,
            item.text,
            len(answers),
            aggregate.median(given),
            aggregate.mean_of_log_odds(given),
            aggregate.extremized(given),
            bool(known[item.id]["outcome"]) if item.id in known else None,
        )
        for item in items
        if len(given := [float(answer[item.id]) for answer in answers]) >= few
    )
