"""Which answers a panel knows: what its page stands on, and whether a page may replace what the journal holds."""

import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from course.asked import Asked, State
from course.journal import Answer


class Written(NamedTuple):
    """What a view of a panel has saved: the number of its message, what it said, and when it was saved."""

    seq: float
    said: Any
    saved_at: str


class Bases:
    """The answers that a panel has found or written, and what its pages have written last.

    Args:
        asked: the question, whole or a part.
    """

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._known: set[str] = set()  # found at first, or written in this kernel
        self._written: dict[str, Written] = {}  # view to the last that it wrote

    def know(self, answer: Answer | None) -> None:
        """This answer is no other notebook's."""
        if answer:
            self._known.add(answer.saved_at)

    def knows(self, saved_at: str | None) -> bool:
        """Whether an answer was found at first, or written in this kernel."""
        return saved_at in self._known

    def wrote(self, message: Mapping[str, Any], answer: Answer) -> None:
        """A view of the panel has written this."""
        made = Written(message.get("seq", 0), message.get("value"), answer.saved_at)
        if later := self.outrun(message):
            made = later._replace(saved_at=answer.saved_at)
        self._written[str(message.get("view", ""))] = made
        self.know(answer)

    def outrun(self, message: Mapping[str, Any]) -> Written | None:
        """What the same view has saved by a later message, if that was brought here before this one."""
        written = self._written.get(str(message.get("view", "")))
        return written if written and written.seq > message.get("seq", 0) else None

    def late(self, message: Mapping[str, Any]) -> bool:
        """Whether a message would only put back what the same view has said before; a whole commit is logged."""
        kind, value = message.get("kind"), message.get("value")
        writes = kind == "save" or (kind == "commit" and self._asked.stand(value).state is not State.ANSWERED)
        return writes and self.outrun(message) is not None

    def began(self, message: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value
        """What a page said that the journal has: as last shown, or what it has saved and not heard of yet.

        Args:
            message: its `began` is what the page said as it last heard of the journal, and `heard` the number of its
                own message that it had heard of then.
        """
        written = self._written.get(str(message.get("view", "")))
        unheard = written is not None and written.seq > message.get("heard", math.inf)
        return written.said if written and unheard else message.get("began")

    def over(self, message: Mapping[str, Any], *, whole: bool = False) -> Callable[[Answer], bool] | None:
        """Whether the page may replace an answer; None, any, for a message that does not say what it stands on.

        Args:
            message: its `base` is when the answer was saved that the page stands on.
            whole: nothing may have changed at all since then, as nothing is merged.

        Returns:
            Asked of the answer that the journal holds: yes if the page has shown or written it, or if nothing was
            changed both in the page and there.
        """
        if "base" not in message:
            return None
        written = self._written.get(str(message.get("view", "")))
        known = (message["base"], written.saved_at if written else None)
        value, began = message.get("value"), self.began(message)

        def may(there: Answer) -> bool:
            if there.saved_at in known:
                return True
            return there.value in (value, began) if whole else not self._asked.clash(there.value, value, began)

        return may
