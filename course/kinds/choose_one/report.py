"""What the report of a class counts of a choice. Pure."""

from collections.abc import Sequence
from typing import Any

from course.asked import Option
from course.asked.key import Key
from course.asked.prose import as_text
from course.asked.report import Pick


def picks(choices: Sequence[Option], key: Key[Any]) -> tuple[Pick, ...]:
    """The choices; those that earn most are wanted."""
    points = {each.id: sum(c.points for c in key.criteria if c.when.settles(each.id)) for each in choices}
    best = max(points.values())
    return tuple(Pick((each.id,), as_text(each.text), 0 < points[each.id] == best) for each in choices)
