"""What the report of a class asks of a question: what to count of its answers, and its kind's own table. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal

import msgspec

from course.asked.key import Key

Form = Literal["count", "percent", "signed", "yes"]
"""How a member reads: a number, a share or probability in per cent, a number with its sign, yes or no."""
Lean = Literal["against", "neutral", "for"]


class Pick(msgspec.Struct, frozen=True):
    """Something that an answer can choose.

    Attributes:
        id: as `Reported.chosen` yields it.
        choice: in words.
        wanted: whether the key wants it; None where it says nothing of it.
        item: for which item it is chosen, in words; "" if for none.
    """

    id: tuple[str, ...]
    choice: str
    wanted: bool | None
    item: str = ""


class Column(msgspec.Struct, frozen=True):
    """A column of a table: the member of its rows, its heading, and how it reads."""

    member: str
    heading: str
    form: Form


class Drawn(msgspec.Struct, frozen=True):
    """A row of a chart, by shares of its scale, 0 to 1: bars (from, to, lean), a dot, a hollow square."""

    bars: tuple[tuple[float, float, Lean], ...] = ()
    dot: float | None = None
    square: float | None = None


class ClassRow(msgspec.Struct, frozen=True):
    """A row of what a class said. A kind adds members, which are the columns of a CSV file; `question` is the cell."""

    question: str

    @property
    def label(self) -> str:
        """What the row is about, in words."""
        raise NotImplementedError

    @property
    def drawn(self) -> Drawn:
        """It as a row of the chart."""
        raise NotImplementedError

    def told(self, words: Mapping[str, str]) -> str:
        """It in words, for who can't see the chart; `words` has every column as it reads."""
        raise NotImplementedError


class ClassTable(msgspec.Struct, frozen=True):
    """How the report shows what a class said in questions of a kind.

    Attributes:
        name: of its file.
        row: the kind's record of a row.
        title: over it on the page.
        says: how to read it.
        legend: signs of the chart: how the stylesheet calls one, and what it means.
        chart: what the chart shows, in a sentence.
        heading: over the labels.
        columns: the others.
        note: the member that stands beside each row of the chart.
    """

    name: str
    row: type[ClassRow]
    title: str
    says: str
    legend: tuple[tuple[str, str], ...]
    chart: str
    heading: str
    columns: tuple[Column, ...]
    note: str

    @property
    def headings(self) -> tuple[tuple[str, bool], ...]:
        """What stands over each column, the labels too, and whether it holds numbers."""
        return (self.heading, False), *((each.heading, each.form != "yes") for each in self.columns)


class Reported(msgspec.Struct, frozen=True):
    """Answers to whoever reports what a class did. A kind that overrides nothing has its answers counted, in words."""

    class_table: ClassVar[ClassTable | None] = None
    """The table that the kind has of its own."""

    def class_rows(self, place: str, answers: Sequence[Any], few: int) -> tuple[ClassRow, ...]:  # noqa: ARG002 - a kind's own
        """The rows of that table.

        Args:
            place: the graded cell.
            answers: complete ones, as JSON.
            few: fewer answers than this are not told, because they point to persons.
        """
        return ()

    def picks(self, key: Key[Any]) -> tuple[Pick, ...] | None:  # noqa: ARG002 - as above
        """What an answer can choose, in order. None: how many gave which line of `in_words` is counted instead."""
        return None

    def chosen(self, answer: Any) -> Iterator[tuple[str, ...]]:  # noqa: ANN401, ARG002 - an answer that stands
        """The ids of what a perhaps incomplete answer has chosen."""
        yield from ()
