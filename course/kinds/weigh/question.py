"""Weigh signals."""

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Annotated, Any, ClassVar, Self

import msgspec
from msgspec import Meta

from course.asked.built import Built
from course.asked.condition import Condition
from course.asked.errors import BankError
from course.asked.fields import Slug, Text
from course.asked.key import Key
from course.asked.question import Lines, Option
from course.asked.report import ClassRow, ClassTable
from course.asked.shown import Answered, Committed
from course.kinds.weigh import check, guess, merge, named, portfolio, report
from course.kinds.weigh.answer import WORDS, Weighed, is_rated, parse
from course.kinds.weigh.beside import beside
from course.kinds.weigh.cards import FACTS, cards, hypotheses, names, readings, steps
from course.kinds.weigh.condition import SignalId, WeighWhen
from course.kinds.weigh.one import WeighOne
from course.kinds.weigh.start import start
from course.kinds.weigh.words import in_words
from course.subject import subject


class Weigh(Built, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="weigh"):
    """Weigh signals. Answer: a `course.kinds.weigh.answer.Weighed` record.

    Signals stand in the tables `signals` and `transfer_signals`, hypotheses in `hypotheses`, steps in `rating_steps`.
    """

    signals: Annotated[tuple[SignalId, ...], Meta(min_length=2, max_length=20)]
    event: Text | None = None
    """What is weighed, with its article; by default the event of the table `brief`."""
    by: Text | None = None
    """Until when, in the words of the panel; by default as the table `brief` says."""
    hypotheses: tuple[Slug, ...] = ()
    """Competing hypotheses to hold the signals against; none, no matrix."""
    prior_from: Slug | None = None
    """Where the prior to begin with comes from: a weighing's posterior, or a probability question with the event."""
    ratings_from: tuple[Slug, ...] = ()
    """Earlier weighings whose ratings this one begins with."""
    conclude: bool = False
    """Ask the learner what follows, instead of showing it."""
    key: Key[WeighWhen] | None = None
    condition: ClassVar[type[Condition]] = WeighWhen
    called: ClassVar[str] = "weighing"
    class_table: ClassVar[ClassTable | None] = report.TABLE
    keeps_first: ClassVar[bool] = True

    @property
    def options(self) -> tuple[Option, ...]:
        """Its signals, with their ids for texts."""
        return tuple(Option(signal, signal) for signal in self.signals)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Signals and hypotheses, and the words of the record."""
        return frozenset((*self.signals, *self.hypotheses)) | WORDS

    @property
    def minutes(self) -> float:
        """One for each signal, and half of one where it was rated before."""
        return len(self.signals) * (0.5 if self.ratings_from else 1.0)

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Weigh each signal, one at a time."

    def read(self, value: Any) -> Weighed:  # noqa: ANN401 - any JSON value
        """A weighing; raises ValueError."""
        return parse(value)

    def faults(self) -> Iterator[str]:
        """Whether hypotheses compete."""
        yield from Built.faults(self)
        if len(self.hypotheses) == 1:
            yield "hypotheses: expected none or at least two; one alone competes with nothing."

    def wrong(self, weighed: Weighed) -> Iterator[str]:
        """What names something else, or is out of range."""
        return named.wrong(self.signals, self.hypotheses, weighed, conclude=self.conclude)

    def gaps(self, weighed: Weighed) -> Iterator[str]:
        """What is blank."""
        if weighed.prior is None:
            yield "The prior is missing."
        left = sum(not is_rated(weighed.ratings.get(signal)) for signal in self.signals)
        if left:
            yield f"{left} of {len(self.signals)} signals still to weigh."
        if self.conclude and None in msgspec.structs.astuple(weighed.conclusion):
            yield "A part of the conclusion is missing."

    def told(self, weighed: Weighed) -> Lines:
        """The prior, each rating, and the conclusion."""
        return in_words(weighed, self.signals)

    def look_up(self) -> None:
        """Its signals and hypotheses; raises BankError."""
        cards(self.signals)
        hypotheses(self.hypotheses)

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
        return guess.guess(self.signals, chance, conclude=self.conclude)

    def agree(self) -> dict[str, Any]:
        """Every signal as the author ends."""
        return guess.agree(self.signals, conclude=self.conclude)

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

    def names(self) -> Lines:
        """Its signals in a few words."""
        known = names(self.signals)
        return tuple(known[signal] for signal in self.signals)

    def cards(self) -> list[dict[str, Any]]:
        """What is known of each signal before it is weighed; raises BankError if no table has it."""
        return cards(self.signals)

    def page(self) -> dict[str, Any]:
        """Scales and rivals; raises BankError for a hypothesis that no table has."""
        brief = subject()
        event = self.event or brief.event
        return {
            "order": list(self.signals),
            "hypotheses": hypotheses(self.hypotheses),
            "event": event,
            "by": self.by or brief.by,
            "steps": steps("effect", event),
            "facts": FACTS,
            "consistency": steps("consistency"),
            "conclude": self.conclude,
        }

    def begun(self, answered: Answered) -> dict[str, Any]:
        """Prior and ratings from earlier weighings and forecasts."""
        begun = start(self.signals, self.ratings_from, self.prior_from, answered, subject().event_id)
        return {"start": begun, "carried": bool(self.ratings_from)}

    def reveals(self, value: Any, first: Committed | None) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
        """Once committed: the course's readings, beside what was committed first."""
        if first is None:
            return {}
        known = {"readings": readings(self.signals), "first": first.value, "first_at": first.at}
        weighed = self.taken(value)[1]
        return known if weighed is None else known | {"moment": beside(weighed, self.signals)}
