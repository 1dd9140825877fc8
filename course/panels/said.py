"""What a learner has said, and where it stands, in words for the line below a panel."""

from typing import Any

from course.asked import Asked, Standing, State
from course.asked.prose import as_text
from course.journal import Answer

LONGEST = 200
GONE = (
    "the journal no longer holds this answer. It has been moved, emptied, or replaced by an older one. What is shown "
    "here is what you said."
)


def standing_in_words(standing: Standing) -> str:
    """The state of an answer with its reasons."""
    lead = {
        State.NOT_ATTEMPTED: "Cleared.",
        State.INCOMPLETE: "Incomplete:",
        State.INCOHERENT: "This does not hold together:",
        State.ANSWERED: "Complete.",
    }[standing.state]
    return (
        lead if standing.state is State.NOT_ATTEMPTED else as_text(" ".join((lead, *standing.reasons, *standing.notes)))
    )


def in_words(question: Asked, value: Any) -> str:  # noqa: ANN401 - an answer is any JSON value
    """An answer in a line, in quotation marks and cut where it is long; empty if there is nothing to say."""
    if question.stand(value).state is State.NOT_ATTEMPTED:
        return "no answer"
    said = "; ".join(question.in_words(value))
    return f"“{said if len(said) <= LONGEST else said[:LONGEST].rsplit(' ', 1)[0] + ' …'}”" if said else ""


def refused(question: Asked, standing: Standing) -> str:
    """Why an answer is not committed, or not checked, now that the learner has pressed the button."""
    what = "Not checked" if question.key else "Not committed"
    lead = {State.INCOMPLETE: "the answer is incomplete.", State.INCOHERENT: "it does not hold together."}
    return as_text(" ".join((f"{what}:", *filter(None, [lead.get(standing.state)]), *standing.reasons)))


def committed(answer: Answer | None) -> bool:
    """Whether the answer still stands as it was committed."""
    return answer is not None and answer.committed_at is not None and answer.committed_at == answer.saved_at
