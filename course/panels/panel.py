"""The panel of one question: a widget that shows it and writes every answer to the journal at once."""

from typing import Any

import anywidget
import traitlets

from course.asked import Asked, Standing, State
from course.asked.form import static_html, static_text
from course.journal import Answer, Event, Journal, JournalChanged, JournalError
from course.live.watch import TURN, tell, watch
from course.panels import assets
from course.panels.bases import Bases
from course.panels.check import feedback
from course.panels.offers import notices, offers
from course.panels.page import page_hints, page_question
from course.panels.received import plain
from course.panels.said import GONE, committed, in_words, refused, standing_in_words

NOTHING: dict[str, Any] = {"checked": False}


class Panel(anywidget.AnyWidget):
    """A question as labelled native controls, an ordinary ipywidget.

    The page sends {kind, value, seq, view, base, began, heard} whenever the learner does something; kind is save,
    commit, hint, look for the answer in the journal, or one of `course.panels.offers`. The panel writes the journal
    and then sets `status`, so that “saved” is said only of what is on disk. The last three say what the page stands on
    (`course.panels.bases`): where the journal holds a later answer, what only one of the two has changed is joined, or
    else nothing is written, and the page asks. What an answer means is judged here, in Python, and never in the page.

    Args:
        asked: the question.
        journal: where answers go, and where earlier ones stand that the question begins with.

    Raises:
        BankError: the question names what no table has.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    question = traitlets.Dict().tag(sync=True)
    value = traitlets.Any(None, allow_none=True).tag(sync=True)
    status = traitlets.Dict().tag(sync=True)
    feedback = traitlets.Dict(NOTHING).tag(sync=True)
    hints: "traitlets.List[Any]" = traitlets.List().tag(sync=True)

    def __init__(self, asked: Asked, journal: Journal) -> None:
        self._asked, self._journal = asked, journal
        self.name = asked.id
        self._bases = Bases(asked)
        error, answer, hints = "", None, 0
        try:
            answer = journal.answer(asked.id)
            self._bases.know(answer)
            hints = len(journal.history(asked.id, "hint"))
            order = journal.seed
        except JournalError as e:
            error, order = str(e), 0
        super().__init__(
            # JupyterLab keeps one style sheet for each of these ids.
            _anywidget_id=f"{__name__}.{asked.kind}",
            _esm=assets.script(asked.kind),
            _css=assets.style(asked.kind),
            question=page_question(asked, order, self._answered),
            value=answer.value if answer else None,
            status=self._status(answer, error=error),
            feedback=self._feedback(answer),
            hints=page_hints(asked, hints),
        )
        self.on_msg(lambda widget, message, buffers: self._heard(widget, plain(message), buffers))
        watch(self, journal)

    def _heard(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        with TURN:
            if not self._bases.late(message):
                self._answer(message)

    def _answer(self, message: dict[str, Any]) -> None:
        view, kind = message.get("view", ""), message.get("kind", "")
        sender = {"seq": message.get("seq", 0), "view": view, "kind": kind}
        try:
            answer = self._act(kind, message)
        except JournalChanged as changed:
            # Sent with what the journal holds, for other views of this panel.
            self._show(changed.answer, conflict=self._conflict(changed.answer), **sender)
            return
        except JournalError as e:
            self.status = self._status(None, error=str(e), **sender)
            return
        if answer and kind not in ("hint", "look"):
            self._bases.wrote(message, answer)
        self._show(answer, **sender)
        if answer:
            tell(self, answer)

    def _act(self, kind: object, message: dict[str, Any]) -> Answer | None:
        journal, name = self._journal, self._asked.id
        value, over = message.get("value"), self._bases.over(message, whole=kind == "commit")
        if self._asked.pool and kind not in ("hint", "look"):
            journal.drawn(name)
        if kind == "commit" and self._asked.stand(value).state is State.ANSWERED:
            later = self._bases.outrun(message)
            answer = journal.commit(name, value, over)
            return journal.save(name, later.said) if later else answer
        if kind == "hint" and len(self.hints) < len(self._asked.hints):
            journal.note(name, "hint", len(self.hints) + 1)
            self.hints = page_hints(self._asked, len(self.hints) + 1)
        if kind in ("join", "take", "keep"):
            take = {name: value} if kind == "take" and isinstance(value, str) else {}
            return journal.join(take=take, keep=[name] if kind == "keep" else []).answers.get(name)
        if kind in ("hint", "look"):
            return journal.answer(name)
        return journal.revise(name, lambda there: self._asked.merged(there, value, self._bases.began(message)), over)

    def _conflict(self, answer: Answer) -> dict[str, Any]:
        return {"saved_at": answer.saved_at, "words": in_words(self._asked, answer.value)}

    def _show(self, answer: Answer | None, **status: Any) -> None:  # noqa: ANN401 - the members of a status
        # In one message: a page that hears of a value before its status can't tell whether it may show it.
        with self.hold_sync():
            self.value = answer.value if answer else None
            self.status = self._status(answer, **status)
            lacking = self._asked.lacking(self.value) if self.status["refused"] else ()
            self.feedback = self._feedback(answer) | ({"lacking": list(lacking)} if lacking else {})

    def found(self, answer: Answer | None, here: bool = False) -> None:
        """Show what another panel, of this notebook (`here`) or of another, has made of the journal, if it is new."""
        shown = self.status.get("saved_at")
        if here:
            self._bases.know(answer)
        if answer and self._asked.partial and self._asked.own(answer.value) == self._asked.own(self.value):
            self.value = answer.value
        elif answer and answer.saved_at != shown:
            self._show(answer)
        elif shown and not answer:
            self.status = self._status(None, error=GONE, gone=True)
        elif not self.status.get("error") and (now := self._status(answer))["offers"] != self.status.get("offers"):
            self.status = {**self.status, **{each: now[each] for each in ("notice", "offers")}}

    def _status(self, answer: Answer | None, error: str = "", view: str = "", **more: Any) -> dict[str, Any]:  # noqa: ANN401
        standing = self._asked.stand(answer.value if answer else None)
        own = answer and (not self._asked.partial or self._asked.own(answer.value) is not None)
        at = answer.saved_at if answer and own else None
        return {
            "seq": 0,
            "view": view,
            "saved_at": at,
            "state": standing.state.value,
            "words": standing_in_words(standing) + self._mark(answer),
            "notice": " ".join(notices(self._journal, graded=self._asked.points is not None)),
            "offers": offers(self._journal, self._asked),
            "error": error,
            "refused": refused(self._asked, standing) if _refuses(standing, more) else "",
            # Said of what another notebook saved while this panel was open.
            "elsewhere": at is not None and not self._bases.knows(at),
            **more,
        }

    def _mark(self, answer: Answer | None) -> str:
        """What is said of an answer beside its state: whether it stands as it was committed."""
        if committed(answer):
            return " Checked." if self._asked.key else " Committed."
        return " Changed since you committed it." if answer and self._first() else ""

    def _answered(self, name: str) -> Any:  # noqa: ANN401 - an answer is any JSON value
        try:
            answer = self._journal.answer(name)
        except JournalError:  # the panel says what is wrong with it
            return None
        return answer.value if answer else None

    def _first(self) -> Event | None:
        """What was committed first, if the question keeps it."""
        if not self._asked.keeps_first:
            return None
        try:
            return next(iter(self._journal.history(self._asked.id, "commit")), None)
        except JournalError:
            return None

    def _feedback(self, answer: Answer | None) -> dict[str, Any]:
        asked, value = self._asked, answer.value if answer else None
        said = feedback(asked, value) if committed(answer) and not asked.partial else NOTHING
        return said if asked.points is not None else said | asked.reveals(value, self._first())

    def __repr__(self) -> str:
        return static_text(self._asked)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        data["text/plain"] = repr(self)
        data["text/html"] = static_html(self._asked)
        return data, metadata


def _refuses(standing: Standing, status: dict[str, Any]) -> bool:
    return status.get("kind") == "commit" and "conflict" not in status and standing.state is not State.ANSWERED
