"""What saving an answer makes of a journal, without any file."""

from typing import Final

import msgspec

from course.journal.record import JSON, Answer, Event, Record, Time

ANSWER: Final = "answer"
COMMIT: Final = "commit"
SEED: Final = "seed"
"""The event that says by which seed a question was drawn from its pool."""


def with_answer(record: Record, question: str, kind: str, value: JSON, now: Time) -> Record:
    """The journal with one more answer, of kind `answer` or `commit`. An earlier commit keeps its time."""
    before = record.answers.get(question)
    committed_at = now if kind == COMMIT else before.committed_at if before else None
    answer = Answer(value, now, committed_at, before.revision + 1 if before else 1)
    record = msgspec.structs.replace(record, answers={**record.answers, question: answer})
    return with_event(record, Event(now, question, kind, value))


def with_event(record: Record, event: Event) -> Record:
    """The journal with one more entry in its log."""
    return msgspec.structs.replace(record, log=(*record.log, event))


def outcome_stands(mine: Record, found: Record) -> bool:
    """Whether what was written last is part of a journal that is found afterwards."""
    return mine.seed == found.seed and (not mine.log or mine.log[-1] in found.log)
