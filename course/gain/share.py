"""A learner's answers to the check-in and the check-out as a file of their own, to be handed in by whoever wants to.

It holds these answers and a code by which two copies of it are known for one learner's, and neither name, nor seed, nor
times, nor anything else from the journal.
"""

import hashlib
from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec

from course.gain.draw import IN, OUT
from course.gain.read import Given
from course.journal.bounds import name_fault, value_fault
from course.journal.errors import JournalError
from course.journal.record import Record

FILE = "gain.json"
MAX_BYTES = 100_000
MOST = 100


class NotAGainError(JournalError):
    """A file that holds no such answers, or not as they should be."""


class Shared(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The answers of one learner.

    Attributes:
        learner: a code made from the journal's seed, from which nobody can work the seed out.
    """

    format: Literal["course-gain"]
    version: Literal[1]
    learner: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]
    answers: Annotated[tuple[Given, ...], msgspec.Meta(max_length=MOST)]


def shared(record: Record, answers: Iterable[Given]) -> Shared:
    """What a learner would hand in.

    Args:
        record: the learner's journal.
        answers: those of it that count.
    """
    # Slow on purpose: a seed has 53 bits, and all of them could be tried.
    code = hashlib.pbkdf2_hmac("sha256", str(record.seed).encode(), b"course-gain", 100_000, 8)
    return Shared(format="course-gain", version=1, learner=code.hex(), answers=tuple(answers))


def written(shared: Shared) -> bytes:
    """The content of the file."""
    return msgspec.json.format(msgspec.json.encode(shared), indent=1) + b"\n"


def read(data: bytes, source: str) -> Shared:
    """What is in a file from anybody; nothing in it is ever executed.

    Args:
        data: its content.
        source: what to call it in messages.

    Raises:
        NotAGainError: it is something else, or too large.
    """
    if len(data) > MAX_BYTES:
        raise NotAGainError(f"{source}: expected at most {MAX_BYTES:,} bytes.")
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=Shared)
    except (ValueError, RecursionError) as error:
        raise NotAGainError(f"{source}: expected the file {FILE} of a portfolio ({error}).") from None
    for number, each in enumerate(found.answers, 1):
        fault = name_fault(each.question) or value_fault(each.value)
        if each.moment not in (IN, OUT):
            fault = f"expected {IN} or {OUT}, not {each.moment[:40]!r}"
        if fault:
            raise NotAGainError(f"{source}: answer {number}: {fault}.")
    return found
