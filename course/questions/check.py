"""What a schema can't say about a question: that its parts fit each other. Pure but for what a kind looks up."""

from collections.abc import Collection, Iterator
from typing import Any

from course.asked import Asked, Key
from course.asked.question import twice


def faults(question: Asked, claims: Collection[str] | None = None) -> list[str]:
    """Everything wrong with a question, each as “member: what was expected”."""
    found = [*question.faults()]
    if claims is not None:
        found += [f"claims: “{c}” is not a claim of the brief." for c in question.claims if c not in claims]
    if question.again and question.key is None:
        found.append("again: expected a key beside it, as later lessons say whether the answer was right.")
    if question.key is not None:
        if question.points is not None:
            found.append("key: a question with points is graded; its key belongs in grading/keys/, not in the bank.")
        found += [f"key: {f}" for f in key_faults(question, question.key, claims)]
    return found


def key_faults(question: Asked, key: Key[Any], claims: Collection[str] | None = None) -> Iterator[str]:
    """Everything wrong with a key for a question."""
    yield from twice("criteria: id “{}” stands there twice.", (c.id for c in key.criteria))
    if question.points is not None and (total := sum(c.points for c in key.criteria)) != question.points:
        yield f"criteria: expected {question.points:g} points in all, as in the bank; they add up to {total:g}."
    for criterion in key.criteria:
        yield from (f"criterion “{criterion.id}”: {f}" for f in criterion.when.faults(question))
    for n, remark in enumerate(key.remarks, 1):
        yield from (f"remark {n}: {f}" for f in remark.when.faults(question))
        unknown = [c for c in remark.reread if claims is not None and c not in claims]
        yield from (f"remark {n}: “{c}” is not a claim of the brief." for c in unknown)
