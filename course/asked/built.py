"""Questions whose answers are built from parts, and so read into a record before anything can be said of them. Pure."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, ClassVar

from course.asked.key import Key
from course.asked.question import Asked, Lines, fitting, is_blank
from course.asked.report import Pick
from course.asked.standing import ANSWERED, NOT_ATTEMPTED, Standing, incoherent, incomplete

MOST_REASONS = 10
"""Thousands of premises may each have faults, and nobody reads a thousand reasons."""


class Built(Asked, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question of which `read` makes a record; a kind says what is wrong with that, what it lacks, and tells it."""

    answers_in_parts: ClassVar[bool] = True
    called: ClassVar[str]
    """What an answer is, for a message."""

    def wrong(self, made: Any) -> Iterator[str]:  # noqa: ANN401 - the kind's record
        """Why an answer does not fit the question; may raise ValueError."""
        raise NotImplementedError

    def gaps(self, made: Any) -> Iterator[str]:  # noqa: ANN401 - the kind's record
        """What is still to be done."""
        raise NotImplementedError

    def told(self, made: Any) -> Lines:  # noqa: ANN401 - the kind's record
        """An answer that fits the question, in words."""
        raise NotImplementedError

    def taken(self, value: Any) -> tuple[Standing, Any]:  # noqa: ANN401 - any JSON value
        """Where an answer stands, and its record: it is read once for both."""
        if is_blank(value):
            return NOT_ATTEMPTED, None
        try:
            made = self.read(value)
            found, missing = tuple(islice(self.wrong(made), MOST_REASONS)), tuple(self.gaps(made))
        except ValueError as e:
            return incoherent(f"The answer is no {self.called}: {e}"), None
        if found:
            return incoherent(*found), None
        return incomplete(*missing) if missing else ANSWERED, made

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """The parts of an answer, if it fits the question."""
        made = self.taken(answer)[1]
        if made is None:
            return fitting([None] if answer is not None else [])
        return self.told(made)

    def picks(self, key: Key[Any]) -> tuple[Pick, ...]:  # noqa: ARG002 - whatever it asks
        """Nothing: what is built has too many forms to be counted."""
        return ()
