"""What a key may ask of a weighing. The table of claims about signals is read for its reasons."""

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from course.asked.condition import Condition
from course.kinds.weigh.answer import Weighed, stories
from course.kinds.weigh.coherence import Check, coherent, settled
from course.kinds.weigh.reasons import about_each

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
    reasoned: Annotated[int, Meta(ge=1, le=20)] | None = None
    """So many rated signals, or all that are rated if fewer, have a reason that is a claim about that signal."""
    astray: Annotated[int, Meta(ge=0, le=20)] | None = None
    """At most so many rated signals have a reason that is a claim about something else."""
    any: tuple["WeighWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "WeighWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "WeighWhen | None" = None
    """Only where this holds is the rest judged."""

    def met(self, answer: Weighed) -> bool:
        """Whether a weighing meets all of it."""
        told = [set(group) for group in stories(answer).values()] if self.together else []
        return (
            all(self.each(answer).values())
            and all(any(set(group) <= story for story in told) for group in self.together)
            and all(coherent(check, answer) for check in self.coherent)
            and (self.reasoned is None or founded(answer) >= min(self.reasoned, max(len(answer.rated), 1)))
            and (self.astray is None or _astray(answer) <= self.astray)
        )

    def settled_by(self, answer: Weighed, finished: bool) -> bool | None:
        """As for all kinds, but a conclusion is held against all signals, so first all have to be rated."""
        if finished:
            return Condition.settled_by(self, answer, finished)
        if self.negated or not self._says_enough(answer):
            return None
        ways = [each.settles(answer, finished=False) for each in self.any]
        if None in ways and True not in ways:
            return None
        return (not ways or True in ways) and self.met(answer)

    def _says_enough(self, answer: Weighed) -> bool:
        lost = self.astray is not None and _astray(answer) > self.astray
        return (
            {*self.named()} <= answer.rated.keys()
            and all(settled(check, answer) for check in self.coherent)
            and (self.reasoned is None or founded(answer) >= self.reasoned or lost)
        )

    def about(self, answer: Weighed) -> Iterator[str]:  # noqa: ARG002 - whatever was said
        """The signals that it names, and the conclusion where that is held against them."""
        yield from self.named()
        yield from ("conclusion" for _ in self.coherent)

    def each(self, answer: Weighed) -> dict[str, bool]:
        """Whether the effect of each signal named lies in its interval."""
        steps = {signal: rating.step for signal, rating in answer.ratings.items()}
        return {s: (step := steps.get(s)) is not None and lo <= step <= hi for s, (lo, hi) in self.rates.items()}

    def unfit(self, question: Any) -> Iterator[str]:  # noqa: ANN401 - a question that weighs
        """What it asks for that the question does not say it asks for, so that nobody could know."""
        yield from Condition.unfit(self, question)
        if not (self.reasoned is self.astray is None or question.reasons):
            yield "when: reasoned and astray expect a question with reasons = true."
        if self.reasoned is not None and self.reasoned > len(question.options):
            yield f"when: reasoned: expected at most {len(question.options)}, the signals of the question."
        if "varied" in self.coherent and not question.varied:
            yield "when: coherent: “varied” expects a question with varied = true, which tells learners of it."

    def named(self) -> Iterator[str]:
        """The signals that it names."""
        yield from (i for group in self.together for i in group)
        yield from self.rates


def founded(answer: Weighed) -> int:
    """How many of the rated signals have a reason that is a claim about the signal."""
    return sum(_reasons(answer))


def _astray(answer: Weighed) -> int:
    return sum(not about for about in _reasons(answer))


def _reasons(answer: Weighed) -> list[bool]:
    """Of each rated signal with a reason, whether that is a claim about the signal."""
    claims = about_each()
    return [each.because in claims.get(signal, ()) for signal, each in answer.rated.items() if each.because]
