"""How a deal is proposed by chance."""

from collections.abc import Sequence
from random import Random
from typing import Any

from course.kinds.deal.positions import positions


def guess(issues: Sequence[str], chance: Random, *, relax: bool) -> dict[str, Any]:
    """Any terms, and up to four positions relaxed."""
    table = positions(issues)
    terms = {issue: chance.choice(found) for issue, found in table.options.items()}
    every = [[side, issue, o] for side in table.sides for issue, found in table.options.items() for o in found]
    relaxed = chance.sample(every, chance.randrange(0, 5)) if relax else []
    return {"terms": terms} | ({"relaxed": relaxed} if relaxed else {})
