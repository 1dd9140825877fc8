"""Which forecasts a learner has committed, and which only stand there: what the tables of forecasts begin with.

These tables are part of the lessons, which teach forecasting. So this module, and no other of the room, names that kind
of question: it finds one, and the others ask it.
"""

from pathlib import Path
from typing import Any

import msgspec

from course.asked import State
from course.asked.prose import as_text
from course.journal import Journal
from course.kinds import Forecast
from course.questions.find import find_question

FORECASTS = "hindsight-forecasts"
HIDDEN = "Nothing is shown before you commit your forecasts."


class Committed(msgspec.Struct, frozen=True):
    """A commitment: when (UTC, ISO 8601), and event to probability."""

    at: str
    said: dict[str, float]


def asked(question: str) -> Forecast:
    """The question with this id; raises TypeError if it asks for no forecasts, BankError if there is none."""
    found = find_question(question, Path.cwd())
    if not isinstance(found, Forecast):
        raise TypeError(f"“{question}” is no question of forecasts.")
    return found


def texts(question: str) -> dict[str, str]:
    """Event to its text, in the order of the question."""
    return {item.id: as_text(item.text) for item in asked(question).items}


def first(question: str = FORECASTS) -> Committed | None:
    """The first commitment of a full answer; None while there is none."""
    forecast = asked(question)
    for event in Journal().history(question, "commit"):
        if forecast.stand(event.value).state is State.ANSWERED:
            return Committed(event.at, _said(forecast, event.value))
    return None


def given(question: str = FORECASTS) -> tuple[dict[str, float], str]:
    """Event to probability, as committed first or as it stands, and a note that says which."""
    committed = first(question)
    if committed is not None:
        return dict(committed.said), f"As you committed them on {committed.at[:10]}."
    answer = Journal().answer(question)
    return _said(asked(question), answer.value if answer else None), "Not committed yet."


def _said(forecast: Forecast, value: Any) -> dict[str, float]:  # noqa: ANN401 - any JSON value
    if forecast.stand(value).state not in (State.ANSWERED, State.INCOMPLETE):
        return {}
    return {name: float(each) for name, each in value.items()}
