"""What a weighing begins with: the learner's own earlier prior and ratings. Pure."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from course.asked.shown import Answered
from course.kinds.weigh.answer import Weighed, is_probability, parse
from course.weighing import WeighingError


def start(
    signals: Mapping[str, Collection[str]],
    ratings_from: Sequence[str],
    prior_from: str | None,
    answered: Answered,
    event: str,
) -> dict[str, Any]:
    """The value that a board shows before the learner has said anything in it: {prior, ratings}.

    Ratings of earlier weighings are carried over as they are. The prior is the learner's forecast of the event, or the
    posterior of an earlier weighing. What is missing, or was 0 or 1 (which no evidence can move), stays blank.

    Args:
        signals: those to weigh, each with the reasons that may be given for it; others are not carried over.
        ratings_from: earlier weighings, of which a later one counts.
        prior_from: a weighing, or a question that asks for probabilities; None if neither is begun with.
        answered: gives the learner's answer to a question by its id.
        event: the item of a probability question that asks for the event.
    """
    ratings: dict[str, Any] = {}
    for name in ratings_from:
        earlier = _weighed(answered(name))
        found = earlier.ratings if earlier else {}
        for signal in signals:
            if signal in found:
                own = found[signal]
                same_as = own.same_as if own.same_as in signals else None
                ratings[signal] = {"step": own.step, "credibility": own.credibility, "same_as": same_as}
                if same_as and own.news is not None:
                    ratings[signal]["news"] = own.news
                if own.because in signals[signal]:
                    ratings[signal]["because"] = own.because
    return {"prior": _prior(answered(prior_from), event) if prior_from else None, "ratings": ratings}


def _prior(value: Any, event: str) -> float | None:  # noqa: ANN401 - any JSON value
    said = value.get(event) if isinstance(value, dict) else None
    if type(said) in (int, float):
        return said if is_probability(said) else None
    weighed = _weighed(value)
    if weighed is None or weighed.prior is None:
        return None
    try:
        return weighed.weighing.probability
    except WeighingError:
        return None


def _weighed(value: Any) -> Weighed | None:  # noqa: ANN401 - any JSON value
    try:
        return None if value is None else parse(value)
    except ValueError:
        return None
