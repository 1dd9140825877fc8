"""Score one answer. Opinion is not scored: only what a key's criteria ask for is."""

from typing import Any

import msgspec

from course.asked import Asked, Condition, Key, Remark, Standing, State


class CriterionScore(msgspec.Struct, frozen=True):
    """What one criterion earned, in points."""

    id: str
    points: float
    max_points: float
    missed: str
    """Where to look again if the criterion was judged and not met, else empty."""
    judged: bool = True
    """Whether the answer settled the criterion. A blank answer settles none, an unfinished one some."""


class ItemScore(msgspec.Struct, frozen=True):
    """The score of one question, in points, with what the answer showed."""

    question: str
    state: State
    reasons: tuple[str, ...]
    points: float
    max_points: float
    criteria: tuple[CriterionScore, ...]
    remarks: tuple[Remark[Any], ...]

    @property
    def misconceptions(self) -> tuple[str, ...]:
        """Ids of the misconceptions that the answer shows, each once, in the key's order."""
        return tuple(dict.fromkeys(r.misconception for r in self.remarks if r.misconception))


def score(question: Asked, value: Any, key: Key[Any]) -> ItemScore:  # noqa: ANN401 - an answer is any JSON value
    """Score an answer against a key.

    No answer and an incoherent answer earn 0. Of an incomplete answer counts what it settles (`Condition.decided`):
    other criteria are not judged, and nothing is said of them.

    Args:
        question: what was asked.
        value: the answer, any JSON value; None if there is none. It is data and nothing in it is executed.
        key: criteria and remarks, already checked to fit the question.
    """
    standing, answer = question.taken(value)
    if key.dropped:
        return _dropped(question, standing, key)
    finished = standing.state is State.ANSWERED
    counts = finished or (standing.state is State.INCOMPLETE and question.counts_unfinished)

    def settled(when: Condition) -> bool:
        return counts and when.decided(answer, finished)

    criteria = tuple(
        CriterionScore(c.id, c.points if met else 0.0, c.points, "" if met or not judged else c.missed, judged)
        for c in key.criteria
        for judged in [settled(c.when)]
        for met in [judged and c.when.holds(answer)]
    )
    return ItemScore(
        question=question.id,
        state=standing.state,
        reasons=standing.reasons,
        points=sum(c.points for c in criteria),
        max_points=sum(c.max_points for c in criteria),
        criteria=criteria,
        remarks=tuple(r for r in key.remarks if settled(r.when) and r.when.holds(answer)),
    )


def _dropped(question: Asked, standing: Standing, key: Key[Any]) -> ItemScore:
    points = sum(c.points for c in key.criteria)
    whole = CriterionScore("dropped", points, points, "")
    told = Remark(Condition(), "This question was dropped. Everybody gets its points.")
    return ItemScore(question.id, standing.state, standing.reasons, points, points, (whole,), (told,))
