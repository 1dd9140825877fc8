"""What a class gained, in words. Pure."""

from collections.abc import Iterator, Mapping

from grading.gain.measured import ClassGain, Interval

CANNOT = (
    "What this can't show: there is no control group, so nobody knows how the same people would have done without",
    "the course; whoever has answered such questions once answers them better the second time (practice); one question",
    "of a family is few, and a guess is right once in three or four; and who hands this in may differ from the rest.",
)


def told(found: ClassGain, asks: Mapping[str, str]) -> str:
    """The report as text.

    Args:
        found: what was measured.
        asks: family to what a right answer shows.
    """
    return "\n".join(_lines(found, asks))


def _lines(found: ClassGain, asks: Mapping[str, str]) -> Iterator[str]:
    yield f"Answered all {found.most} families at the check-in and at the check-out: {found.n}."
    yield (
        f"Only at the check-in: {found.only_before}. Only at the check-out: {found.only_after}. "
        f"At both, but not all: {found.in_part}."
    )
    if found.gain is not None and found.before is not None and found.after is not None:
        yield f"Mean points of {found.most}: {found.before:.2f} before, {found.after:.2f} after."
        yield f"Mean gain: {_with_interval(found.gain, found.n)}."
        yield f"Normalised gain of the means, (after - before) / (most - before): {_number(found.normalised)}."
        yield f"Mean of the normalised gains of {found.n_each} who could gain: {_number(found.normalised_each)}."
    yield ""
    width = max((len(each) for each in asks.values()), default=0)
    yield f"{'a right answer …'.ljust(width)}  {'n':>4}  before  after"
    for each in found.families:
        row = (f"{value:6.0%}" if value is not None else "     –" for value in (each.before, each.after))
        yield f"{asks.get(each.family, each.family).ljust(width)}  {each.n:4}  {'  '.join(row)}"
    yield ""
    yield from CANNOT


def _with_interval(gain: Interval, n: int) -> str:
    if gain.low is None or gain.high is None:
        return f"{gain.mean:+.2f} points; no interval, as {'there is one learner' if n == 1 else 'all gained the same'}"
    return f"{gain.mean:+.2f} points, 95 % interval {gain.low:+.2f} to {gain.high:+.2f} (Student's t, n = {n})"


def _number(value: float | None) -> str:
    return "–, as nothing was left to gain" if value is None else f"{value:+.2f}"
