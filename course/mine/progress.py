"""How far the learner has come: the lessons as a map, from the journal."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from math import ceil

import msgspec

from course import tables
from course.asked import Asked, State
from course.journal import Journal
from course.journal.record import Answer
from course.paths import data_dir
from course.questions import load_bank

NAMED = 3
LEFT = ' style="text-align: left"'
PORTFOLIO = "portfolio-head"
"""Id of the cell where the portfolio begins, in the last lesson."""


class Stage(msgspec.Struct, frozen=True):
    """A lesson: its notebook’s name, title, minutes it takes, how many questions it has, titles of those still open."""

    lesson: str
    title: str
    minutes: int
    questions: int
    open: tuple[str, ...]

    @property
    def answered(self) -> int:
        """How many of its questions have a complete answer."""
        return self.questions - len(self.open)

    @property
    def minutes_left(self) -> int:
        """Minutes for what is open, in steps of five."""
        return 5 * ceil(self.minutes * len(self.open) / self.questions / 5)

    @property
    def number(self) -> int:
        """The number that its notebook's name begins with."""
        return int(self.lesson[:2])

    @property
    def name(self) -> str:
        """Number and title."""
        return f"{self.number} · {self.title}"

    @property
    def left(self) -> str:
        """What is left of it, in words."""
        if not self.open:
            return "complete ✓"
        what = _titles(self.open) if self.answered else f"{self.questions} questions"
        return f"{what}, {_duration(self.minutes_left)}"


class Progress(msgspec.Struct, frozen=True):
    """The lessons in their order, and the question answered last: its lesson and title, or None before the first."""

    stages: tuple[Stage, ...]
    last: tuple[str, str] | None = None

    def __iter__(self) -> Iterator[Stage]:
        return iter(self.stages)

    @property
    def next(self) -> Stage | None:
        """The lesson to go on with: that of the last answer, or the next open one; None at the end.

        A question skipped in an earlier lesson leads back to it only once nothing is open ahead.
        """
        here = next((n for n, stage in enumerate(self.stages) if self.last and stage.lesson == self.last[0]), 0)
        return next((stage for stage in (*self.stages[here:], *self.stages[:here]) if stage.open), None)

    @property
    def sums(self) -> str:
        """All lessons together, in words."""
        questions, answered = sum(each.questions for each in self), sum(each.answered for each in self)
        if answered == questions:
            return f"All {questions} questions answered ✓"
        return (
            f"{answered} of {questions} questions answered, {_duration(sum(each.minutes_left for each in self))} left."
        )

    def __repr__(self) -> str:
        """The words of the map, one line a lesson."""
        lines = [" ".join(filter(None, (self.sums, self._last()))), f"{self._next()}: {self._where()[1]}", ""]
        width = max(len(each.name) for each in self)
        lines += [f"{each.name.ljust(width)}  {each.answered} of {each.questions}  {each.left}" for each in self]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        address, where = self._where()
        head = "".join(f'<th scope="col"{LEFT}>{each}</th>' for each in ("lesson", "answered", "left"))
        return (
            f"<div><p><strong>{self.sums}</strong> {escape(self._last())}</p>"
            f'<p>{self._next()}: <a href="{address}">{escape(where)}</a></p>'
            f'<table class="dataframe"><thead><tr>{head}</tr></thead>'
            f"<tbody>{''.join(map(_row, self))}</tbody></table></div>"
        )

    def _last(self) -> str:
        return f"You were last at “{self.last[1]}”." if self.last else ""

    def _next(self) -> str:
        return ("Go on with" if self.last else "Begin with") if self.next else "Look back"

    def _where(self) -> tuple[str, str]:
        if stage := self.next:
            return f"{stage.lesson}.ipynb", f"Lesson {stage.name}"
        last = self.stages[-1]
        return f"{last.lesson}.ipynb#cell-id={PORTFOLIO}", f"your portfolio, in lesson {last.number}"


def how_far(
    lessons: Iterable[tables.Row], banks: Mapping[str, Iterable[Asked]], answers: Mapping[str, Answer]
) -> Progress:
    """The map of the lessons.

    Args:
        lessons: rows of ``lessons.csv``, in their order.
        banks: the questions of each lesson, by its id.
        answers: the answers of a journal, by question; those to questions of no lesson count for nothing.
    """
    stages, saved = [], list[tuple[str, str, str]]()
    for row in lessons:
        lesson, questions = str(row["id"]), tuple(banks[str(row["id"])])
        given = [(each, answers[each.id]) for each in questions if each.id in answers]
        done = {each.id for each, answer in given if each.stand(answer.value).state is State.ANSWERED}
        left = tuple(each.title for each in questions if each.id not in done)
        stages.append(Stage(lesson, str(row["title"]), int(str(row["minutes"])), len(questions), left))
        saved += [(answer.saved_at, lesson, each.title) for each, answer in given]
    return Progress(tuple(stages), max(saved)[1:] if saved else None)


def progress() -> Progress:
    """How far you have come, lesson by lesson, and where to go on.

    Returns:
        The lessons with links; each says how many of its questions have a complete answer, and what is left.

    Raises:
        JournalError: your journal can't be read.

    Example:
        mine.progress()
    """
    lessons, folder = tables.read("lessons"), data_dir() / "questions"
    banks = {str(row["id"]): load_bank(folder / f"{row['id']}.toml").questions for row in lessons}
    return how_far(lessons, banks, Journal().read().answers)


def _row(stage: Stage) -> str:
    # The label names the bar for a screen reader, also where JupyterLab takes ARIA attributes away.
    bar = f'<progress max="{stage.questions}" value="{stage.answered}" style="width: 4em"></progress>'
    count = f'<label>{bar} <span style="white-space: nowrap">{stage.answered} of {stage.questions}</span></label>'
    name = f'<a href="{stage.lesson}.ipynb">{escape(stage.name)}</a>'
    return f'<tr><th scope="row"{LEFT}>{name}</th><td{LEFT}>{count}</td><td{LEFT}>{escape(stage.left)}</td></tr>'


def _titles(titles: tuple[str, ...]) -> str:
    few = titles if len(titles) <= NAMED else titles[: NAMED - 1]
    rest = len(titles) - len(few)
    return "; ".join(f"“{each}”" for each in few) + (f" and {rest} more" if rest else "")


def _duration(minutes: int) -> str:
    hours = ceil(minutes / 30) / 2
    return f"about {minutes} minutes" if minutes <= 60 else f"about {hours:g} hours"
