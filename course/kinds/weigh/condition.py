"""What a key may ask of a weighing. Pure."""

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from course.asked.condition import Condition
from course.kinds.weigh.answer import Weighed, stories
from course.kinds.weigh.coherence import Check, coherent

SignalId = Annotated[str, Meta(pattern=r"^[A-Z]{1,2}\d{2}$", description="a signal, such as S01")]
Step = Annotated[int, Meta(ge=-3, le=3, description="a step of the scale of effects, −3 to 3")]


class WeighWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of a weighing."""

    rates: dict[SignalId, tuple[Step, Step]] = msgspec.field(default_factory=dict)
    """The effect of every signal named lies in its closed interval of steps."""
    together: tuple[tuple[SignalId, ...], ...] = ()
    """The signals of every group are told as one story."""
    coherent: tuple[Check, ...] = ()
    """What the learner concludes follows from the learner's own ratings (`course.kinds.weigh.coherence`)."""
    any: tuple["WeighWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "WeighWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""

    def met(self, answer: Weighed) -> bool:
        """Whether a weighing meets all of it."""
        told = [set(group) for group in stories(answer).values()] if self.together else []
        return (
            all(self.each(answer).values())
            and all(any(set(group) <= story for story in told) for group in self.together)
            and all(coherent(check, answer) for check in self.coherent)
        )

    def about(self, answer: Weighed) -> Iterator[str]:  # noqa: ARG002 - whatever was said
        """The signals that it names, and the conclusion where that is held against them."""
        yield from self.named()
        yield from ("conclusion" for _ in self.coherent)

    def each(self, answer: Weighed) -> dict[str, bool]:
        """Whether the effect of each signal named lies in its interval."""
        steps = {signal: rating.step for signal, rating in answer.ratings.items()}
        return {s: (step := steps.get(s)) is not None and lo <= step <= hi for s, (lo, hi) in self.rates.items()}

    def named(self) -> Iterator[str]:
        """The signals that it names."""
        yield from (i for group in self.together for i in group)
        yield from self.rates
