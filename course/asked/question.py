"""What every question has, and what a kind of question has to say of itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from course.asked.check import Checked
from course.asked.condition import Condition
from course.asked.counted import ByItems
from course.asked.fields import ClaimId, Points, Slug, Text
from course.asked.guess import Guessed
from course.asked.key import Key
from course.asked.part import InPart
from course.asked.portfolio import Kept
from course.asked.report import Reported
from course.asked.shown import Shown
from course.asked.standing import NOT_ATTEMPTED, Standing, State


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A choice, or an item to place, rank or judge."""

    id: Slug
    text: Text
    was: tuple[Slug, ...] = ()
    """Ids it had before; an answer that names one of them means this."""


Options = Annotated[tuple[Option, ...], Meta(min_length=2, max_length=20)]
Lines = tuple[str, ...]
_NAME = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_LONGEST = 60


class Asked(
    Checked, Reported, Kept, Guessed, Shown, InPart, ByItems, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """What all questions have. A graded question has points and no inline key.

    A kind of question is a record of its own that adds what it asks, and says below what its answers mean. Whoever has
    a question asks it, and never what kind it is. What only one reader asks, or its page, stands in a base, in a
    file of its own.
    """

    id: Slug
    title: Text
    prompt: Text
    points: Points | None = None
    claims: tuple[ClaimId, ...] = ()
    hints: tuple[Text, ...] = ()
    shuffle: bool = True
    was: tuple[Slug, ...] = ()
    """Ids it had before; an answer under one of them is read as an answer to this."""
    pool: Slug | None = None
    """A pool of questions that stand for one: `ask(pool)` shows the one that the learner's seed draws."""
    again: bool = False
    """Whether later lessons may ask it again: it can be understood without what stands around it in its lesson."""
    key: Key[Any] | None = None

    condition: ClassVar[type[Condition]] = Condition
    """What a key may ask of an answer."""
    counts_unfinished: ClassVar[bool] = False
    """Whether what is finished of an incomplete answer is scored."""

    @property
    def options(self) -> tuple[Option, ...]:
        """Its choices or items, in the bank's order."""
        raise NotImplementedError

    @property
    def instruction(self) -> str:
        """What the learner is to do, in one sentence."""
        raise NotImplementedError

    @property
    def minutes(self) -> float:
        """How long it takes to read and to answer: stated by the course, not measured on learners."""
        return 0.5 + 0.25 * len(self.options)

    @property
    def earlier(self) -> dict[str, str]:
        """What its choices or items were called before, to what they are called now."""
        return {old: option.id for option in self.options for old in option.was}

    def up_to_date(self, value: Any) -> Any:  # noqa: ANN401 - any JSON value
        """An answer in which choices and items have the names that they have now."""
        names = self.earlier
        return _renamed(value, names) if names else value

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every name that an answer may hold."""
        return frozenset(option.id for option in self.options)

    def strange(self, value: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """What an answer that does not fit names and the question does not have, such as a choice that was renamed.

        Any value is accepted. What no id can be is left out, and so are numbers, unless an id of the question is one.
        """
        if self.stand(value).state is not State.INCOHERENT:
            return ()
        known = self.vocabulary
        numbered = any(each.isdecimal() for each in known)
        found = (each for each in _names(value) if each not in known and len(each) <= _LONGEST)
        found = (each for each in found if numbered or not each.isdecimal())
        return tuple(dict.fromkeys(each for each in found if _NAME.fullmatch(each)))

    def read(self, value: Any) -> Any:  # noqa: ANN401 - any JSON value
        """An answer as conditions take it.

        Raises:
            ValueError: it has another form; the message says what was expected.
        """
        return value

    def stand(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where an answer stands.

        Args:
            value: the answer as JSON, None if there is none. Any value is accepted; one that does not fit the question
                is incoherent, and the reason says what was expected.
        """
        return self.taken(value)[0]

    def taken(self, value: Any) -> tuple[Standing, Any]:  # noqa: ANN401 - any JSON value
        """Where an answer stands, and the answer as conditions take it; None where it is blank or incoherent."""
        if is_blank(value):
            return NOT_ATTEMPTED, None
        standing = self.standing(value)
        return standing, self.read(value) if standing.state in (State.ANSWERED, State.INCOMPLETE) else None

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value but a blank one
        """Where an answer stands that is not blank."""
        raise NotImplementedError

    def forfeits(self, answer: Any) -> str:  # noqa: ANN401, ARG002 - as conditions take it
        """Why an answer earns nothing, whatever a key asks for, in a sentence; empty where nothing is against it."""
        return ""

    def faults(self) -> Iterator[str]:
        """In what its own parts do not fit each other, each as “member: what was expected”."""
        yield from twice("id “{}” stands there twice among choices or items.", (o.id for o in self.options))
        ids = {o.id for o in self.options}
        yield from (f"was: “{old}” is the id of another choice or item." for old in self.earlier if old in ids)

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """An answer as short lines, what was chosen, placed, ranked or judged and not its ids; empty if there is none.

        Any value is accepted. Parts that do not fit the question are counted, never repeated: they are not an answer,
        and a journal can hold anything.
        """
        raise NotImplementedError


def is_blank(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Whether an answer says nothing, whatever was asked."""
    return value is None or value in ("", [], {})


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON value
    match value:
        case str():
            return names.get(value, value)
        case list():
            return [_renamed(each, names) for each in value]
        case dict():
            return {names.get(key, key): _renamed(each, names) for key, each in value.items()}
        case _:
            return value


def _names(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Every text in a value, keys too."""
    left = [value]
    while left:
        match left.pop():
            case str() as text:
                yield text
            case list() as several:
                left += reversed(several)
            case dict() as members:
                left += [*reversed(members.values()), *reversed(members)]


def twice(says: str, ids: Iterable[str]) -> Iterator[str]:
    """A line for each id that stands there more than once; the line has a place for it."""
    yield from (says.format(i) for i, n in Counter(ids).items() if n > 1)


def fitting(lines: Iterable[str | None]) -> Lines:
    """Lines of an answer in words; what does not fit the question is None, and is counted at the end."""
    found = list(lines)
    odd = sum(line is None for line in found)
    rest = (f"({odd} that the question does not have)",) if odd else ()
    return (*(line for line in found if line is not None), *rest)
