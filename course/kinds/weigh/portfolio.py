"""What a weighing says of the event of the brief, for a portfolio. Pure."""

from typing import Any

from course.kinds.weigh.answer import is_probability, parse


def believed(value: Any) -> float | None:  # noqa: ANN401 - an answer that stands
    """The posterior; None before a prior and a first rating, and where it is certain."""
    weighed = parse(value)
    if weighed.prior is None or not weighed.rated:
        return None
    found = weighed.weighing.probability
    return found if is_probability(found) else None
