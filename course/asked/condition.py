"""A condition on an answer, as a key has it: what every kind of question adds its own members to. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Every member given must hold. Each kind of question has a record of its own that adds what a key may ask."""

    any: "tuple[Condition, ...]" = ()
    """At least one of these conditions holds."""
    not_: "Condition | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "Condition | None" = None
    """Only where this holds is the rest judged; else it earns nothing and nothing is told."""

    def settles(self, answer: Any, finished: bool = True) -> bool | None:  # noqa: ANN401 - what the kind reads
        """Whether an answer, as far as it has come, meets every member: yes, no, or None where that is still open.

        Only what is settled earns, and only of that anything is told. A finished answer settles everything, unless a
        kind says otherwise. An unfinished one settles what holds already, and what speaks only of items that are
        answered; nothing that asks for an absence, because what is not there yet would meet that.

        Args:
            answer: as the question reads it (`Asked.read`).
            finished: whether the answer is complete, or is taken as it stands: what it leaves out is then not met.
        """
        if self.given is not None and not self.given.settles(answer, finished):
            return None
        return self.settled_by(answer, finished)

    def settled_by(self, answer: Any, finished: bool) -> bool | None:  # noqa: ANN401 - as above
        """What `settles` says where what is given holds. A kind that can tell more of an unfinished answer does so."""
        if not finished and self.negated:
            return None
        if self.met(answer) and self._parts_hold(answer):
            return True
        return False if finished or named((self,)) <= answered(answer) else None

    def _parts_hold(self, answer: Any) -> bool:  # noqa: ANN401 - as above
        if self.any and not any(each.settles(answer) for each in self.any):
            return False
        return self.not_ is None or not self.not_.settles(answer)

    def met(self, answer: Any) -> bool:  # noqa: ANN401, ARG002 - as above
        """Whether an answer, as it stands, meets the members that the kind has of its own."""
        return True

    def about(self, answer: Any) -> Iterator[str]:  # noqa: ANN401, ARG002 - as above
        """The items, or parts of a built answer, that the kind's own members say something of.

        A remark on one stands beside it on the page. What is chosen counts, and not what should be: that would give it
        away. "" stands for the answer as a whole.
        """
        yield from self.named()

    def each(self, answer: Any) -> dict[str, bool]:  # noqa: ANN401, ARG002 - as above
        """Of the items that the own members judge one by one, whether each is as it should be."""
        return {}

    @property
    def denies(self) -> bool:
        """Whether it asks, among the kind's own members, that something is absent."""
        return False

    @property
    def negated(self) -> bool:
        """Whether it asks, anywhere in it, that something is absent."""
        return self.denies or self.not_ is not None or any(each.negated for each in self.any)

    @classmethod
    def members(cls) -> tuple[str, ...]:
        """The members that the kind has of its own."""
        return tuple(name for name in cls.__struct_fields__ if name not in Condition.__struct_fields__)

    def faults(self, question: Any) -> Iterator[str]:  # noqa: ANN401 - a question of the kind
        """Everything in which it does not fit a question."""
        given = [name for name in self.members() if getattr(self, name) not in ((), {}, None)]
        if not given and not self.any and self.not_ is None:
            yield "when: expected at least one condition; an empty one would hold for every answer."
        yield from self.unfit(question)
        for part in self.parts:
            yield from part.faults(question)

    @property
    def parts(self) -> "tuple[Condition, ...]":
        """The conditions within this one."""
        return (*self.any, *(each for each in (self.not_, self.given) if each is not None))

    def unfit(self, question: Any) -> Iterator[str]:  # noqa: ANN401 - a question of the kind
        """What the kind's own members name that the question does not have."""
        ids = {option.id for option in question.options}
        yield from (f"when: “{i}” is not a choice or item of the question." for i in self.named() if i not in ids)

    def named(self) -> Iterator[str]:
        """The choices or items that the kind's own members name."""
        yield from ()


def named(conditions: Iterable[Condition]) -> set[str]:
    """The choices or items that conditions name, at any depth."""
    return {i for each in conditions for i in (*each.named(), *named(each.parts))}


def answered(answer: Any) -> set[str]:  # noqa: ANN401 - what the kind reads
    """The items that an answer speaks of, if it is a dict by item or a list of items; else none."""
    if isinstance(answer, Mapping):
        return {i for i, said in answer.items() if said is not None}
    return {*answer} if isinstance(answer, list) else set()


def alternatives(conditions: Iterable[Any]) -> Iterator[Any]:
    """Conditions with those of which any may hold, at any depth; none that must not hold."""
    for each in conditions:
        yield each
        yield from alternatives(each.any)
