"""The answers of the check-in and the check-out in a journal, and the points that they earn."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from course.asked import Asked, State
from course.gain.draw import IN, MOMENTS, OUT, drawn, place
from course.journal.record import Event, Record
from course.questions.find import gain_bank
from course.scoring import ItemScore, score

Families = Mapping[str, tuple[Asked, ...]]


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer that counts.

    Attributes:
        moment: check-in or check-out.
        question: id in the bank.
        value: the answer, any JSON value.
        committed: whether the learner committed to it.
    """

    moment: str
    question: str
    value: Any
    committed: bool = False


def families() -> dict[str, tuple[Asked, ...]]:
    """Name of each family to its questions, in the order of the bank. Raises BankError."""
    found: dict[str, tuple[Asked, ...]] = {}
    for question in gain_bank().questions:
        name = question.pool or question.id
        found[name] = (*found.get(name, ()), question)
    return found


def minutes(among: Families) -> float:
    """How long a check-in takes at most: its words at 180 a minute, and twenty seconds to think about each question.

    Stated by the course, not measured on learners.
    """
    words = (max(len(" ".join((q.title, q.prompt, *q.names())).split()) for q in own) for own in among.values())
    return sum(n / 180 + 1 / 3 for n in words)


def asked(record: Record, among: Families) -> dict[str, dict[str, Asked]]:
    """Moment to family to the question that this learner is asked then."""
    names = {family: [each.id for each in questions] for family, questions in among.items()}
    by_id = {each.id: each for questions in among.values() for each in questions}
    found = drawn(names, record.seed, record.answers)
    return {moment: {family: by_id[each] for family, each in own.items()} for moment, own in found.items()}


def bare(record: Record, among: Families, moment: str) -> list[Asked]:
    """What a learner is asked then, under the ids of the answers; without key and hints, which tell what is right."""
    own = asked(record, among)[moment].values()
    return [msgspec.structs.replace(q, id=place(moment, q.id), key=None, hints=(), again=False) for q in own]


def given(record: Record, among: Families) -> list[Given]:
    """The answers that count, those of the check-in first.

    Of each question it is what was committed first; without a commitment what was said last, at the check-in before
    anything was said at the check-out. So nobody gains by mending the check-in when they know better.
    """
    own = asked(record, among)
    places = {place(moment, each.id): (moment, each.id) for moment in MOMENTS for each in own[moment].values()}
    said: dict[str, list[Event]] = {each: [] for each in places}
    for event in record.log:
        if event.question in said and event.event in ("answer", "commit"):
            said[event.question].append(event)
    began = min((e.at for name, events in said.items() if places[name][0] == OUT for e in events), default=None)
    counted = []
    for name, events in said.items():
        moment, question = places[name]
        until = began if moment == IN else None
        if (found := _counts(events, until)) is not None:
            counted.append(Given(moment, question, found.value, found.event == "commit"))
    return counted


def _counts(events: Iterable[Event], until: str | None) -> Event | None:
    before = [each for each in events if until is None or each.at < until]
    return next((each for each in before if each.event == "commit"), before[-1] if before else None)


def scored(answers: Iterable[Given], among: Families) -> Iterator[tuple[Given, str, Asked, ItemScore]]:
    """Each answer with its family, its question and its score; what is no answer, or to no question, is left out."""
    by_id = {each.id: (family, each) for family, questions in among.items() for each in questions}
    for each in answers:
        if each.question not in by_id or each.moment not in MOMENTS:
            continue
        family, question = by_id[each.question]
        if question.key is not None and question.stand(each.value).state is State.ANSWERED:
            yield each, family, question, score(question, each.value, question.key)


def points(answers: Iterable[Given], among: Families) -> dict[str, dict[str, float]]:
    """Moment to family to the share of its points that an answer earns, 0 to 1; what is no answer is left out."""
    found: dict[str, dict[str, float]] = {moment: {} for moment in MOMENTS}
    for each, family, _, result in scored(answers, among):
        found[each.moment].setdefault(family, result.points / result.max_points)
    # In the bank's order, whoever answered in another.
    return {moment: {family: own[family] for family in among if family in own} for moment, own in found.items()}


def told(answers: Iterable[Given], among: Families) -> bool:
    """Whether the learner may be told: every question of the check-out is committed, so that no telling changes it."""
    out = {each.question for each in answers if each.moment == OUT and each.committed}
    return all(any(question.id in out for question in questions) for questions in among.values())
