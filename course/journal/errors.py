"""What can go wrong with a journal: one class per outcome, every message fit to be shown to a learner."""

# ruff: noqa: N818  (each name says the outcome; all of them are a JournalError)

from course.errors import PlainError
from course.journal.record import Answer


class JournalError(PlainError):
    """A journal could not be read or written; the message names the file and what was expected.

    After a failed save the file on disk is what it was before, unless the message says otherwise.
    """


class JournalDamaged(JournalError):
    """The bytes are not a journal that this version can read, though they may have been one."""


class NotAJournal(JournalError):
    """The file is sound JSON but something other than a course journal; it is left alone."""


class JournalTooNew(JournalError):
    """The journal was written by a later version of the course; it is left alone.

    Attributes:
        found: the format version in the file.
        known: the latest format version this course reads.
    """

    def __init__(self, source: str, found: int, known: int) -> None:
        super().__init__(
            f"{source}: this journal has format version {found}; this course reads up to version {known}. "
            "Update the course to use it. The file was left as it is."
        )
        self.found = found
        self.known = known


class JournalTooLarge(JournalError):
    """The journal is, or a save would make it, larger than a journal may be; it is left alone."""


class JournalLocked(JournalError):
    """Another notebook held the journal for longer than a save may wait; nothing was saved."""


class JournalChanged(JournalError):
    """Another answer than the one that was to be replaced stands in the journal by now; nothing was saved.

    Attributes:
        answer: the one that stands there.
    """

    def __init__(self, source: str, question: str, answer: Answer) -> None:
        super().__init__(
            f"{source}: question {question!r}: nothing was saved: another answer was saved at {answer.saved_at}."
        )
        self.answer = answer


class JournalUnavailable(JournalError):
    """The file or its folder cannot be read or written (missing, read-only, disk full, not a file)."""


class JournalValueError(JournalError, ValueError):
    """A value, question id or kind of event that a journal does not hold; nothing was saved."""


class JournalWarning(UserWarning):
    """A damaged journal was set aside under another name, and a fresh one begun."""
