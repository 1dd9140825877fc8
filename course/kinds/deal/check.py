"""What the check of banks and keys asks of a deal."""

import itertools
from collections.abc import Sequence

from course.kinds.deal.answer import Dealt
from course.kinds.deal.condition import DealWhen, agreed
from course.kinds.deal.positions import positions


def possible(issues: Sequence[str], joined: Sequence[DealWhen], *, relax: bool) -> bool:
    """Whether some terms are on the table, and whether the positions to relax are."""
    table = positions(issues)
    flags = [[getattr(each, name) for each in joined] for name in ("agreed", "spare", "fewest")]
    if any(True in found and False in found for found in flags):
        return False
    moved = [each for condition in joined for each in condition.relaxes]
    if moved and not relax:
        return False
    if any(side not in table.sides or option not in table.options.get(issue, ()) for side, issue, option in moved):
        return False
    domains = []
    for issue in issues:
        wanted = [each.proposes[issue] for each in joined if issue in each.proposes]
        sets = [{one} if isinstance(one, str) else {*one} for one in wanted]
        domains.append([option for option in table.options[issue] if all(option in one for one in sets)])
    if relax or not any(each.agreed for each in joined):
        return all(domains)
    deals = itertools.product(*domains)
    return any(agreed(Dealt(terms=dict(zip(issues, terms, strict=True)))) for terms in deals)
