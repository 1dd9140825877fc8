"""What the check of banks and keys asks of choices. Pure."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from course.asked import Option
from course.asked.condition import named
from course.asked.key import Key


def unsaid(choices: Sequence[Option], key: Key[Any]) -> Iterator[str]:
    """Choices that no criterion and no remark names."""
    spoken = named([*(each.when for each in key.criteria), *(each.when for each in key.remarks)])
    for choice in (each for each in choices if each.id not in spoken):
        yield f"choice “{choice.id}”: expected a criterion or a remark that names it, as right or as wrong."


def tries(choices: Sequence[Option]) -> Iterator[list[str]]:
    """All choices that can be made, the fewest first."""
    ids = [choice.id for choice in choices]
    yield from (list(found) for n in range(1, len(ids) + 1) for found in itertools.combinations(ids, n))
