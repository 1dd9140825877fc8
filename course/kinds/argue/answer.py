"""What a learner says when building an argument, as the journal keeps it. Pure."""

from functools import cached_property
from typing import Any

import msgspec

from course.argument import Form, Judged, Statement, circular, in_use, judge


class Premise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A premise as built so far: a form, its propositions in order (None where none is chosen yet), claims cited."""

    form: Form
    of: tuple[str | None, ...] = ()
    claims: tuple[str, ...] = ()

    @cached_property
    def statement(self) -> Statement | None:
        """What it says, once every proposition is chosen."""
        chosen = tuple(each for each in self.of if each is not None)
        made = Statement(self.form, chosen)
        return made if made.fits and len(chosen) == len(self.of) else None


class Argued(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """An answer to a question of type argue; `conclusion` is one of those on offer, None is blank."""

    premises: tuple[Premise, ...] = ()
    conclusion: Statement | None = None

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the finished premises say, in order."""
        return tuple(said for each in self.premises if (said := each.statement) is not None)

    @cached_property
    def judged(self) -> Judged | None:
        """The model's judgement, None while there is no conclusion."""
        return None if self.conclusion is None else judge(self.statements, self.conclusion)

    @cached_property
    def circular(self) -> bool:
        """Whether a premise, or the facts together, already say the conclusion."""
        return self.conclusion is not None and circular(self.statements, self.conclusion)

    @cached_property
    def used(self) -> tuple[Statement, ...]:
        """The finished premises that do some work for the conclusion; none while there is no conclusion."""
        if self.conclusion is None:
            return ()
        return tuple(self.statements[place] for place in sorted(in_use(self.statements, self.conclusion)))

    @property
    def blanks(self) -> int:
        """How many premises are not finished."""
        return len(self.premises) - len(self.statements)


class Posed(Argued, frozen=True):
    """An argument, the premises that its question begins with, and the conclusions that it offers."""

    start: tuple[Statement, ...] = ()
    offered: tuple[Statement, ...] = ()


WORDS = frozenset(field for kind in (Argued, Premise, Statement) for field in kind.__struct_fields__)
"""What such a record names besides propositions, claims and forms."""


def parse(value: Any) -> Argued:  # noqa: ANN401 - any JSON value
    """An answer from JSON.

    Raises:
        ValueError: it has another form; the message names the member. (`msgspec.ValidationError` is one.)
    """
    return msgspec.convert(value, Argued)
