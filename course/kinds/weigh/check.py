"""What the check of banks and keys asks of a weighing."""

from collections.abc import Iterable, Iterator, Sequence

from course.kinds.weigh.condition import WeighWhen
from course.tables import read


def unrated(signals: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The signals of the brief that stand on no board, with their table and what was expected."""
    boards = {*signals}
    expected = "expected it among the `signals` of a question of type weigh in data/questions/."
    missing = [row["id"] for row in read("signals") if row["id"] not in boards]
    yield from (("signals", f"signal “{each}” is on no board; {expected}") for each in missing)


def possible(joined: Sequence[WeighWhen]) -> bool:
    """Whether each signal's steps have one in common."""
    bounds: dict[str, tuple[int, int]] = {}
    for signal, (lo, hi) in (interval for each in joined for interval in each.rates.items()):
        least, most = bounds.get(signal, (lo, hi))
        bounds[signal] = max(least, lo), min(most, hi)
    return all(lo <= hi for lo, hi in bounds.values())
