"""The panel of one question: a widget that shows it and writes every answer to the journal at once."""

from typing import Any

import anywidget
import traitlets

from course.asked import Asked, Standing, State
from course.asked.prose import runs
from course.journal import Answer, Journal, JournalError
from course.panels import assets
from course.panels.check import feedback
from course.panels.page import page_question
from course.panels.static import static_html, static_text

NOTHING: dict[str, Any] = {"checked": False}


class Panel(anywidget.AnyWidget):
    """A question as labelled native controls, an ordinary ipywidget.

    The page sends {kind, value, seq, view} whenever the learner does something; kind is save, commit or hint. The panel
    writes the journal and then sets `status`, so that “saved” is said only of what is on disk. What an answer means is
    judged here, in Python, and never in the page.

    Args:
        asked: the question.
        journal: where answers go.
    """

    _esm = assets.script()
    _css = assets.style()
    question = traitlets.Dict().tag(sync=True)
    value = traitlets.Any(None, allow_none=True).tag(sync=True)
    status = traitlets.Dict().tag(sync=True)
    feedback = traitlets.Dict(NOTHING).tag(sync=True)
    hints: "traitlets.List[Any]" = traitlets.List().tag(sync=True)

    def __init__(self, asked: Asked, journal: Journal) -> None:
        self._asked, self._journal = asked, journal
        error, answer, hints = "", None, 0
        try:
            answer = journal.answer(asked.id)
            hints = len(journal.history(asked.id, "hint"))
            order = journal.seed
        except JournalError as e:
            error, order = str(e), 0
        super().__init__(
            question=self._page(order),
            value=answer.value if answer else None,
            status=self._status(answer, error=error),
            feedback=self._feedback(answer),
            hints=_hints(asked, hints),
        )
        self.on_msg(self._heard)

    def _heard(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        sender = {"seq": message.get("seq", 0), "view": message.get("view", "")}
        try:
            answer = self._act(message.get("kind"), message.get("value"))
        except JournalError as e:
            self.status = self._status(None, error=str(e), **sender)
            return
        self.value = answer.value if answer else None
        self.status = self._status(answer, **sender)
        self.feedback = self._feedback(answer)

    def _act(self, kind: object, value: Any) -> Answer | None:  # noqa: ANN401 - an answer is any JSON value
        journal, name = self._journal, self._asked.id
        if kind == "commit" and self._asked.stand(value).state is State.ANSWERED:
            return journal.commit(name, value)
        if kind == "hint":
            if len(self.hints) < len(self._asked.hints):
                journal.note(name, "hint", len(self.hints) + 1)
                self.hints = _hints(self._asked, len(self.hints) + 1)
            return journal.answer(name)
        return journal.save(name, value)

    def _status(self, answer: Answer | None, error: str = "", seq: int = 0, view: str = "") -> dict[str, Any]:
        standing = self._asked.stand(answer.value if answer else None)
        return {
            "seq": seq,
            "view": view,
            "saved_at": answer.saved_at if answer else None,
            "state": standing.state.value,
            "words": _words(standing) + self._mark(answer),
            "notice": " ".join(self._journal.notices),
            "error": error,
        }

    def _mark(self, answer: Answer | None) -> str:
        """What is said of an answer beside its state: whether it stands as it was committed."""
        if not committed(answer):
            return ""
        return " Checked." if self._asked.key else " Committed."

    def _page(self, order: int) -> dict[str, Any]:
        return page_question(self._asked, order)

    def _feedback(self, answer: Answer | None) -> dict[str, Any]:
        return feedback(self._asked, answer.value) if answer and committed(answer) else NOTHING

    def _static_text(self) -> str:
        return static_text(self._asked)

    def _static_html(self) -> str:
        return static_html(self._asked)

    def __repr__(self) -> str:
        return self._static_text()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        data["text/plain"] = repr(self)
        data["text/html"] = self._static_html()
        return data, metadata


def _words(standing: Standing) -> str:
    lead = {
        State.NOT_ATTEMPTED: "Cleared.",
        State.INCOMPLETE: "Incomplete:",
        State.INCOHERENT: "This does not hold together:",
        State.ANSWERED: "Complete.",
    }[standing.state]
    return lead if standing.state is State.NOT_ATTEMPTED else " ".join((lead, *standing.reasons, *standing.notes))


def committed(answer: Answer | None) -> bool:
    """Whether the answer still stands as it was committed."""
    return answer is not None and answer.committed_at is not None and answer.committed_at == answer.saved_at


def _hints(asked: Asked, shown: int) -> list[Any]:
    return [runs(hint) for hint in asked.hints[:shown]]
