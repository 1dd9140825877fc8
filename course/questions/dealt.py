"""What a learner says when looking for a deal, as the journal keeps it. Pure."""

from collections.abc import Iterator
from typing import Any

import msgspec

from course.bargaining import Positions, Relaxation
from course.questions.model import Deal


class Dealt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to a question of type deal.

    Attributes:
        terms: issue to the option proposed; an issue without one is blank.
        relaxed: what a side is supposed to accept besides, as (side, issue, option).
    """

    terms: dict[str, str] = {}
    relaxed: tuple[Relaxation, ...] = ()


def parse(value: Any) -> Dealt:  # noqa: ANN401 - any JSON value
    """An answer from JSON.

    Raises:
        ValueError: it has another form; the message names the member. (`msgspec.ValidationError` is one.)
    """
    return msgspec.convert(value, Dealt)


def faults(question: Deal, value: Any, table: Positions) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Why an answer does not fit the question. Raises ValueError as `parse`."""
    dealt = parse(value)
    options = {issue: set(table.options[issue]) for issue in question.issues if issue in table.options}
    if any(option not in options.get(issue, ()) for issue, option in dealt.terms.items()):
        yield "The deal names an issue or an option that the question does not have."
    if dealt.relaxed and not question.relax:
        yield "The answer relaxes a position, which the question does not ask."
    for side, issue, option in dealt.relaxed:
        if side not in table.sides or option not in options.get(issue, ()):
            yield "The answer relaxes a position that the question does not have."
            return
    if len(set(dealt.relaxed)) < len(dealt.relaxed):
        yield "A position is relaxed twice."


def gaps(question: Deal, value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """What is still to be done. Raises ValueError as `parse`."""
    left = sum(issue not in parse(value).terms for issue in question.issues)
    if left:
        yield f"{left} of {len(question.issues)} terms still to propose."
