"""Which questions are asked again. Pure.

Recalling what was learned some time ago keeps it better than reading it again (H. L. Roediger and J. D. Karpicke,
“Test-enhanced learning”, *Psychological Science* 17, 2006, pp. 249–255).
"""

from collections.abc import Sequence

import msgspec


class Candidate(msgspec.Struct, frozen=True):
    """A question that could be asked again.

    Attributes:
        question: its id.
        lesson: number of the lesson that asks it.
        right: whether the last first try was right; None if it was never answered.
        last: when it was answered last, UTC; "" if never.
    """

    question: str
    lesson: int
    right: bool | None = None
    last: str = ""


def choose(candidates: Sequence[Candidate], lesson: int, n: int = 2) -> list[Candidate]:
    """What a lesson asks again: what was wrong, then what was right, of both the longest ago first.

    Where that is not enough, what was never answered: from the lesson before, then from halfway back, then from the
    others, and not the same in every lesson.

    Args:
        candidates: from earlier lessons, in their order.
        lesson: number of the lesson that asks.
        n: how many.
    """
    answered = [each for each in candidates if each.right is not None]
    answered.sort(key=lambda each: (bool(each.right), each.last))
    return [*answered, *_spread([each for each in candidates if each.right is None], lesson)][:n]


def _spread(new: Sequence[Candidate], lesson: int) -> list[Candidate]:
    lessons = sorted({each.lesson for each in new})
    half = len(lessons[:-1]) // 2
    ordered = [*lessons[-1:], *lessons[half:-1], *lessons[:half]]
    found = []
    while ordered:
        for number in list(ordered):
            own = [each for each in new if each.lesson == number and each not in found]
            if own:
                found.append(own[lesson % len(own)])
            else:
                ordered.remove(number)
    return found
