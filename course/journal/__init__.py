"""The learner's durable record: answers, commitments and their history in one JSON file.

    journal = Journal()
    journal.save("condition-order", "steps-first")
    journal.answer("condition-order").value

`parse` is the pure reader, for files from anybody. The format is published in `course/schemas/journal.schema.json`.
"""

from course.journal.brought import Brought
from course.journal.changes import SEED
from course.journal.errors import (
    JournalChanged,
    JournalDamaged,
    JournalError,
    JournalLocked,
    JournalTooLarge,
    JournalTooNew,
    JournalUnavailable,
    JournalValueError,
    JournalWarning,
    NotAJournal,
)
from course.journal.join import Compared, compare, join
from course.journal.reader import parse
from course.journal.record import JSON, Answer, Event, Record
from course.journal.store import Journal

__all__ = [
    "JSON",
    "SEED",
    "Answer",
    "Brought",
    "Compared",
    "Event",
    "Journal",
    "JournalChanged",
    "JournalDamaged",
    "JournalError",
    "JournalLocked",
    "JournalTooLarge",
    "JournalTooNew",
    "JournalUnavailable",
    "JournalValueError",
    "JournalWarning",
    "NotAJournal",
    "Record",
    "compare",
    "join",
    "parse",
]
