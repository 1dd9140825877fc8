"""What a panel that asks only a part of a question needs of it: where a long question is answered bit by bit. Pure."""

from typing import Any, ClassVar, NoReturn

import msgspec

from course.asked.errors import BankError


class InPart(msgspec.Struct, frozen=True, kw_only=True):
    """A kind whose items can be asked one by one, beside the text about each, replaces what is here.

    Such a part is a question of its own, under the id of the whole: panels of several parts write one answer.
    """

    partial: ClassVar[bool] = False
    """Whether this is such a part."""

    def in_part(self, item: str) -> Any:  # noqa: ANN401 - a kind's own record of a part
        """One of its items as a question, whose answer is in the answer to the whole.

        Raises:
            BankError: there is no such item, or the kind is asked whole.
        """
        return self._asked_whole(item)

    def own(self, value: Any) -> Any:  # noqa: ANN401 - any JSON value
        """What this asks for of an answer: all of it, unless it is a part; None if there is nothing."""
        return value

    def merged(self, there: Any, value: Any, base: Any) -> Any:  # noqa: ANN401, ARG002 - any JSON values
        """The answer to save.

        Args:
            there: the answer that the journal holds; None if it holds none.
            value: what the page shows now.
            base: what it began with. Where `value` differs from that, the learner has changed it here.
        """
        return value

    def clash(self, there: Any, value: Any, base: Any) -> bool:  # noqa: ANN401 - any JSON values
        """Whether to save would replace what the page has not shown; the arguments are those of `merged`."""
        return self.own(there) not in (self.own(value), self.own(base))

    def _asked_whole(self, item: str) -> NoReturn:
        raise BankError(f"“{self.id}” is asked whole, and not “{item}” alone: leave out what follows its id.")  # type: ignore[attr-defined]
