"""Which answers a panel knows: what its page stands on, and whether a page may replace what the journal holds."""

from collections.abc import Callable, Mapping
from typing import Any

from course.asked import Asked
from course.journal import Answer


class Bases:
    """The answers that a panel has shown or written, by the time when they were saved.

    Args:
        asked: the question, whole or a part.
    """

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._known: set[str] = set()  # found at first, or written in this kernel
        self._written: dict[str, str] = {}  # view to the last that it wrote
        self._shown: dict[str | None, Any] = {}  # what was shown as saved then; a part needs it to see what is new

    def know(self, answer: Answer | None) -> None:
        """This answer is no other notebook's."""
        if answer:
            self._known.add(answer.saved_at)

    def knows(self, saved_at: str | None) -> bool:
        """Whether an answer was found at first, or written in this kernel."""
        return saved_at in self._known

    def wrote(self, view: object, answer: Answer) -> None:
        """A view of the panel has written this."""
        self._written[str(view)] = answer.saved_at
        self.know(answer)

    def show(self, saved_at: str | None, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """The page is shown this, as saved then."""
        self._shown[saved_at] = value

    def under(self, message: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value
        """The answer on which the page stood as it sent a message; None if it had none."""
        return self._shown.get(message.get("base"))

    def over(self, message: Mapping[str, Any]) -> Callable[[Answer], bool] | None:
        """Whether the page knows the answer that it replaces: it has shown or written it, or says the same."""
        if "base" not in message:
            return None
        known, own = (message["base"], self._written.get(str(message.get("view", "")))), self._asked.own
        meant = [own(message.get("value")), *(own(self._shown[at]) for at in known if at in self._shown)]
        return lambda there: there.saved_at in known or own(there.value) in meant
