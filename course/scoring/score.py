"""Score one answer. Opinion is not scored: only what a key's criteria ask for is."""

from typing import Any

import msgspec

from course.asked import Asked, Condition, Criterion, Key, Remark, Standing, State
from course.asked.counted import Counted
from course.scoring.partial import earned


class CriterionScore(msgspec.Struct, frozen=True):
    """One criterion: whether it is met, and its points; where points are given by items, it has none."""

    id: str
    points: float
    max_points: float
    missed: str
    """Where to look again if the criterion was judged and not met, else empty."""
    judged: bool = True
    """Whether the answer settled the criterion. A blank answer settles none, an unfinished one some."""
    met: bool = False
    """Whether it was judged and holds."""

    def __post_init__(self) -> None:
        """Records of earlier versions don't say what is met; there, what is met has points."""
        if self.points > 0:
            msgspec.structs.force_setattr(self, "met", True)


class ItemScore(msgspec.Struct, frozen=True):
    """The score of one question, in points, with what the answer showed."""

    question: str
    state: State
    reasons: tuple[str, ...]
    points: float
    max_points: float
    criteria: tuple[CriterionScore, ...]
    remarks: tuple[Remark[Any], ...]
    counted: Counted | None = None
    """How many items are right, where points are given by items."""

    @property
    def misconceptions(self) -> tuple[str, ...]:
        """Ids of the misconceptions that the answer shows, each once, in the key's order."""
        return tuple(dict.fromkeys(r.misconception for r in self.remarks if r.misconception))


def score(question: Asked, value: Any, key: Key[Any]) -> ItemScore:  # noqa: ANN401 - an answer is any JSON value
    """Score an answer against a key.

    Where the kind counts items (`Asked.counted`), their share earns (`course.scoring.partial`), and criteria only tell;
    elsewhere the points of all criteria met add up. No answer and an incoherent answer earn 0. Of an incomplete answer
    counts what it settles (`Condition.settles`): other criteria are not judged, and nothing is said of them. What
    forfeits all (`Asked.forfeits`) is said first.

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
    forfeits = question.forfeits(answer) if counts else ""

    def settles(when: Condition) -> bool | None:
        return when.settles(answer, finished) if counts else None

    tally = question.counted([c.when for c in key.criteria], answer if counts else None)

    def judge(c: Criterion[Any]) -> CriterionScore:
        met = None if forfeits else settles(c.when)
        worth = c.points if tally is None else 0.0
        missed, judged = c.missed if met is False else "", met is not None
        return CriterionScore(c.id, worth if met else 0.0, worth, missed, judged, bool(met))

    criteria, most = tuple(map(judge, key.criteria)), sum(c.points for c in key.criteria)
    return ItemScore(
        question=question.id,
        state=standing.state,
        reasons=standing.reasons,
        points=sum(c.points for c in criteria) if tally is None else earned(tally, most) if counts else 0.0,
        max_points=most,
        criteria=criteria,
        remarks=(
            *((Remark(Condition(), forfeits),) if forfeits else ()),
            *(r for r in key.remarks if settles(r.when)),
        ),
        counted=tally if counts else None,
    )


def _dropped(question: Asked, standing: Standing, key: Key[Any]) -> ItemScore:
    points = sum(c.points for c in key.criteria)
    whole = CriterionScore("dropped", points, points, "", met=True)
    told = Remark(Condition(), "This question was dropped. Everybody gets its points.")
    return ItemScore(question.id, standing.state, standing.reasons, points, points, (whole,), (told,))
