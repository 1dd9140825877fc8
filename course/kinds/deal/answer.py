"""What a learner says when looking for a deal, as the journal keeps it. Pure."""

from typing import Any

import msgspec

from course.bargaining import Relaxation


class Dealt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to a question of type deal.

    Attributes:
        terms: issue to the option proposed; an issue without one is blank.
        relaxed: what a side is supposed to accept besides, as (side, issue, option).
    """

    terms: dict[str, str] = {}
    relaxed: tuple[Relaxation, ...] = ()


class Posed(Dealt, frozen=True):
    """A deal, and the issues that its question asks for."""

    issues: tuple[str, ...] = ()


def parse(value: Any) -> Dealt:  # noqa: ANN401 - any JSON value
    """An answer from JSON.

    Raises:
        ValueError: it has another form; the message names the member. (`msgspec.ValidationError` is one.)
    """
    return msgspec.convert(value, Dealt)
