"""What is wrong with forecasts, said plainly."""

from collections.abc import Iterable, Sized

from course.errors import PlainError


class ForecastError(PlainError, ValueError):
    """Forecasts that can't be used. The message says what was expected."""


def check_probabilities(probabilities: Iterable[float]) -> None:
    """Raise ForecastError unless every one is a number from 0 to 1."""
    for each in probabilities:
        if isinstance(each, bool) or not isinstance(each, int | float) or not 0 <= each <= 1:
            raise ForecastError(f"A forecast: expected a probability from 0 to 1, found {each!r}.")


def check_outcomes(probabilities: Sized, outcomes: Sized) -> None:
    """Raise ForecastError unless there are as many outcomes as probabilities, and at least one."""
    if not len(probabilities):
        raise ForecastError("There is no forecast to score.")
    if len(probabilities) != len(outcomes):
        raise ForecastError(
            f"Expected an outcome for each of {len(probabilities)} forecasts, found {len(outcomes)} outcomes."
        )
