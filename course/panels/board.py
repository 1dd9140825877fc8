"""The board: many signals weighed one at a time, then seen as a whole.

The page computes what follows from the ratings (js/board/), so that it follows the controls at once, also while the
kernel is busy. `tests/weighing/cases.json` holds it to the same numbers as `course.weighing`.
"""

from typing import Any

from course.journal import Answer, Event, JournalError
from course.kinds import Weigh
from course.kinds.weigh.cards import cards, hypotheses, names, readings, steps
from course.panels import assets
from course.panels.carry import start
from course.panels.panel import Panel, committed
from course.panels.static import static_html, static_text
from course.subject import subject


class Board(Panel):
    """A question of type weigh. Once committed, the course's readings stand beside the learner's for good.

    Args:
        asked: the question.
        journal: where answers go, and where the earlier ones stand that this board begins with.

    Raises:
        BankError: the question names a signal or a hypothesis that no table has.
    """

    _esm = assets.script("board")
    _css = assets.style("board")
    _asked: Weigh

    def _page(self, order: int) -> dict[str, Any]:
        asked = self._asked
        page, brief = super()._page(order), subject()
        event = asked.event or brief.event
        known = {card["id"]: card for card in cards(asked.signals)}
        try:
            begin = start(asked, self._journal.answer, brief.event_id)
        except JournalError:
            begin = {"prior": None, "ratings": {}}
        return page | {
            "options": [known[option["id"]] for option in page["options"]],
            "order": list(asked.signals),
            "hypotheses": hypotheses(asked.hypotheses),
            "event": event,
            "by": asked.by or brief.by,
            "steps": steps("effect", event),
            "consistency": steps("consistency"),
            "start": begin,
            "carried": bool(asked.ratings_from),
            "conclude": asked.conclude,
        }

    def _feedback(self, answer: Answer | None) -> dict[str, Any]:
        said = super()._feedback(answer)
        commits = [] if self._asked.points is not None else self._commits()
        if not commits:
            return said
        return said | {"readings": readings(self._asked.signals), "first": commits[0].value, "first_at": commits[0].at}

    def _mark(self, answer: Answer | None) -> str:
        changed = answer is not None and not committed(answer) and self._commits()
        return " Changed since you committed it." if changed else super()._mark(answer)

    def _commits(self) -> list[Event]:
        try:
            return self._journal.history(self._asked.id, "commit")
        except JournalError:
            return []

    def _static_text(self) -> str:
        return static_text(self._asked, names(self._asked.signals))

    def _static_html(self) -> str:
        return static_html(self._asked, names(self._asked.signals))
