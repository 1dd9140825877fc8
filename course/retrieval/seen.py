"""What a journal shows of the questions that a lesson could ask again."""

from collections.abc import Iterable, Sequence

import msgspec

from course.asked import Asked, State
from course.journal.record import Event, Record
from course.questions import Bank
from course.retrieval.choose import Candidate, choose
from course.scoring import score

N = 2
"""How many questions a lesson asks again."""


def place(lesson: int, question: str) -> str:
    """Under which id the answer is kept: “again-03-title-mark”. The answer that the lesson itself asked for stays."""
    return f"again-{lesson:02}-{question}"


def again(record: Record, banks: Iterable[Bank], lesson: int, today: str) -> list[Asked]:
    """What a lesson asks again, under ids of their own.

    What stands there stays while the learner works: only what was answered before the learner began this lesson
    today decides. On another day other questions come, and none twice in one lesson while there are others.

    Args:
        record: the learner's journal.
        banks: those of the lessons, each named after its lesson.
        lesson: number of the lesson that asks.
        today: the day, as a journal's times begin: 2014-10-01, UTC.
    """
    by_lesson = {int(bank.path.stem[:2]): bank for bank in banks}
    own = {q.id for q in by_lesson[lesson].questions} if lesson in by_lesson else set()
    mine = place(lesson, "")
    answers = [event for event in record.log if event.event in ("answer", "commit")]
    begun = (e.at for e in answers if e.at.startswith(today) and (e.question in own or e.question.startswith(mine)))
    until = min(begun, default=None)
    before = [event for event in answers if until is None or event.at < until]
    earlier = {q.id: (n, q) for n, bank in by_lesson.items() if n < lesson for q in bank.questions if q.again}
    asked = {e.question.removeprefix(mine) for e in before if e.question.startswith(mine)}
    new = {name: each for name, each in earlier.items() if name not in asked}
    open_to_it = new if len(new) >= N else earlier
    found = choose([_candidate(q, n, before) for n, q in open_to_it.values()], lesson, N)
    return [msgspec.structs.replace(earlier[each.question][1], id=place(lesson, each.question)) for each in found]


def _candidate(question: Asked, lesson: int, events: Sequence[Event]) -> Candidate:
    tries: dict[str, list[Event]] = {}
    for event in events:
        if event.question == question.id or _asks(event.question, question.id):
            tries.setdefault(event.question, []).append(event)
    # Of each time that it was asked the first commitment counts: later ones were made knowing what was wrong.
    firsts = [next((e for e in each if e.event == "commit"), each[-1]) for each in tries.values()]
    judged = [(e.at, right) for e in firsts if (right := _right(question, e)) is not None]
    if not judged:
        return Candidate(question.id, lesson)
    return Candidate(question.id, lesson, max(judged)[1], max(e.at for each in tries.values() for e in each))


def _asks(name: str, question: str) -> bool:
    head, number, rest = (*name.split("-", 2), "", "")[:3]
    return head == "again" and number.isdecimal() and rest == question


def _right(question: Asked, event: Event) -> bool | None:
    if question.key is None or question.stand(event.value).state is not State.ANSWERED:
        return None
    result = score(question, event.value, question.key)
    return result.points >= result.max_points
