"""A journal from untrusted bytes, or why it can't be read."""

from course.journal import JournalDamaged, JournalError, JournalTooLarge, JournalTooNew, NotAJournal, Record, parse
from grading.reading.notebook import MAX_PARTS, parts

_CODES: dict[type[JournalError], str] = {
    JournalDamaged: "journal-damaged",
    JournalTooNew: "journal-too-new",
    JournalTooLarge: "journal-too-large",
    NotAJournal: "not-a-journal",
}


class UnreadError(Exception):
    """A journal that can't be read. The message says why.

    Attributes:
        code: short name of the cause.
    """

    def __init__(self, code: str, says: str) -> None:
        super().__init__(says)
        self.code = code


def read_record(data: bytes, name: str, room: int = MAX_PARTS) -> Record:
    """A journal.

    Args:
        data: in UTF-8.
        name: what to call it in messages.
        room: parts of JSON that it may have.

    Raises:
        UnreadError: it is none, or holds more than a journal does.
    """
    if (found := parts(data)) > room:
        raise UnreadError("journal-too-large", f"It has {found:,} parts; expected at most {max(room, 0):,}.")
    try:
        return parse(data, name)
    except JournalError as e:
        raise UnreadError(_CODES.get(type(e), "journal-unreadable"), str(e)) from None
