"""What the check of banks and keys asks of a choice. Pure."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from course.asked import Option
from course.asked.key import Key


def unsaid(choices: Sequence[Option], key: Key[Any], right: Collection[str], *, graded: bool) -> Iterator[str]:
    """Wrong choices without a remark; and right ones with a remark, where several are right and points are given."""
    said = [each.when for each in key.remarks]
    for choice in choices:
        told = any(each.settles(choice.id) for each in said)
        if choice.id not in right and not told:
            yield f"choice “{choice.id}” is wrong and has no remark; expected one that says why it fails."
        if choice.id in right and told and graded and len(right) > 1:
            yield f"choice “{choice.id}” is right and has a remark; expected remarks for wrong choices only."
