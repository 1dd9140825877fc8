"""One signal of a weighing, asked where a lesson has read it. Its rating is kept in the answer to the whole."""

from collections.abc import Iterator
from typing import Any, ClassVar

from course.asked.built import Built
from course.asked.key import Key
from course.asked.question import Lines, Option
from course.asked.shown import Answered
from course.asked.standing import NOT_ATTEMPTED, Standing
from course.kinds.weigh import merge
from course.kinds.weigh.answer import Weighed
from course.kinds.weigh.cards import cards, told
from course.kinds.weigh.condition import SignalId, WeighWhen
from course.kinds.weigh.named import without_reason
from course.kinds.weigh.reasons import listed
from course.kinds.weigh.words import in_words


class WeighOne(Built, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="weigh"):
    """A signal of a weighing.

    Attributes:
        whole: the weighing.
        only: the signal.
    """

    whole: Any
    only: SignalId
    key: Key[WeighWhen] | None = None
    condition = WeighWhen
    called: ClassVar[str] = "weighing"
    partial: ClassVar[bool] = True

    @property
    def options(self) -> tuple[Option, ...]:
        """The signal."""
        return (Option(self.only, self.only),)

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Weigh this signal."

    def read(self, value: Any) -> Weighed:  # noqa: ANN401 - any JSON value
        """The whole weighing; raises ValueError."""
        made: Weighed = self.whole.read(value)
        return made

    def taken(self, value: Any) -> tuple[Standing, Any]:  # noqa: ANN401 - any JSON value
        """As a weighing; one in which nothing is said of the signal is not attempted."""
        return (NOT_ATTEMPTED, None) if self.own(value) is None else Built.taken(self, value)

    def wrong(self, weighed: Weighed) -> Iterator[str]:
        """What is wrong with the whole."""
        yield from self.whole.wrong(weighed)

    def gaps(self, weighed: Weighed) -> Iterator[str]:
        """What is blank of the signal, and the prior."""
        rating = weighed.ratings[self.only]
        if weighed.prior is None:
            yield "The prior is missing."
        if rating.step is None:
            yield "Its effect is still to choose."
        if rating.credibility is None:
            yield "Still to say: how far you believe it."
        if self.whole.reasons and without_reason([self.only], weighed):
            yield "A reason is missing: choose the claim on which your rating rests."

    def told(self, weighed: Weighed) -> Lines:
        """The rating."""
        return in_words(Weighed(ratings={self.only: weighed.ratings[self.only]}), [self.only])

    def names(self) -> Lines:
        """What the card says of it, and the reasons offered."""
        return (*told(self.only), *([listed(self.whole.signals, self.only)] if self.whole.reasons else []))

    def cards(self) -> list[dict[str, Any]]:
        """What is known of the signal before it is weighed; raises BankError if no table has it."""
        return [card for card in self.whole.cards() if card["id"] == self.only]

    def page(self) -> dict[str, Any]:
        """What the page of the whole gets, the signal that is asked, and those that a reader has met before it."""
        before = self.whole.signals[: self.whole.signals.index(self.only)]
        met = [{"id": card["id"], "short": card["short"]} for card in cards(before)]
        return {**self.whole.page(), "only": self.only, "met": met, "commit": "", "hypotheses": []}

    def drawn(self, seed: int) -> dict[str, Any]:
        """The reasons offered for it, in the order in which the board shows them."""
        drawn: dict[str, Any] = self.whole.drawn(seed)
        return drawn

    def begun(self, answered: Answered) -> dict[str, Any]:
        """Prior and ratings from earlier weighings and forecasts, as for the whole."""
        begun: dict[str, Any] = self.whole.begun(answered)
        return begun

    def own(self, value: Any) -> Any:  # noqa: ANN401 - any JSON value
        """The rating; an answer that can't be read is one's own as a whole."""
        ratings = value.get("ratings", {}) if isinstance(value, dict) else None
        if not isinstance(ratings, dict):
            return value
        return ratings.get(self.only)

    def merged(self, there: Any, value: Any, base: Any) -> Any:  # noqa: ANN401 - any JSON values
        """What is there, with the signal's rating of the page, and its prior, if they were changed here."""
        return merge.merged(there, value, base, self.only)

    def clash(self, there: Any, value: Any, base: Any) -> bool:  # noqa: ANN401 - any JSON values
        """Whether the signal was rated otherwise elsewhere, too."""
        return merge.clash(there, value, base, self.only)
