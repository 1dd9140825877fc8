"""What a question says of how it is shown: in a page, and without a kernel. Pure."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Protocol, TypeAlias

import msgspec

from course.asked.prose import runs

Answered: TypeAlias = Callable[[str], Any]
"""Gives the learner's answer to a question by its id, as JSON; None if there is none."""


class Committed(Protocol):
    """An answer as it was once committed."""

    @property
    def value(self) -> Any:  # noqa: ANN401 - any JSON value
        """The answer."""

    @property
    def at(self) -> str:
        """When, UTC."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a question that is about its page. A kind replaces what is particular to it."""

    fixed_order: ClassVar[bool] = False
    """Whether every learner sees its choices or items in the same order, whatever `shuffle` says."""
    keeps_first: ClassVar[bool] = False
    """Whether what was committed first is shown beside the answer for good, and a change since is told."""

    @property
    def kind(self) -> str:
        """The type that a bank gives to its kind; its page's files have that name."""
        return str(type(self).__struct_config__.tag)

    @property
    def options(self) -> Sequence[Any]:
        """Its choices or items, in the bank's order."""
        raise NotImplementedError

    def names(self) -> tuple[str, ...]:
        """Its choices or items as they are listed where there is no kernel; parts may be **bold** or *italic*."""
        return tuple(each.text for each in self.options)

    def cards(self) -> list[dict[str, Any]]:
        """Its choices or items as its page gets them: plain values, each with an id, in the bank's order."""
        return [{"id": each.id, "text": runs(each.text)} for each in self.options]

    def page(self) -> dict[str, Any]:
        """What its page gets besides what every page gets: plain values, and nothing of a key."""
        return {}

    def drawn(self, seed: int) -> dict[str, Any]:  # noqa: ARG002 - most draw only the order of their options
        """What its page gets that the learner's seed draws, besides the order of choices or items."""
        return {}

    def begun(self, answered: Answered) -> dict[str, Any]:  # noqa: ARG002 - most begin blank
        """What its page gets of what the learner said elsewhere, for a question that begins with that.

        Args:
            answered: gives the learner's answers to other questions.
        """
        return {}

    def lacking(self, value: Any) -> tuple[str, ...]:  # noqa: ANN401, ARG002 - any JSON value
        """Its items of which an answer says nothing yet, where its page has a place for each."""
        return ()

    def reveals(self, value: Any, first: Committed | None) -> dict[str, Any]:  # noqa: ANN401, ARG002 - any JSON value
        """What its page is told of an answer besides criteria and remarks. A graded question is never asked.

        Args:
            value: the answer as it stands, committed or not; None if there is none.
            first: what was committed first; None if nothing was, or if the kind does not keep it (`keeps_first`).
        """
        return {}
