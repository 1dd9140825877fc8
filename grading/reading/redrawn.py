"""Does a journal's history tell of another seed than the journal has?"""

from collections import defaultdict
from typing import Any

from course.journal import SEED, Record


def redrawn(record: Record) -> tuple[frozenset[str], frozenset[str]]:
    """Pools from which another seed drew, by the history.

    Returns:
        All of them; and those from which the journal's own seed never drew, so that what was answered there was
        another variant. Of a pool of which the history tells nothing nothing is said.
    """
    seeds: dict[str, list[Any]] = defaultdict(list)
    for event in record.log:
        if event.event == SEED:
            seeds[event.question].append(event.value)
    moved = frozenset(question for question, told in seeds.items() if any(each != record.seed for each in told))
    return moved, frozenset(question for question in moved if record.seed not in seeds[question])
