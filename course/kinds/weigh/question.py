"""Weigh signals."""

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Any, ClassVar, Self

import msgspec

from course.asked.condition import Condition
from course.asked.errors import BankError
from course.asked.key import Key
from course.asked.question import Lines
from course.asked.report import ClassRow, ClassTable
from course.asked.standing import Standing
from course.kinds.weigh import check, guess, merge, named, portfolio, reasons, report
from course.kinds.weigh.answer import Weighed, is_rated, parse
from course.kinds.weigh.board import Board
from course.kinds.weigh.cards import cards, hypotheses
from course.kinds.weigh.condition import WeighWhen
from course.kinds.weigh.one import WeighOne
from course.kinds.weigh.words import in_words


class Weigh(Board, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="weigh"):
    """Weigh signals. Answer: a `course.kinds.weigh.answer.Weighed` record.

    Signals stand in the tables `signals` and `transfer_signals`, hypotheses in `hypotheses`, steps in `rating_steps`.
    """

    key: Key[WeighWhen] | None = None
    condition: ClassVar[type[Condition]] = WeighWhen
    called: ClassVar[str] = "weighing"
    class_table: ClassVar[ClassTable | None] = report.TABLE
    counts_unfinished: ClassVar[bool] = True

    @property
    def minutes(self) -> float:
        """One for each signal, and half of one where it was rated before."""
        return len(self.signals) * (0.5 if self.ratings_from else 1.0)

    def read(self, value: Any) -> Weighed:  # noqa: ANN401 - any JSON value
        """A weighing; raises ValueError."""
        return parse(value)

    def faults(self) -> Iterator[str]:
        """Whether hypotheses compete."""
        yield from Board.faults(self)
        if len(self.hypotheses) == 1:
            yield "hypotheses: expected none or at least two; one alone competes with nothing."

    def taken(self, value: Any) -> tuple[Standing, Any]:  # noqa: ANN401 - any JSON value
        """As of all that is built, with a blank rating for each signal that is not named; notes hold nothing up."""
        standing, made = Board.taken(self, value)
        if made is None:
            return standing, None
        told = tuple(named.notes(made, varied=self.varied))
        return Standing(standing.state, standing.reasons, told), made.of(self.signals)

    def wrong(self, weighed: Weighed) -> Iterator[str]:
        """What names something else, or is out of range."""
        yield from named.wrong(self.signals, self.hypotheses, weighed, conclude=self.conclude)
        yield from named.strange_reasons(self.offers, weighed)

    def gaps(self, weighed: Weighed) -> Iterator[str]:
        """What is blank."""
        if weighed.prior is None:
            yield "The prior is missing."
        left = sum(not is_rated(weighed.ratings.get(signal)) for signal in self.signals)
        if left:
            yield f"{left} of {len(self.signals)} signals still to weigh."
        if self.reasons and (bare := named.without_reason(self.signals, weighed)):
            yield f"A reason is missing for {', '.join(bare)}."
        if self.conclude and None in msgspec.structs.astuple(weighed.conclusion):
            yield "A part of the conclusion is missing."

    def told(self, weighed: Weighed) -> Lines:
        """The prior, each rating, and the conclusion."""
        return in_words(weighed, self.signals)

    def look_up(self) -> None:
        """Its signals, hypotheses and reasons; raises BankError."""
        cards(self.signals)
        hypotheses(self.hypotheses)
        if self.reasons and (found := tuple(reasons.faults(self.signals))):
            raise BankError(*found)

    @property
    def begins_with(self) -> tuple[str, ...]:
        """Where ratings and the prior come from."""
        return (*self.ratings_from, *([self.prior_from] if self.prior_from else []))

    @classmethod
    def left_out(cls, questions: Iterable[Self]) -> Iterator[tuple[str, str]]:
        """Signals of the brief that stand on no board."""
        return check.unrated(signal for question in questions for signal in question.signals)

    def possible(self, joined: Sequence[WeighWhen]) -> bool:
        """Whether each signal's steps have one in common."""
        return check.possible(joined)

    def class_rows(self, place: str, answers: Sequence[Any], few: int) -> tuple[ClassRow, ...]:
        """How the class weighed each signal."""
        return report.rows(place, self.signals, answers, few)

    @property
    def of_the_brief(self) -> bool:
        """Whether it weighs for the event of the brief."""
        return self.event is None

    def believed(self, value: Any, event: str) -> float | None:  # noqa: ANN401, ARG002 - an answer that stands
        """The posterior, if it weighs for the event of the brief."""
        return portfolio.believed(value) if self.of_the_brief else None

    def guess(self, chance: Random) -> dict[str, Any]:
        """Any ratings."""
        return guess.guess(self.signals, chance, self.offers, conclude=self.conclude)

    def agree(self) -> dict[str, Any]:
        """Every signal as the author ends."""
        return guess.agree(self.signals, self.offers, conclude=self.conclude)

    def in_part(self, item: str) -> WeighOne:
        """One of its signals, to weigh where it was read; raises BankError."""
        if self.points is not None or self.conclude:
            self._asked_whole(item)
        if item not in self.signals:
            raise BankError(f"“{self.id}” weighs no signal “{item}”; it has {', '.join(self.signals)}.")
        title, prompt = f"Weigh {item}", "You have read it: how much does it tell you?"
        return WeighOne(id=self.id, title=title, prompt=prompt, claims=self.claims, whole=self, only=item)

    def merged(self, there: Any, value: Any, base: Any) -> Any:  # noqa: ANN401 - any JSON values
        """What is there, with what the page has changed, item by item."""
        return merge.merged(there, value, base)

    def clash(self, there: Any, value: Any, base: Any) -> bool:  # noqa: ANN401 - any JSON values
        """Whether one item was changed in two ways."""
        return merge.clash(there, value, base)
