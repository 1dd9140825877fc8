"""The journal as data: its structs, which are also the published schema, and its form on disk."""

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"
else:
    JSON = Any  # msgspec cannot resolve a recursive alias; `course.journal.bounds` checks what this one says

FORMAT: Final = "course-journal"
VERSION: Final = 1
MAX_BYTES: Final = 20_000_000
MAX_DEPTH: Final = 32
MAX_MEMBERS: Final = 10_000
MAX_NAME: Final = 100
MAX_INTEGER: Final = 2**53 - 1
NAME_PATTERN: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
TIME_PATTERN: Final = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z$"

# The patterns stand in `extra_json_schema`, so that they are published but not tested at each decoding: `parse` tests
# them when bytes come from elsewhere, and a save that meets the bytes it wrote itself decodes four times as fast.
Name = Annotated[
    str,
    msgspec.Meta(
        description="The id of a question, or a kind of event.",
        extra_json_schema={"pattern": NAME_PATTERN, "maxLength": MAX_NAME},
    ),
]
Time = Annotated[
    str,
    msgspec.Meta(
        description="UTC, ISO 8601, always with microseconds and Z, so that text order is time order.",
        extra_json_schema={"pattern": TIME_PATTERN, "format": "date-time"},
    ),
]
Value = Annotated[
    JSON,
    msgspec.Meta(
        description=f"Any JSON as in RFC 7493 (I-JSON): integers within ±(2^53 - 1), nested at most {MAX_DEPTH} deep, "
        f"at most {MAX_MEMBERS} members in all its lists and objects together.",
    ),
]


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The latest answer to one question.

    Attributes:
        value: the answer, plain JSON whose shape depends on the question's type.
        saved_at: when this value was written, UTC.
        committed_at: when the learner last committed an answer to this question; None before the first time.
        revision: how often this question was answered, from 1.
    """

    value: Value
    saved_at: Time
    committed_at: Time | None
    revision: Annotated[int, msgspec.Meta(ge=1, le=MAX_INTEGER)]


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the log; entries are only ever appended.

    Attributes:
        at: when, UTC; never earlier than the entry before it.
        question: the question's id.
        event: `answer`, `commit`, or another kind such as `hint`, `check`, `reveal`, `reset`.
        value: the answer as saved, or the detail of another kind of event.
    """

    at: Time
    question: Name
    event: Name
    value: Value


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole journal, as it stood when it was read.

    Attributes:
        format: always `course-journal`.
        version: of the format, counted from 1.
        seed: the learner's random seed, from which the order of choices and items follows; 0 to 2^53 - 1.
        created_at: when the journal was begun, UTC.
        answers: the latest answer by question id.
        log: everything that happened, oldest first.
    """

    # No defaults: msgspec would then also read a file that lacks these two.
    format: Literal["course-journal"]
    version: Literal[1]
    seed: Annotated[int, msgspec.Meta(ge=0, le=MAX_INTEGER)]
    created_at: Time
    answers: dict[Name, Answer]
    log: tuple[Event, ...]


EMPTY: Final = Record(
    format=FORMAT, version=VERSION, seed=0, created_at="1970-01-01T00:00:00.000000Z", answers={}, log=()
)
"""What stands for a journal that can't be read."""

_decoder = msgspec.json.Decoder(Record)


def encode(record: Record) -> bytes:
    """The content of a journal file: UTF-8, keys sorted, one space of indent, a final line break."""
    return msgspec.json.format(msgspec.json.encode(record, order="sorted"), indent=1) + b"\n"


def decode(data: bytes) -> Record:
    """Decode a journal file without the checks that the decoder cannot make; see `course.journal.parse`.

    Raises:
        ValueError: not JSON, or not of the structure of a `Record`.
        RecursionError: nested too deeply for the interpreter.
    """
    return _decoder.decode(data.removeprefix(b"\xef\xbb\xbf"))
