"""Questions whose answer says something of each item: a place, a rank, a probability. Pure."""

from collections.abc import Callable
from typing import Any

from course.asked.prose import as_text
from course.asked.question import Asked, Lines, Option, fitting
from course.asked.standing import ANSWERED, NOT_ATTEMPTED, Standing, incomplete

TINY = 1e-9
"""Numbers that differ by less are one: 3 × 0.1 is not 0.3 to a computer, and at the end of a scale that is a fault."""


class OfItems(Asked, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question with items, of each of which an answer says something."""

    items: tuple[Option, ...]

    @property
    def options(self) -> tuple[Option, ...]:
        """Its items."""
        return self.items

    def lacking(self, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON value
        """Items without an answer; none if the answer does not fit the question."""
        said = given(self, {} if value is None else value)
        return () if said is None else tuple(item.id for item in self.items if item.id not in said)


def given(question: Asked, value: Any) -> dict[str, Any] | None:  # noqa: ANN401 - any JSON value
    """What is said of which item; None if that is no such answer. An item with null is one not answered."""
    known = {o.id for o in question.options}
    if not isinstance(value, dict) or not all(k in known for k in value):
        return None
    return {k: v for k, v in value.items() if v is not None}


def how_far(question: Asked, said: dict[str, Any], verb: str) -> Standing:
    """Where an answer stands in which nothing is wrong."""
    left = len(question.options) - len(said)
    if not said:
        return NOT_ATTEMPTED
    return incomplete(f"{left} of {len(question.options)} still to {verb}.") if left else ANSWERED


def both(answer: dict[str, Any], a: str, b: str) -> bool:
    """Whether an answer speaks of both items."""
    return answer.get(a) is not None and answer.get(b) is not None


def within(answer: dict[str, Any], item: str, span: tuple[float, float]) -> bool:
    """Whether the number that an answer gives for an item lies in a closed interval; no number lies in none."""
    return answer.get(item) is not None and no_more(span[0], answer[item]) and no_more(answer[item], span[1])


def no_more(a: float, b: float) -> bool:
    """Whether a number is not larger than another. What a computer's rounding alone makes larger, is not."""
    return a <= b + TINY


def lines(
    question: Asked,
    answer: Any,  # noqa: ANN401 - any JSON value
    line: Callable[[str, Any], str | None],
    order: Callable[[Any], int] = lambda _: 0,
) -> Lines:
    """An answer in words, item by item.

    Args:
        question: what was asked.
        answer: any JSON value.
        line: makes a line of an item's text and what is said of it; None if that does not fit.
        order: by what is said of them, items are put in order.
    """
    texts = {o.id: as_text(o.text) for o in question.options}
    if not isinstance(answer, dict):
        return fitting([None] if answer is not None else [])
    known = sorted((k for k in texts if answer.get(k) is not None), key=lambda k: order(answer[k]))
    odd = sum(v is not None for k, v in answer.items() if k not in texts)
    return fitting([*(line(texts[k], answer[k]) for k in known), *[None] * odd])
