"""Room to write a draft. It is kept in the journal like any answer; nothing reads it but whoever wrote it."""

from collections.abc import Iterator
from random import Random
from typing import Any

from course.asked.condition import Condition
from course.asked.key import Key
from course.asked.question import Asked, Lines, Option
from course.asked.shown import Committed
from course.asked.standing import ANSWERED, NOT_ATTEMPTED, Standing, incoherent

MOST = 20_000
"""Characters that a draft may have: some 3,000 words."""


class Draft(Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="draft"):
    """Write freely. Answer: a text. It has no points and no key."""

    key: Key[Condition] | None = None
    """None is allowed; it is read so that a bank with one is told so."""

    @property
    def options(self) -> tuple[Option, ...]:
        """None: there is nothing to choose."""
        return ()

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Write as much as you like. Nothing is graded."

    @property
    def minutes(self) -> float:
        """Four: for notes, and a few sentences."""
        return 4.0

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where a text stands: it is answered as soon as it holds a word."""
        if not isinstance(value, str):
            return incoherent("A draft is a text.")
        if len(value) > MOST:
            return incoherent(f"A draft has at most {MOST:,} characters; this one has {len(value):,}.")
        return ANSWERED if value.strip() else NOT_ATTEMPTED

    def up_to_date(self, value: Any) -> Any:  # noqa: ANN401 - any JSON value
        """The text as it is."""
        return value

    def faults(self) -> Iterator[str]:
        """Whether it is neither graded nor checked."""
        yield from Asked.faults(self)
        if self.points is not None or self.key is not None:
            yield "type: a draft is for the learner alone; expected neither points nor a key."

    def page(self) -> dict[str, Any]:
        """How much can be written, and what the button says that keeps a version for good."""
        return {"most": MOST, "commit": "Keep this version"}

    def reveals(self, value: Any, first: Committed | None) -> dict[str, Any]:  # noqa: ANN401, ARG002 - any JSON value
        """Nothing: what was kept is in the journal."""
        return {}

    def guess(self, chance: Random) -> str:
        """A few words."""
        return f"{chance.randrange(100)} thoughts, not in order yet."

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """The paragraphs of the text."""
        if answer is None:
            return ()
        if self.standing(answer).state is not ANSWERED.state:
            return ("(1 that the question does not have)",) if not isinstance(answer, str) or answer.strip() else ()
        return tuple(line.strip() for line in answer.splitlines() if line.strip())
