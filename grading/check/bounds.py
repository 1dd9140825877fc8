"""What no answer can be, told without trying answers: for probabilities, steps, deals and arguments.

A “no” is certain; a “yes” says that nothing was found against it. All conditions given hold at once.
"""

import itertools
from collections.abc import Sequence

from course.argument import consistent, entails, equivalent
from course.asked.chances import PERCENTAGE_POINT, ChancesWhen, Sum
from course.asked.question import Option
from course.kinds.argue.condition import ArgueWhen
from course.kinds.deal.answer import Dealt
from course.kinds.deal.condition import DealWhen, agreed
from course.kinds.deal.positions import positions
from course.kinds.weigh.condition import WeighWhen
from course.questions import Argue, Deal

ROUNDS = 50
SLACK = 1e-9


def likely(items: Sequence[Option], at_most: Sequence[tuple[str, str]], joined: list[ChancesWhen]) -> bool:
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


def weighed(joined: list[WeighWhen]) -> bool:
    """Whether each signal's steps have one in common."""
    bounds: dict[str, tuple[int, int]] = {}
    for signal, (lo, hi) in (interval for each in joined for interval in each.rates.items()):
        least, most = bounds.get(signal, (lo, hi))
        bounds[signal] = max(least, lo), min(most, hi)
    return all(lo <= hi for lo, hi in bounds.values())


def dealt(question: Deal, joined: list[DealWhen]) -> bool:
    """Whether some terms are on the table, and whether the positions to relax are."""
    table = positions(question.issues)
    flags = [[getattr(each, name) for each in joined] for name in ("agreed", "spare", "fewest")]
    if any(True in found and False in found for found in flags):
        return False
    moved = [each for condition in joined for each in condition.relaxes]
    if moved and not question.relax:
        return False
    if any(side not in table.sides or option not in table.options.get(issue, ()) for side, issue, option in moved):
        return False
    domains = []
    for issue in question.issues:
        wanted = [each.proposes[issue] for each in joined if issue in each.proposes]
        sets = [{one} if isinstance(one, str) else {*one} for one in wanted]
        domains.append([option for option in table.options[issue] if all(option in one for one in sets)])
    if question.relax or not any(each.agreed for each in joined):
        return all(domains)
    deals = itertools.product(*domains)
    return any(agreed(Dealt(terms=dict(zip(question.issues, terms, strict=True)))) for terms in deals)


def argued(question: Argue, joined: list[ArgueWhen]) -> bool:
    """Whether what is to be granted is consistent and keeps to the text, and a conclusion on offer is left."""
    grants = [each for condition in joined for each in condition.grants]
    texts = [condition.within for condition in joined if condition.within]
    ends = [condition.concludes for condition in joined if condition.concludes]
    left = [end for end in question.conclusions if all(any(equivalent(end, e) for e in each) for each in ends)]
    if not consistent(grants) or not left:
        return False
    if any(not entails(text, grant) for text in texts for grant in grants):
        return False
    shown = {each for condition in joined for each in condition.shows}
    if not ends or not shown & {"valid", "no_idle"}:
        return True
    return all(any(entails(text, end) for end in left) for text in texts)


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
