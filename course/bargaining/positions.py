"""What each side accepts, and who walks away from a deal."""

from collections.abc import Iterable, Mapping

import msgspec

Relaxation = tuple[str, str, str]
"""A side, an issue, and an option that the side is supposed to accept besides."""


class Positions(msgspec.Struct, frozen=True):
    """Issues, and what each side accepts on each.

    A deal is one option on each issue. A side accepts a deal if it accepts the option on every issue: positions are
    taken one by one, without trading one issue for another. That is a simplification of the course.

    Attributes:
        options: issue to its options, in order.
        accepts: side to issue to the options it accepts.
    """

    options: Mapping[str, tuple[str, ...]]
    accepts: Mapping[str, Mapping[str, frozenset[str]]]

    @property
    def sides(self) -> tuple[str, ...]:
        """Who bargains."""
        return tuple(self.accepts)


class Objection(msgspec.Struct, frozen=True):
    """Why a side walks away: an option on an issue that it does not accept."""

    side: str
    issue: str
    option: str


def objections(positions: Positions, terms: Mapping[str, str]) -> tuple[Objection, ...]:
    """All objections to a deal, side by side and issue by issue; empty if everybody accepts.

    Args:
        positions: who accepts what.
        terms: issue to option. Issues without one raise no objection yet.
    """
    return tuple(
        Objection(side, issue, terms[issue])
        for side in positions.sides
        for issue in positions.options
        if issue in terms and terms[issue] not in positions.accepts[side].get(issue, frozenset())
    )


def relaxed(positions: Positions, more: Iterable[Relaxation]) -> Positions:
    """The same positions, if sides accepted these options besides.

    Raises:
        KeyError: a side does not bargain here.
    """
    accepts = {side: dict(issues) for side, issues in positions.accepts.items()}
    for side, issue, option in more:
        accepts[side][issue] = accepts[side].get(issue, frozenset()) | {option}
    return Positions(positions.options, accepts)
