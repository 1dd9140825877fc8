"""A board of signals: what a weighing asks for, and what its page gets."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from msgspec import Meta

from course.asked.built import Built
from course.asked.claim_cards import claim_cards
from course.asked.fields import Slug, Text
from course.asked.key import Key
from course.asked.question import Lines, Option
from course.asked.report import Pick
from course.asked.shown import Answered, Committed
from course.kinds.weigh import page, reasons
from course.kinds.weigh.answer import WORDS
from course.kinds.weigh.beside import beside
from course.kinds.weigh.cards import cards, names, readings
from course.kinds.weigh.condition import SignalId
from course.kinds.weigh.start import start
from course.subject import subject


class Board(Built, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Signals to weigh, and how their board looks."""

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
    reasons: bool = False
    """Ask for the claim on which each rating rests. One that has no effect needs none."""
    varied: bool = False
    """Tell learners that their ratings have to differ, because a key asks for it."""
    keeps_first: ClassVar[bool] = True

    @property
    def options(self) -> tuple[Option, ...]:
        """Its signals, with their ids for texts."""
        return tuple(Option(signal, signal) for signal in self.signals)

    def offered(self, signal: str) -> tuple[str, ...]:
        """The claims offered as reasons for the rating of a signal; none where no reasons are asked for."""
        return reasons.offered(self.signals, signal) if self.reasons else ()

    @property
    def offers(self) -> dict[str, tuple[str, ...]]:
        """Each signal with the claims offered for it."""
        return reasons.offers(self.signals) if self.reasons else dict.fromkeys(self.signals, ())

    @property
    def vocabulary(self) -> frozenset[str]:
        """Signals, hypotheses, reasons, and the words of the record."""
        offered = (claim for each in self.offers.values() for claim in each)
        return frozenset((*self.signals, *self.hypotheses, *offered)) | WORDS

    @property
    def instruction(self) -> str:
        """What to do."""
        return page.instruction(reasons=self.reasons, varied=self.varied)

    def names(self) -> Lines:
        """Its signals in a few words."""
        return page.listing(self.signals, reasons=self.reasons)

    def cards(self) -> list[dict[str, Any]]:
        """What is known of each signal before it is weighed; raises BankError if no table has it.

        Where reasons are asked for, the list of claims about it would give them away.
        """
        return [card | {"claims": []} if self.reasons else card for card in cards(self.signals)]

    def page(self) -> dict[str, Any]:
        """Scales and rivals; raises BankError for a hypothesis that no table has."""
        return page.page(self.signals, self.hypotheses, self.event, self.by) | {"conclude": self.conclude}

    def drawn(self, seed: int) -> dict[str, Any]:
        """The reasons offered for each signal."""
        return {"reasons": reasons.shown(self.signals, seed, self.id)} if self.reasons else {}

    def begun(self, answered: Answered) -> dict[str, Any]:
        """Prior and ratings from earlier weighings and forecasts."""
        begun = start(self.offers, self.ratings_from, self.prior_from, answered, subject().event_id)
        return {"start": begun, "carried": bool(self.ratings_from)}

    def reveals(self, value: Any, first: Committed | None) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
        """Once committed: the course's readings, beside what was committed first."""
        if first is None:
            return {}
        known = {"readings": readings(self.signals), "first": first.value, "first_at": first.at}
        weighed = self.taken(value)[1]
        return known if weighed is None else known | {"moment": beside(weighed, self.signals)}

    def picks(self, key: Key[Any]) -> tuple[Pick, ...]:  # noqa: ARG002 - a reason is right whatever the key asks
        """Each reason offered for each signal; what is built besides has too many forms to be counted."""
        return tuple(
            Pick((signal, each["id"]), f"{each['id']} {each['text']}", each["id"] in reasons.about(signal), name)
            for signal, name in names(self.signals).items()
            for each in claim_cards(self.offers[signal])
        )

    def chosen(self, answer: Any) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - an answer that stands
        """The reason of each signal that has one."""
        yield from ((s, r.because) for s, r in self.read(answer).ratings.items() if r.because is not None)
