"""Two journals as one: what only the other holds, where they differ, and how they are joined.

Sync tools leave a second journal beside the first when two computers wrote at the same time. No answer is ever replaced
unless its question is named, and no event is lost.
"""

from collections.abc import Collection, Iterable, Mapping

import msgspec

from course.journal.changes import ANSWER, COMMIT
from course.journal.record import Event, Record


class Compared(msgspec.Struct, frozen=True):
    """What other journals hold beyond one's own.

    Attributes:
        only: question to the name of the journal that alone holds an answer to it.
        different: question to the names of those that hold another answer than one's own or one another, and one that
            was never given in one's own.
    """

    only: dict[str, str]
    different: dict[str, tuple[str, ...]]

    def __bool__(self) -> bool:
        return bool(self.only or self.different)


def compare(mine: Record, others: Mapping[str, Record]) -> Compared:
    """Hold other journals, by their names, against one's own."""
    known = {(e.question, e.at, _text(e.value)) for e in mine.log if e.event in (ANSWER, COMMIT)}
    found: dict[str, dict[str, list[str]]] = {}
    for name, other in sorted(others.items()):
        for question, answer in other.answers.items():
            own = mine.answers.get(question)
            same = own is not None and _text(own.value) == _text(answer.value)
            if not same and (question, answer.saved_at, _text(answer.value)) not in known:
                found.setdefault(question, {}).setdefault(_text(answer.value), []).append(name)
    only, different = {}, {}
    for question, values in sorted(found.items()):
        names = [name for each in values.values() for name in each]
        if question in mine.answers or len(values) > 1:
            different[question] = tuple(sorted(names))
        else:
            only[question] = names[0]
    return Compared(only, different)


def join(
    mine: Record, others: Mapping[str, Record], take: Mapping[str, str] | None = None, keep: Collection[str] = ()
) -> Record:
    """One's own journal with what only others hold.

    Where they differ, one's own answer stands, and the others' history of that question stays outside, so that it is
    still found to differ, until the question is named.

    Args:
        mine: the journal that is kept; its seed and its beginning stand.
        others: the journals that are brought in, by their names.
        take: question to the name of the journal whose answer is taken.
        keep: questions whose own answer stands, and for which the others' history is taken into the log.
    """
    take, found = take or {}, compare(mine, others)
    open_still = {*found.different} - {*take} - ({*keep} & {*mine.answers})
    came = (e for other in others.values() for e in other.log if e.question not in open_still)
    log = _merged(mine.log, came)
    answers = dict(mine.answers)
    for question, name in {**found.only, **take}.items():
        given = sum(e.question == question and e.event in (ANSWER, COMMIT) for e in log)
        answer = others[name].answers[question]
        answers[question] = msgspec.structs.replace(answer, revision=max(answer.revision, given))
    return msgspec.structs.replace(mine, answers=answers, log=log)


def _merged(log: tuple[Event, ...], came: Iterable[Event]) -> tuple[Event, ...]:
    known = {_place(e) for e in log}
    more = {_place(e): e for e in came if _place(e) not in known}
    # What happened here at one moment keeps its order: a clock that was set back gives many events one time.
    return tuple(sorted((*log, *(more[place] for place in sorted(more))), key=lambda e: e.at))


def _place(event: Event) -> tuple[str, str, str, str]:
    return (event.at, event.question, event.event, _text(event.value))


def _text(value: object) -> str:
    return msgspec.json.encode(value, order="sorted").decode()
