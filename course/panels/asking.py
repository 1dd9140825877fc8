"""`ask("question-id")` is all a notebook needs."""

import os
from functools import cache
from pathlib import Path

from course.asked import Asked, State
from course.errors import PlainError
from course.journal import Journal, JournalError, Record
from course.journal.record import EMPTY
from course.panels.panel import Panel
from course.questions.find import find_question


class NotAnsweredError(PlainError):
    """nbgrader's Validate found a question without a complete, coherent answer."""


class NotGradedHereError(PlainError):
    """Somebody let nbgrader execute an assignment instead of scoring it."""


def ask(question: str, item: str = "") -> Panel:
    """Show a question as a panel, and keep your answer in the journal.

    Args:
        question: its id, or the name of a pool, from which one question is drawn for you. It stands in
            ``questions.toml`` beside the notebook, or in the bank of a lesson.
        item: show only this part of it, such as one signal of a weighing: ``ask("weigh-cards", "S04")``. The answer
            is kept with the answer to the whole question.

    Returns:
        The panel.

    Raises:
        BankError: there is no such question or item, or its bank is faulty. The message names similar ids.
        NotAnsweredError: while nbgrader validates: your answer is missing, incomplete or incoherent.
        NotGradedHereError: while nbgrader executes for grades: answers are scored from the journal, and a cell that
            ran without error would be full credit.

    Example:
        ask("prior")
    """
    journal = journal_in_use()
    asked = find_question(question, Path.cwd(), lambda: _seed(journal))
    if item:
        asked = asked.in_part(item)
    match os.environ.get("NBGRADER_EXECUTION"):
        case "autograde":
            raise NotGradedHereError(
                f"“{asked.title}” is not graded by running the notebook. Run nbgrader in the folder grading/, where "
                "nbgrader_config.py puts the scorer in place. No points are given."
            )
        case "validate":
            _validate(asked, journal)
    return Panel(asked, journal)


def panel(asked: Asked) -> Panel:
    """The panel of a question that is not found by its id, as `ask` shows those that are."""
    return Panel(asked, journal_in_use())


def journal_in_use() -> Journal:
    """The learner's journal, one object for all panels of a kernel."""
    return _journal(Journal().path.absolute())


def record_in_use(*, seeded: bool = False) -> Record:
    """What the learner's journal holds; nothing where it can't be read, and the panels say what is wrong with it.

    Args:
        seeded: whether to draw the learner's seed first, if there is none yet.
    """
    journal = journal_in_use()
    try:
        if seeded:
            journal.seed  # noqa: B018 - is made on first use
        return journal.read()
    except JournalError:
        return EMPTY


@cache
def _journal(path: Path) -> Journal:
    # One object for all panels of a kernel: it reads the file again only after somebody else has written it.
    return Journal(path)


def _seed(journal: Journal) -> int:
    try:
        return journal.seed
    except JournalError:  # the panel says what is wrong with it
        return 0


def _validate(asked: Asked, journal: Journal) -> None:
    answer = journal.answer(asked.id)
    standing = asked.stand(answer.value if answer else None)
    if standing.state is not State.ANSWERED:
        what = standing.state.value.replace("_", " ")
        raise NotAnsweredError(f"“{asked.title}” is {what}. {' '.join(standing.reasons)}")
