"""One's own journal and one that was brought back from another device, as one journal, without any file.

Three things are settled here, and everything else as between copies that lie beside each other (`join`): an answer that
was given here and changed there is the changed one; a journal that answers no question drawn for it takes the other's
seed; and where both were drawn for, by different seeds, the other's answers to such questions stay outside, because
they are answers to other variants.
"""

import msgspec

from course.journal.changes import ANSWER, COMMIT, SEED
from course.journal.join import compare, join
from course.journal.record import Record

_NAME = "brought back"


class Brought(msgspec.Struct, frozen=True):
    """What has become of two journals.

    Attributes:
        record: the journal from now on.
        came: questions that were answered in the other alone.
        newer: questions of which the other holds a later answer, made from one's own.
        different: questions to which both hold answers made apart; one's own stands, and the learner is asked.
        otherwise: questions that the other was asked in another variant; nothing of them was brought in.
        other: what of the other was joined, or is asked about.
    """

    record: Record
    came: tuple[str, ...]
    newer: tuple[str, ...]
    different: tuple[str, ...]
    otherwise: tuple[str, ...]
    other: Record


def brought(mine: Record, other: Record) -> Brought:
    """Join a journal that was brought back with one's own."""
    if not mine.answers and all(event.event == SEED for event in mine.log):
        return Brought(other, tuple(sorted(other.answers)), (), (), (), other)
    otherwise: tuple[str, ...] = ()
    if mine.seed != other.seed:
        if _drawn(mine):
            otherwise = tuple(sorted(_drawn(other)))
            other = _without(other, otherwise)
        elif _drawn(other):
            mine = msgspec.structs.replace(mine, seed=other.seed)
    found = compare(mine, {_NAME: other})
    told = {(event.question, event.at) for event in other.log if event.event in (ANSWER, COMMIT)}
    newer = tuple(question for question in found.different if (question, mine.answers[question].saved_at) in told)
    record = join(mine, {_NAME: other}, dict.fromkeys(newer, _NAME))
    different = tuple(question for question in found.different if question not in newer)
    return Brought(record, tuple(found.only), newer, different, otherwise, other)


def _drawn(record: Record) -> set[str]:
    """Questions that the seed drew from a pool, and that are answered."""
    return {event.question for event in record.log if event.event == SEED} & record.answers.keys()


def _without(record: Record, questions: tuple[str, ...]) -> Record:
    kept = {name: answer for name, answer in record.answers.items() if name not in questions}
    log = tuple(event for event in record.log if event.question not in questions)
    return msgspec.structs.replace(record, answers=kept, log=log)
