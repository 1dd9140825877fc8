"""What the report of a class counts of choices. Pure."""

from collections.abc import Sequence
from typing import Any

from course.asked import Option
from course.asked.condition import alternatives
from course.asked.key import Key
from course.asked.prose import as_text
from course.asked.report import Pick


def picks(choices: Sequence[Option], key: Key[Any]) -> tuple[Pick, ...]:
    """The choices; the key wants what some condition includes, and does not want what one excludes."""
    whens = [*alternatives(each.when for each in key.criteria)]
    right, wrong = ({i for when in whens for i in getattr(when, member)} for member in ("includes", "excludes"))
    return tuple(
        Pick((each.id,), as_text(each.text), True if each.id in right else False if each.id in wrong else None)
        for each in choices
    )
