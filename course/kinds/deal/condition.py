"""What a key may ask of a deal that a learner proposes, and of the positions relaxed for it."""

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from course.asked.condition import Condition
from course.asked.fields import Slug
from course.asked.verdict import HIGHEST, Found, found, verdict
from course.bargaining import Relaxation, objections, relaxed
from course.kinds.deal.answer import Dealt, Posed
from course.kinds.deal.positions import fewest, positions


class DealWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of a deal. The table of positions is read for it.

    `agreed` and `lacks` beside other members only say when these are judged, and so does `proposes` beside `spare` and
    `fewest`: whoever lacks a relaxation is not told that one is to be taken back.
    """

    agreed: bool | None = None
    """Whether every side accepts the terms, positions relaxed as the learner has relaxed them."""
    lacks: Annotated[int, Meta(ge=0)] | None = None
    """At most so many relaxations are missing before every side accepts; an issue without terms counts for one."""
    proposes: dict[Slug, Slug | tuple[Slug, ...]] = msgspec.field(default_factory=dict)
    """The terms on these issues are this option, or one of these options."""
    relaxes: tuple[tuple[str, Slug, Slug], ...] = ()
    """Every one of these positions (side, issue, option) is relaxed."""
    spare: bool | None = None
    """Whether some position is relaxed that the proposed terms don't need."""
    fewest: bool | None = None
    """Whether no other terms, of those that `proposes` allows, need fewer relaxations than the terms proposed."""
    any: tuple["DealWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "DealWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "DealWhen | None" = None
    """Only where this holds is the rest judged."""

    def settled_by(self, answer: Dealt, finished: bool) -> bool | None:
        """Whether a deal, as far as it has come, meets all of it; None where that is open.

        What is finished and meets a condition is scored. That something is missing is said where it can't come any
        more.
        """
        return verdict(self, self._found(answer, finished), answer, finished)

    def _found(self, answer: Dealt, finished: bool) -> Iterator[Found]:
        """What each member given finds, whatever the others find."""
        if self.agreed is not None:
            yield found(finished and self.agreed is agreed(answer), level=0, open_=not finished)
        if self.lacks is not None:
            yield found(lacking(answer) <= self.lacks, level=0, open_=not finished)
        if self.proposes:
            wrong = any(issue in answer.terms and not ok for issue, ok in self.each(answer).items())
            yield found(all(self.each(answer).values()), level=1, open_=not finished and not wrong)
        if self.relaxes:
            yield found({*self.relaxes} <= {*answer.relaxed}, level=1, open_=not finished)
        if self.spare is not None:
            idle = bool(needless(answer))
            yield found(idle is self.spare, level=HIGHEST, open_=not finished and not idle)
        if self.fewest is not None:
            met = _fewest(answer, self._allowed) is self.fewest
            yield found(met, level=HIGHEST, open_=not finished and not (self.fewest and answer.terms))

    def about(self, answer: Dealt) -> Iterator[str]:
        """Issues: those named, or those of positions that are relaxed for nothing; or the deal as a whole."""
        yield from self.proposes
        yield from (issue for _, issue, _ in self.relaxes)
        if self.agreed is not None or self.lacks is not None or self.fewest is not None:
            yield ""
        if self.spare is not None:
            yield from {issue for _, issue, _ in needless(answer)} or {""}

    def each(self, answer: Dealt) -> dict[str, bool]:
        """Whether the terms on each issue named are as it has them."""
        return {issue: answer.terms.get(issue) in _options(wanted) for issue, wanted in self.proposes.items()}

    @property
    def _allowed(self) -> dict[str, tuple[str, ...]]:
        return {issue: _options(wanted) for issue, wanted in self.proposes.items()}

    def unfit(self, question: Any) -> Iterator[str]:  # noqa: ANN401 - a deal
        """Issues that the question does not have."""
        issues = {each.id for each in question.options}
        named = [*self.proposes, *(issue for _, issue, _ in self.relaxes)]
        yield from (f"when: “{i}” is not an issue of the question." for i in named if i not in issues)


def agreed(dealt: Dealt) -> bool:
    """Whether every side accepts the terms, positions relaxed as in the answer."""
    table = positions(tuple(dealt.terms))
    return bool(dealt.terms) and not objections(relaxed(table, dealt.relaxed), dealt.terms)


def lacking(dealt: Dealt) -> int:
    """How many relaxations the terms still need, and how many issues have no terms."""
    blank = set(dealt.issues if isinstance(dealt, Posed) else ()) - set(dealt.terms)
    return len(needed(dealt) - {*dealt.relaxed}) + len(blank)


def needed(dealt: Dealt) -> set[Relaxation]:
    """Positions that have to be relaxed before every side accepts the terms proposed so far."""
    found = objections(positions(tuple(dealt.terms)), dealt.terms)
    return {(each.side, each.issue, each.option) for each in found}


def needless(dealt: Dealt) -> set[Relaxation]:
    """Positions that are relaxed and that the proposed terms don't need. Of an issue without terms nothing is said."""
    return {each for each in dealt.relaxed if each[1] in dealt.terms} - needed(dealt)


def _options(wanted: str | tuple[str, ...]) -> tuple[str, ...]:
    return (wanted,) if isinstance(wanted, str) else wanted


def _fewest(dealt: Dealt, allowed: dict[str, tuple[str, ...]]) -> bool:
    return bool(dealt.terms) and len(needed(dealt)) <= fewest(tuple(dealt.terms), allowed)
