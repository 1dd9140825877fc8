"""What a key may ask of a deal that a learner proposes, and of the positions relaxed for it."""

from collections.abc import Iterator
from typing import Any

import msgspec

from course.asked.condition import Condition
from course.asked.fields import Slug
from course.bargaining import Relaxation, objections, relaxed, zone
from course.kinds.deal.answer import Dealt
from course.kinds.deal.positions import fewest, positions


class DealWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of a deal. The table of positions is read for it."""

    agreed: bool | None = None
    """Whether every side accepts the terms, positions relaxed as the learner has relaxed them."""
    proposes: dict[Slug, Slug | tuple[Slug, ...]] = msgspec.field(default_factory=dict)
    """The terms on these issues are this option, or one of these options."""
    relaxes: tuple[tuple[str, Slug, Slug], ...] = ()
    """Every one of these positions (side, issue, option) is relaxed."""
    spare: bool | None = None
    """Whether some position is relaxed that the proposed terms don't need."""
    fewest: bool | None = None
    """Whether the zone is opened with as few relaxations as can open it."""
    any: tuple["DealWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "DealWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""

    def met(self, answer: Dealt) -> bool:
        """Whether a deal meets all of it."""
        return (
            all(self.each(answer).values())
            and set(self.relaxes) <= set(answer.relaxed)
            and (self.agreed is None or self.agreed is agreed(answer))
            and (self.spare is None or self.spare is bool(needless(answer)))
            and (self.fewest is None or self.fewest is _fewest(answer))
        )

    def about(self, answer: Dealt) -> Iterator[str]:
        """Issues: those named, or those of positions that are relaxed for nothing; or the deal as a whole."""
        yield from self.proposes
        yield from (issue for _, issue, _ in self.relaxes)
        if self.agreed is not None or self.fewest is not None:
            yield ""
        if self.spare is not None:
            yield from {issue for _, issue, _ in needless(answer)} or {""}

    def each(self, answer: Dealt) -> dict[str, bool]:
        """Whether the terms on each issue named are as it has them."""
        return {issue: _proposes(answer, issue, wanted) for issue, wanted in self.proposes.items()}

    def unfit(self, question: Any) -> Iterator[str]:  # noqa: ANN401 - a deal
        """Issues that the question does not have."""
        issues = {each.id for each in question.options}
        named = [*self.proposes, *(issue for _, issue, _ in self.relaxes)]
        yield from (f"when: “{i}” is not an issue of the question." for i in named if i not in issues)


def agreed(dealt: Dealt) -> bool:
    """Whether every side accepts the terms, positions relaxed as in the answer."""
    table = positions(tuple(dealt.terms))
    return bool(dealt.terms) and not objections(relaxed(table, dealt.relaxed), dealt.terms)


def _proposes(dealt: Dealt, issue: str, wanted: str | tuple[str, ...]) -> bool:
    return dealt.terms.get(issue) in ((wanted,) if isinstance(wanted, str) else wanted)


def needless(dealt: Dealt) -> set[Relaxation]:
    """Positions that are relaxed and that the proposed terms don't need."""
    table = positions(tuple(dealt.terms))
    needed = {(each.side, each.issue, each.option) for each in objections(table, dealt.terms)}
    return set(dealt.relaxed) - needed


def _fewest(dealt: Dealt) -> bool:
    issues = tuple(dealt.terms)
    return len(dealt.relaxed) == fewest(issues) and bool(zone(relaxed(positions(issues), dealt.relaxed)))
