"""What a class gained. Pure."""

import math
from collections.abc import Mapping, Sequence
from statistics import mean, stdev

import msgspec

from course.gain.draw import IN, OUT
from course.gain.measure import Gain, measure, normalised

Points = Mapping[str, Mapping[str, float]]
"""Moment to family to the share of its points that was earned."""


class Interval(msgspec.Struct, frozen=True):
    """A mean, and the interval that holds it with 95 % confidence; None with fewer than two, or without any spread."""

    mean: float
    low: float | None
    high: float | None


class FamilyGain(msgspec.Struct, frozen=True):
    """One family: how many answered it both times, and which share of its points they earned, 0 to 1."""

    family: str
    n: int
    before: float | None
    after: float | None


class ClassGain(msgspec.Struct, frozen=True):
    """What a class gained.

    Attributes:
        n: learners who answered all families both times; all means are theirs.
        most: points that each could earn.
        before, after: mean points; None without such learners.
        gain: of each learner's points after less points before.
        normalised: of the means: (after − before) / (most − before).
        normalised_each: the mean of each learner's own, over those who had something left to gain; n_each are they.
        only_before, only_after: learners who answered at one of the two alone.
        in_part: learners who answered at both, and not all.
        families: of everybody who answered the family both times.
    """

    n: int
    most: int
    before: float | None
    after: float | None
    gain: Interval | None
    normalised: float | None
    normalised_each: float | None
    n_each: int
    only_before: int
    only_after: int
    in_part: int
    families: tuple[FamilyGain, ...]


def measured(learners: Sequence[Points], families: Sequence[str]) -> ClassGain:
    """What a class gained.

    Args:
        learners: the points of each.
        families: names, in order.
    """
    whole: list[Gain] = []
    counts = {"before": 0, "after": 0, "part": 0}
    for points in learners:
        if not points[OUT]:
            counts["before"] += bool(points[IN])
        elif not points[IN]:
            counts["after"] += 1
        elif (found := measure(points[IN], points[OUT])).most == len(families):
            whole.append(found)
        else:
            counts["part"] += 1
    before = mean(each.before for each in whole) if whole else None
    after = mean(each.after for each in whole) if whole else None
    own = [each.normalised for each in whole if each.normalised is not None]
    return ClassGain(
        len(whole),
        len(families),
        before,
        after,
        interval([each.raw for each in whole]) if whole else None,
        None if before is None or after is None else normalised(before, after, len(families)),
        mean(own) if own else None,
        len(own),
        counts["before"],
        counts["after"],
        counts["part"],
        tuple(_family(family, learners) for family in families),
    )


def interval(values: Sequence[float]) -> Interval:
    """The mean of a sample with its 95 % interval by Student's t: mean ± t(0.975; n − 1) · s / √n.

    Of differences between two tests of the same learners, it is the paired t interval. It takes them for a random
    sample, and their gains for roughly normal.
    Source: Student, “The probable error of a mean”, *Biometrika* 6 (1908), pp. 1–25.

    Args:
        values: at least one.
    """
    from scipy.stats import t  # noqa: PLC0415 - slow to import, and needed here alone

    n, middle = len(values), mean(values)
    if n < 2 or (spread := stdev(values)) == 0:
        return Interval(middle, None, None)
    half = float(t.ppf(0.975, n - 1)) * spread / math.sqrt(n)
    return Interval(middle, middle - half, middle + half)


def _family(family: str, learners: Sequence[Points]) -> FamilyGain:
    both = [(p[IN][family], p[OUT][family]) for p in learners if family in p[IN] and family in p[OUT]]
    if not both:
        return FamilyGain(family, 0, None, None)
    return FamilyGain(family, len(both), mean(b for b, _ in both), mean(a for _, a in both))
