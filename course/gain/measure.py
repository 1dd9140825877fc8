"""What was gained between two tests. Pure."""

from collections.abc import Mapping

import msgspec

Points = Mapping[str, float]
"""Family to the share of its points that was earned, 0 to 1. A family that was not answered is left out."""


class Gain(msgspec.Struct, frozen=True):
    """What was gained in the families that were answered both times.

    Attributes:
        families: their names, in order.
        before, after: points, one a family at most.
        only_before, only_after: names of families that were answered at one of the two alone.
    """

    families: tuple[str, ...]
    before: float
    after: float
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()

    @property
    def most(self) -> float:
        """The points that could be earned."""
        return float(len(self.families))

    @property
    def raw(self) -> float:
        """Points after less points before."""
        return self.after - self.before

    @property
    def normalised(self) -> float | None:
        """The share of what was still to be gained; see `normalised`."""
        return normalised(self.before, self.after, self.most)


def measure(before: Points, after: Points) -> Gain:
    """The gain between two tests, over the families that both have."""
    both = tuple(family for family in before if family in after)
    return Gain(
        both,
        sum(before[family] for family in both),
        sum(after[family] for family in both),
        tuple(family for family in before if family not in after),
        tuple(family for family in after if family not in before),
    )


def normalised(before: float, after: float, most: float) -> float | None:
    """The share of what was still to be gained that was gained: (after − before) / (most − before).

    1 is everything, 0 nothing, and less than 0 a loss. None where nothing was left to be gained.
    Source: R. R. Hake, “Interactive-engagement versus traditional methods”, *American Journal of Physics* 66 (1998),
    pp. 64–74.
    """
    return (after - before) / (most - before) if before < most else None
