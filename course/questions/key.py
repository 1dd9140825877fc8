"""The key of a question: criteria that earn points, and remarks on what an answer shows.

A lesson's key stands inline in its bank, because lessons are not graded. The key of a graded question stands in
`grading/keys/` and nowhere else. Both have this form.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from course.argument.statement import Statement

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, description="lower-case-with-hyphens")]
Text = Annotated[str, Meta(min_length=1, max_length=2000)]
ClaimId = Annotated[str, Meta(pattern=r"^C\d{3}$", description="a claim of the brief, such as C025")]
MisconceptionId = Annotated[str, Meta(pattern=r"^M\d{2}$", description="a misconception of the mark scheme")]
Points = Annotated[float, Meta(gt=0, le=100)]
Unit = Annotated[float, Meta(ge=0, le=1, description="a probability, 0 to 1")]
Pair = tuple[Slug, Slug]
SignalId = Annotated[str, Meta(pattern=r"^[A-Z]{1,2}\d{2}$", description="a signal, such as S01")]
Step = Annotated[int, Meta(ge=-3, le=3, description="a step of the scale of effects, −3 to 3")]
Check = Literal["varied", "direction", "towards", "posterior", "strongest", "removal"]
Shown = Literal["valid", "consistent", "no_idle", "no_circle", "cited"]


class Cited(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement, and the claims that say so."""

    statement: Statement
    claims: tuple[ClaimId, ...]


class Sum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Events of which exactly one comes if the whole comes, and none otherwise. Without `whole`: one comes for sure."""

    parts: Annotated[tuple[Slug, ...], Meta(min_length=2)]
    whole: Slug | None = None


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A condition on an answer. Every member given must hold; one without members is refused by the loader."""

    chose: tuple[Slug, ...] = ()
    """choose_one: the choice is any of these."""
    includes: tuple[Slug, ...] = ()
    """choose_many: all of these are chosen."""
    excludes: tuple[Slug, ...] = ()
    """choose_many: none of these is chosen."""
    places: dict[Slug, Slug | tuple[Slug, ...]] = msgspec.field(default_factory=dict)
    """classify: every item named stands in its category, or in one of its categories."""
    before: tuple[Pair, ...] = ()
    """rank: in every pair the first item ranks before the second."""
    between: dict[Slug, tuple[Unit, Unit]] = msgspec.field(default_factory=dict)
    """probability, forecast: every item named lies in its closed interval."""
    at_most: tuple[Pair, ...] = ()
    """probability, forecast: in every pair the first is not more probable than the second."""
    adds_up: tuple[Sum, ...] = ()
    """probability, forecast: in every sum the parts are together as probable as the whole, to a percentage point."""
    rates: dict[SignalId, tuple[Step, Step]] = msgspec.field(default_factory=dict)
    """weigh: the effect of every signal named lies in its closed interval of steps."""
    together: tuple[tuple[SignalId, ...], ...] = ()
    """weigh: the signals of every group are told as one story."""
    coherent: tuple[Check, ...] = ()
    """weigh: what the learner concludes follows from the learner's own ratings (`course.scoring.coherence`)."""
    shows: tuple[Shown, ...] = ()
    """argue: the argument is all of this (`course.argument.judge`); cited: every premise cites a claim; no_circle: no
    premise grants the conclusion by itself."""
    grants: tuple[Statement, ...] = ()
    """argue: the premises together entail every one of these, without contradicting one another."""
    within: tuple[Statement, ...] = ()
    """argue: every premise keeps to these, what a text says: its rules follow from these rules, its facts from these
    facts."""
    says: tuple[Statement, ...] = ()
    """argue: for any of these, some premise says the same in other words or in these."""
    concludes: tuple[Statement, ...] = ()
    """argue: the conclusion says the same as any of these."""
    cites: tuple[Cited, ...] = ()
    """argue: for every one of these, some premise says that and cites one of the claims."""
    sourced: tuple[Cited, ...] = ()
    """argue: at least one premise cites, and whatever a premise cites says so: the statements of its claims together
    grant it, a rule from rules and a fact from facts. A premise without a claim is the learner's own."""
    agreed: bool | None = None
    """deal: whether every side accepts the terms, positions relaxed as the learner has relaxed them."""
    proposes: dict[Slug, Slug | tuple[Slug, ...]] = msgspec.field(default_factory=dict)
    """deal: the terms on these issues are this option, or one of these options."""
    relaxes: tuple[tuple[str, Slug, Slug], ...] = ()
    """deal: every one of these positions (side, issue, option) is relaxed."""
    spare: bool | None = None
    """deal: whether some position is relaxed that the proposed terms don't need."""
    fewest: bool | None = None
    """deal: whether the zone is opened with as few relaxations as can open it."""
    any: tuple["When", ...] = ()
    """At least one of these conditions holds."""
    not_: "When | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing an answer must show, what it earns, and what the learner reads when it is missing."""

    id: Slug
    when: When
    points: Points = 1.0
    missed: str = ""
    """Where to look again. It never states the answer."""


class Remark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said to a learner whose answer shows something, above all a known misreading."""

    when: When
    says: Text
    reread: tuple[ClaimId, ...] = ()
    misconception: MisconceptionId | None = None


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Criteria and remarks of one question. `question` is its id; inline keys leave it out."""

    criteria: Annotated[tuple[Criterion, ...], Meta(min_length=1)]
    remarks: tuple[Remark, ...] = ()
    question: Slug | None = None
    dropped: bool = False
    """The question turned out to be unfit: everybody gets its points, whatever was answered."""
