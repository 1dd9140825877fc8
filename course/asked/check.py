"""What the check of banks and keys asks of a question: by default it knows nothing particular. Pure."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

import msgspec

from course.asked.condition import Condition
from course.asked.key import Key


class Checked(msgspec.Struct, frozen=True):
    """Answers to whoever checks a bank. A kind that overrides nothing passes, but for what all questions have."""

    answers_in_parts: ClassVar[bool] = False
    """Whether an answer is put together from parts that mean little alone, so that these are compared all together."""
    parts_tell: ClassVar[bool] = False
    """Whether of two questions of the same parts who knows the answer to one knows that to the other, whatever the keys
    ask."""

    @property
    def options(self) -> Sequence[Any]:
        """Its choices or items, in the bank's order."""
        raise NotImplementedError

    def made_of(self, names: Callable[[str], str]) -> frozenset[str]:
        """What it is made of, to be compared with another question.

        Args:
            names: gives each of its options the name under which it is compared.
        """
        return frozenset(names(option.id) for option in self.options)

    def sorts(self) -> Mapping[str, str]:
        """The places in which its items can be put, by id, with their texts; none where items are not placed."""
        return {}

    def placed(self, key: Key[Any]) -> dict[str, set[str]]:  # noqa: ARG002 - as above
        """Item to the places that all criteria of its key accept; empty where items are not placed."""
        return {}

    def look_up(self) -> None:
        """Find in the tables all that it takes from them.

        Raises:
            BankError: a table has no such row; the message says which.
        """

    @property
    def begins_with(self) -> tuple[str, ...]:
        """Ids of other questions, with whose answers its own begins."""
        return ()

    @classmethod
    def left_out(cls, questions: Iterable[Self]) -> Iterator[tuple[str, str]]:  # noqa: ARG003 - a kind's own
        """Of tables whose every row has to be asked, the rows that these questions, all of the kind, leave out.

        Yields:
            The table's name, and what is missing and what was expected.
        """
        yield from ()

    def own_texts(self) -> Iterator[tuple[str, str]]:
        """The texts that it has besides title, prompt, hints and options: where one stands, and the text."""
        yield from ()

    def own_lists(self) -> Mapping[str, tuple[str, ...]]:
        """Lists, besides the options, in which no text may stand twice: member to its texts."""
        return {}

    def given_away(self, key: Key[Any], names: Callable[[str], bool]) -> Iterator[str]:  # noqa: ARG002 - as above
        """What a hint gives away besides right choices, each as “names …; expected …”.

        Args:
            key: its key.
            names: whether the hint names a text of the question.
        """
        yield from ()

    def having(self, option: str) -> Condition | None:  # noqa: ARG002 - as above
        """The condition that an option is chosen; None if an answer is no choice among the options."""
        return None

    def unsaid(self, key: Key[Any], right: Collection[str]) -> Iterator[str]:  # noqa: ARG002 - as above
        """On which choices a key has to speak and does not, or speaks and should not.

        Args:
            key: its key, which some answer meets in full.
            right: the choices that such an answer can have.
        """
        yield from ()

    def tries(self, conditions: Sequence[Any]) -> Iterator[Any] | None:  # noqa: ARG002 - as above
        """Answers among which one meets all conditions, if any answer does; None where they can't be listed."""
        return None

    def possible(self, joined: Sequence[Any]) -> bool:  # noqa: ARG002 - as above
        """Whether some answer may meet the own members of all these conditions at once, as far as can be told.

        Asked where answers can't be listed. A “no” is certain; a “yes” says that nothing was found against it.
        """
        return True
