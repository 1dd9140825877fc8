"""The key of a question: criteria that earn points, and remarks on what an answer shows.

A lesson's key stands inline in its bank, because lessons are not graded. The key of a graded question stands in
`grading/keys/` and nowhere else. Both have this form.
"""

from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import Meta

from course.asked.condition import Condition
from course.asked.fields import ClaimId, MisconceptionId, Points, Slug, Text

When = TypeVar("When", bound=Condition)


class Criterion(msgspec.Struct, Generic[When], frozen=True, forbid_unknown_fields=True):
    """One thing an answer must show, what it earns, and what the learner reads when it is missing."""

    id: Slug
    when: When
    points: Points = 1.0
    missed: str = ""
    """Where to look again. It never states the answer."""


class Remark(msgspec.Struct, Generic[When], frozen=True, forbid_unknown_fields=True):
    """What is said to a learner whose answer shows something, above all a known misreading."""

    when: When
    says: Text
    reread: tuple[ClaimId, ...] = ()
    misconception: MisconceptionId | None = None


class Key(msgspec.Struct, Generic[When], frozen=True, forbid_unknown_fields=True):
    """Criteria and remarks of one question. `question` is its id; inline keys leave it out."""

    criteria: Annotated[tuple[Criterion[When], ...], Meta(min_length=1)]
    remarks: tuple[Remark[When], ...] = ()
    question: Slug | None = None
    dropped: bool = False
    """The question turned out to be unfit: everybody gets its points, whatever was answered."""
