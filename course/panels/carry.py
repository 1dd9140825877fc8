"""What a weighing begins with: the learner's own earlier prior and ratings, from the journal."""

from collections.abc import Callable
from typing import Any

from course.journal import Answer
from course.kinds import Weigh
from course.kinds.weigh.answer import Weighed, is_probability, judgement, parse
from course.weighing import WeighingError, weigh


def start(asked: Weigh, answer: Callable[[str], Answer | None], event: str) -> dict[str, Any]:
    """The value that a board shows before the learner has said anything in it: {prior, ratings}.

    Ratings of earlier weighings are carried over as they are. The prior is the learner's forecast of the event, or the
    posterior of an earlier weighing. What is missing, or was 0 or 1 (which no evidence can move), stays blank.

    Args:
        asked: the question.
        answer: gives the learner's answer to a question by its id.
        event: the item of a probability question that asks for the event.
    """
    ratings: dict[str, Any] = {}
    for name in asked.ratings_from:
        earlier = _weighed(answer(name))
        found = earlier.ratings if earlier else {}
        for signal in asked.signals:
            if signal in found:
                own = found[signal]
                same_as = own.same_as if own.same_as in asked.signals else None
                ratings[signal] = {"step": own.step, "credibility": own.credibility, "same_as": same_as}
                if same_as and own.news is not None:
                    ratings[signal]["news"] = own.news
    return {"prior": _prior(answer(asked.prior_from), event) if asked.prior_from else None, "ratings": ratings}


def _prior(answer: Answer | None, event: str) -> float | None:
    said = answer.value.get(event) if answer and isinstance(answer.value, dict) else None
    if type(said) in (int, float):
        return said if is_probability(said) else None
    weighed = _weighed(answer)
    if weighed is None or weighed.prior is None:
        return None
    try:
        return weigh(judgement(weighed)).probability
    except WeighingError:
        return None


def _weighed(answer: Answer | None) -> Weighed | None:
    try:
        return parse(answer.value) if answer else None
    except ValueError:
        return None
