"""Can a key be met, and does it speak to whoever goes wrong and to nobody else?"""

from collections.abc import Iterator
from typing import Any

from course.asked import Asked, Condition, Key
from grading.check.meet import meetable, meetable_beside


def key_faults(question: Asked, key: Key[Any]) -> Iterator[str]:
    """What is wrong with a key that fits its question, a line each.

    Args:
        question: what is asked. In a lesson, a remark may also praise; in an assignment it speaks of what went wrong.
        key: its key.
    """
    if not meetable(question, ()):
        yield "no answer can be complete; expected room for all items and as many choices as `min` asks for."
        return
    criteria = [each.when for each in key.criteria]
    if question.points is not None:
        yield from question.uncounted(criteria)
    impossible = [each.id for each in key.criteria if not meetable(question, [each.when])]
    for each in impossible:
        yield f"criterion “{each}”: no answer can meet it; expected conditions that hold together."
    for criterion in key.criteria:
        if not meetable(question, [_denied(criterion.when)]):
            yield f"criterion “{criterion.id}”: every answer meets it; expected a condition that a wrong answer fails."
        if question.points is not None and not criterion.missed.strip():
            yield f"criterion “{criterion.id}”: expected `missed`, which says where to look again."
    full = not impossible and meetable(question, criteria)
    if not impossible and not full:
        yield "criteria: no answer meets all of them at once, so that nobody can earn every point."
    if full:
        yield from _remarks(question, key, criteria)


def right(question: Asked, key: Key[Any]) -> list[str]:
    """The choices that an answer needs to meet every criterion, or can have; [] for other kinds of questions."""
    criteria = [each.when for each in key.criteria]
    having = {option.id: question.having(option.id) for option in question.options}
    wanted = {option: has for option, has in having.items() if has is not None}
    fit = meetable_beside(question, criteria, wanted) if wanted else ()
    return [option for option in wanted if option in fit]


def _remarks(question: Asked, key: Key[Any], criteria: list[Condition]) -> Iterator[str]:
    for number, remark in enumerate(key.remarks, 1):
        if not meetable(question, [remark.when]):
            yield f"remark {number}: no answer can show this; expected conditions that hold together."
        elif not (question.points is None and remark.misconception is None) and not meetable(
            question, [*criteria, _denied(remark.when)]
        ):
            yield f"remark {number}: holds for every answer that meets all criteria; expected one for a wrong answer."
    yield from question.unsaid(key, {*right(question, key)})


def _denied(condition: Any) -> Any:  # noqa: ANN401 - a condition of whatever kind
    return type(condition)(not_=condition)
