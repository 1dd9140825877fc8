"""Answers that are built from parts, and so read into a record before anything can be said of them. Pure."""

from collections.abc import Callable, Iterable
from itertools import islice

from course.asked.standing import ANSWERED, Standing, incoherent, incomplete

MOST_REASONS = 10
"""Thousands of premises may each have faults, and nobody reads a thousand reasons."""


def built(what: str, faults: Callable[[], Iterable[str]], gaps: Callable[[], Iterable[str]]) -> Standing:
    """Where such an answer stands.

    Args:
        what: what it is, for a message.
        faults: why it does not fit the question; may raise ValueError.
        gaps: what is still to be done; may raise ValueError.
    """
    try:
        found, missing = tuple(islice(faults(), MOST_REASONS)), tuple(gaps())
    except ValueError as e:
        return incoherent(f"The answer is no {what}: {e}")
    if found:
        return incoherent(*found)
    return incomplete(*missing) if missing else ANSWERED
