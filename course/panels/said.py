"""What a learner has said, and where it stands, in words for the line below a panel."""

from typing import Any

from course.panels.prose import as_text
from course.questions.model import ChooseMany, ChooseOne, Classify, Forecast, Probability, Question, Rank, options
from course.questions.percent import in_percent
from course.questions.states import Standing, State, stand

LONGEST = 200


def standing_in_words(standing: Standing) -> str:
    """The state of an answer with its reasons."""
    lead = {
        State.NOT_ATTEMPTED: "Cleared.",
        State.INCOMPLETE: "Incomplete:",
        State.INCOHERENT: "This does not hold together:",
        State.ANSWERED: "Complete.",
    }[standing.state]
    return lead if standing.state is State.NOT_ATTEMPTED else " ".join((lead, *standing.reasons, *standing.notes))


def in_words(question: Question, value: Any) -> str:  # noqa: ANN401 - an answer is any JSON value
    """An answer in a line; empty where a line can't hold it (a board, an argument, a deal) or it holds nothing."""
    if stand(question, value).state is State.NOT_ATTEMPTED:
        return "no answer"
    try:
        said = "; ".join(_parts(question, value))
    except (TypeError, KeyError, AttributeError):  # what does not fit the question
        return ""
    return said if len(said) <= LONGEST else said[:LONGEST].rsplit(" ", 1)[0] + " …"


def _parts(question: Question, value: Any) -> list[str]:  # noqa: ANN401
    texts = {o.id: as_text(o.text) for o in options(question)}
    match question:
        case ChooseOne():
            return [f"“{texts[value]}”"]
        case ChooseMany():
            return [f"“{texts[each]}”" for each in value]
        case Classify():
            places = {c.id: as_text(c.text) for c in question.categories}
            return [f"“{texts[item]}”: {places[place]}" for item, place in value.items()]
        case Rank():
            return [f"{rank}. “{texts[item]}”" for item, rank in sorted(value.items(), key=lambda each: each[1])]
        case Probability() | Forecast():
            return [f"“{texts[item]}” {in_percent(each)} %" for item, each in value.items()]
        case _:
            return []
