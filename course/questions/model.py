"""What a question is: nine types, each a frozen record read from a bank."""

from typing import Annotated

import msgspec
from msgspec import Meta

from course.argument.statement import FORMS, Form, Proposition, Statement
from course.questions.key import ClaimId, Key, Pair, Points, SignalId, Slug, Text


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A choice, or an item to place, rank or judge."""

    id: Slug
    text: Text


class Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place for items. `max` bounds how many items it can hold; more is incoherent."""

    id: Slug
    text: Text
    max: Annotated[int, Meta(ge=1)] | None = None


Options = Annotated[tuple[Option, ...], Meta(min_length=2, max_length=20)]
Categories = Annotated[tuple[Category, ...], Meta(min_length=2, max_length=8)]
Events = Annotated[tuple[Option, ...], Meta(min_length=1, max_length=12)]


class _Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all questions have. A graded question has points and no inline key."""

    id: Slug
    title: Text
    prompt: Text
    points: Points | None = None
    claims: tuple[ClaimId, ...] = ()
    hints: tuple[Text, ...] = ()
    shuffle: bool = True
    pool: Slug | None = None
    """A pool of questions that stand for one: `ask(pool)` shows the one that the learner's seed draws."""
    key: Key | None = None


class ChooseOne(_Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="choose_one"):
    """Choose one. Answer: a choice id."""

    choices: Options


class ChooseMany(_Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="choose_many"):
    """Choose several. Answer: a list of choice ids. A choice in `alone` contradicts every other choice."""

    choices: Options
    min: Annotated[int, Meta(ge=1)] = 1
    max: Annotated[int, Meta(ge=1)] | None = None
    alone: tuple[Slug, ...] = ()


class Classify(_Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="classify"):
    """Place items in categories. Answer: {item id: category id}."""

    items: Options
    categories: Categories


class Rank(_Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="rank"):
    """Put items in order. Answer: {item id: rank}, 1 is first."""

    items: Options


class Probability(_Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="probability"):
    """Say how probable each event is. Answer: {item id: probability, 0 to 1}.

    In every pair of `at_most` the first event can't be more probable than the second, because it implies it.
    """

    items: Events
    at_most: tuple[Pair, ...] = ()


class Needs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event that can come only in one of some ways: P(what) is at most the sum of P(way)."""

    what: Slug
    ways: Annotated[tuple[Slug, ...], Meta(min_length=1)]


class Forecast(_Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="forecast"):
    """Forecast dated events. Answer: {item id: probability, 0 to 1}.

    Forecasts that do not fit together are pointed out, and can be committed all the same.
    """

    items: Annotated[tuple[Option, ...], Meta(min_length=1, max_length=20)]
    settled_by: dict[Slug, Text]
    """Item to what would settle it: its resolution criteria."""
    implies: tuple[Pair, ...] = ()
    """In every pair the first event implies the second."""
    needs: tuple[Needs, ...] = ()


class Weigh(_Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="weigh"):
    """Weigh signals. Answer: a `course.questions.weighed.Weighed` record.

    Signals stand in the tables `signals` and `transfer_signals`, hypotheses in `hypotheses`, steps in `rating_steps`.
    """

    signals: Annotated[tuple[SignalId, ...], Meta(min_length=2, max_length=20)]
    event: Text | None = None
    """What is weighed, with its article; by default the event of the table `brief`."""
    by: Text | None = None
    """Until when, in the words of the panel; by default as the table `brief` says."""
    hypotheses: tuple[Slug, ...] = ()
    """Competing hypotheses to hold the signals against; none, no matrix."""
    prior_from: Slug | None = None
    """Where the prior to begin with comes from: a weighing and its posterior, or a probability question that asks for
    the event of the table `brief`."""
    ratings_from: tuple[Slug, ...] = ()
    """Earlier weighings whose ratings this one begins with."""
    conclude: bool = False
    """Ask the learner what follows, instead of showing it."""


class Argue(_Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="argue"):
    """Build an argument from blocks. Answer: a `course.questions.argued.Argued` record."""

    propositions: Annotated[tuple[Proposition, ...], Meta(min_length=2, max_length=8)]
    conclusions: Annotated[tuple[Statement, ...], Meta(min_length=1, max_length=8)]
    """What can be chosen as conclusion."""
    forms: Annotated[tuple[Form, ...], Meta(min_length=1)] = tuple(FORMS)
    start: tuple[Statement, ...] = ()
    """Premises that stand there to begin with: an argument to look at, or to mend."""
    citable: tuple[ClaimId, ...] = ()
    """Claims on offer for the premises."""
    hidden: tuple[Statement, ...] = ()
    """Premises that an author may leave unsaid. A lesson names one when only it is missing."""
    max: Annotated[int, Meta(ge=1, le=10)] = 8


class Deal(_Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="deal"):
    """Propose a deal, and relax positions until nobody walks away. Answer: a `course.questions.dealt.Dealt` record.

    Issues and positions stand in the tables `bargaining_options` and `bargaining_positions`.
    """

    issues: Annotated[tuple[Slug, ...], Meta(min_length=1, max_length=8)]
    relax: bool = True
    """Whether positions may be relaxed; otherwise only a deal is proposed."""


Question = ChooseOne | ChooseMany | Classify | Rank | Probability | Forecast | Weigh | Argue | Deal


def options(question: Question) -> tuple[Option, ...]:
    """The choices or items of a question, in the bank's order. Signals and issues stand with their ids for texts."""
    match question:
        case Weigh():
            return tuple(Option(signal, signal) for signal in question.signals)
        case Argue():
            return tuple(Option(each.id, f"{each.id}: {each.text}") for each in question.propositions)
        case Deal():
            return tuple(Option(issue, issue) for issue in question.issues)
        case _:
            pass
    return question.choices if isinstance(question, ChooseOne | ChooseMany) else question.items
