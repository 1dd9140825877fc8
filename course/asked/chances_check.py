"""What no probabilities can be, told without trying any. Pure."""

from collections.abc import Sequence

from course.asked import Option
from course.asked.chances_condition import PERCENTAGE_POINT, ChancesWhen, Sum

ROUNDS = 50
SLACK = 1e-9


def likely(items: Sequence[Option], at_most: Sequence[tuple[str, str]], joined: Sequence[ChancesWhen]) -> bool:
    """Whether probabilities can lie in all intervals, orders and sums."""
    low, high = ({item.id: bound for item in items} for bound in (0.0, 1.0))
    pairs = [*at_most, *(pair for each in joined for pair in each.at_most)]
    sums = [found for each in joined for found in each.adds_up]
    for item, (lo, hi) in (interval for each in joined for interval in each.between.items()):
        low[item], high[item] = max(low[item], lo), min(high[item], hi)
    for _ in range(ROUNDS):
        for less, more in pairs:
            low[more], high[less] = max(low[more], low[less]), min(high[less], high[more])
        for each in sums:
            _narrow(each, low, high)
    return all(low[item] <= high[item] + SLACK for item in low)


def _narrow(each: Sum, low: dict[str, float], high: dict[str, float]) -> None:
    least, most = sum(low[part] for part in each.parts), sum(high[part] for part in each.parts)
    floor, top = (low[each.whole], high[each.whole]) if each.whole else (1.0, 1.0)
    if each.whole:
        low[each.whole] = max(floor, least - PERCENTAGE_POINT)
        high[each.whole] = min(top, most + PERCENTAGE_POINT)
    elif least > top + PERCENTAGE_POINT or most < floor - PERCENTAGE_POINT:
        low[each.parts[0]] = 2.0  # no probability: there is none
        return
    for part in each.parts:
        low[part], high[part] = (
            max(low[part], floor - PERCENTAGE_POINT - (most - high[part])),
            min(high[part], top + PERCENTAGE_POINT - (least - low[part])),
        )
