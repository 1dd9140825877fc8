"""The panel of one question: a widget that shows it and writes every answer to the journal at once."""

import random
from typing import Any

import anywidget
import traitlets

from course.journal import Answer, Journal, JournalError
from course.panels import assets
from course.panels.check import feedback
from course.panels.prose import runs
from course.panels.static import instruction, points, static_html, static_text
from course.questions.model import ChooseMany, ChooseOne, Classify, Forecast, Question, options
from course.questions.states import Standing, State, stand
from course.tables import read

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

    def __init__(self, asked: Question, journal: Journal) -> None:
        self._asked, self._journal = asked, journal
        error, answer, hints = "", None, 0
        try:
            answer = journal.answer(asked.id)
            hints = sum(event.event == "hint" for event in journal.history(asked.id))
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
        if kind == "commit" and stand(self._asked, value).state is State.ANSWERED:
            return journal.commit(name, value)
        if kind == "hint":
            if len(self.hints) < len(self._asked.hints):
                journal.note(name, "hint", len(self.hints) + 1)
                self.hints = _hints(self._asked, len(self.hints) + 1)
            return journal.answer(name)
        return journal.save(name, value)

    def _status(self, answer: Answer | None, error: str = "", seq: int = 0, view: str = "") -> dict[str, Any]:
        standing = stand(self._asked, answer.value if answer else None)
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
        return _page_question(self._asked, order)

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


def _hints(asked: Question, shown: int) -> list[Any]:
    return [runs(hint) for hint in asked.hints[:shown]]


def _commit(asked: Question) -> str:
    """What the button that commits an answer says. A graded answer is handed in with the notebook instead."""
    if asked.points is not None:
        return ""
    return "Check my answer" if asked.key else "Commit my answer"


def _page_question(asked: Question, seed: int) -> dict[str, Any]:
    """The question as the page needs it. No key is in it, not even a lesson's."""
    shown = [{"id": o.id, "text": runs(o.text)} for o in options(asked)]
    if asked.shuffle:
        random.Random(f"{seed}:{asked.id}").shuffle(shown)  # noqa: S311 - an order for display, no secret
    kind = type(asked).__struct_config__.tag
    page: dict[str, Any] = {
        "id": asked.id,
        "type": kind,
        "title": asked.title,
        "prompt": runs(asked.prompt),
        "points": points(asked),
        "options": shown,
        "hints": len(asked.hints),
        "commit": _commit(asked),
    }
    match asked:
        case ChooseMany() | ChooseOne():
            page["ask"] = instruction(asked)
        case Classify():
            page["categories"] = [{"id": c.id, "text": runs(c.text)} for c in asked.categories]
        case Forecast():
            page["settled_by"] = {name: runs(text) for name, text in asked.settled_by.items()}
            page["terms"] = [{name: row[name] for name in ("term", "low", "high")} for row in read("probability_terms")]
        case _:
            pass
    return page
