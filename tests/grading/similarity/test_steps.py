"""Histories that were copied show in their pace or in their edits; those of a thousand who work alone do not."""

import random
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from course.journal.record import Answer, Event, Record, encode
from grading.similarity import traces
from grading.similarity.steps import pace, turns
from grading.similarity.traces import EDITS, PACE, Traces
from tests.validity.assignments import EXPERT, load
from tests.validity.models import guess

ASSESSED = load("precondition")
POPULAR = random.Random(0)
WRONG = {q.id: [guess(q, POPULAR) for _ in range(2)] for q in ASSESSED.bank.questions}
"""Two mistakes in each question that half of the class begin with, so that edits are as alike as they can be."""


def told(when):
    return when.isoformat(timespec="microseconds").replace("+00:00", "Z")


def filled(question, value, chance):
    """The states of an answer as it is filled part by part, in an order of one's own."""
    if not isinstance(value, dict) or question.__struct_config__.tag in ("argue", "weigh", "deal"):
        return [value]
    parts = chance.sample(sorted(value), len(value))
    return [{part: value[part] for part in parts[: n + 1]} for n in range(len(parts))]


def alone(number):
    """The journal of somebody who works alone: some mistakes, many of them popular, and most of them mended."""
    chance = random.Random(f"alone {number}")
    seed, when = chance.getrandbits(53), datetime(2014, 10, 1, 9, tzinfo=UTC) + timedelta(days=chance.random() * 14)
    created, log, answers, expert = told(when), [], {}, ASSESSED.learners[EXPERT]
    for question in ASSESSED.asked(seed):
        place = question.pool or question.id
        values = [expert[question.id]]
        if chance.random() < 0.5:
            values.insert(0, chance.choice(WRONG[question.id]) if chance.random() < 0.7 else guess(question, chance))
        for value in values:
            for state in filled(question, value, chance):
                when += timedelta(seconds=chance.lognormvariate(2, 1))
                log.append(Event(told(when), place, "answer", state))
        answers[place] = Answer(values[-1], log[-1].at, None, 1)
    return Record(format="course-journal", version=1, seed=seed, created_at=created, answers=answers, log=tuple(log))


def shifted(record, by, seed):
    """A copy under another clock and another seed."""

    def later(at):
        return told(datetime.fromisoformat(at) + by)

    return msgspec.structs.replace(
        record,
        seed=seed,
        created_at=later(record.created_at),
        log=tuple(msgspec.structs.replace(e, at=later(e.at)) for e in record.log),
        answers={q: msgspec.structs.replace(a, saved_at=later(a.saved_at)) for q, a in record.answers.items()},
    )


def typed_off(record, chance):
    """A copy made by hand: the same edits, at times of one's own."""
    when, log = datetime(2014, 11, 2, tzinfo=UTC), []
    for event in record.log:
        when += timedelta(seconds=chance.lognormvariate(2, 1))
        log.append(msgspec.structs.replace(event, at=told(when)))
    moved = shifted(record, timedelta(days=40), chance.getrandbits(53))
    return msgspec.structs.replace(moved, log=tuple(log))


def compared(records):
    return traces.compare({who: Traces(encode(record), None) for who, record in records.items()})


@pytest.fixture(scope="module")
def thousand():
    return {f"learner-{n:04}": alone(n) for n in range(1000)}


def test_nobody_of_a_thousand_who_work_alone_is_told(thousand):
    assert sum(len(turns(each)) >= traces.TURNS for each in thousand.values()) > 500  # enough that could be alike
    assert compared(thousand) == []


def test_copies_among_them_are_told_by_their_pace_or_their_edits(thousand):
    a = next(who for who, each in thousand.items() if len(turns(each)) >= 2 * traces.TURNS)
    chance = random.Random(3)
    copied = {
        "moved": shifted(thousand[a], timedelta(days=3, seconds=5), 7),
        "typed": typed_off(thousand[a], chance),
    }
    found = {each.what: each.learners for each in compared(thousand | copied)}
    assert found[PACE] == (a, "moved")
    assert found[EDITS] == (a, "moved", "typed")
    assert not {PACE, EDITS} & {each.what for each in compared({a: thousand[a], "again": thousand[a]})}


def test_what_is_only_added_is_no_turn_and_what_is_changed_is_one():
    def logged(*values):
        log = tuple(Event(f"2014-10-01T12:00:0{n}.000000Z", "q", "answer", v) for n, v in enumerate(values))
        return Record(format="course-journal", version=1, seed=1, created_at=log[0].at, answers={}, log=log)

    assert turns(logged({"a": 1}, {"a": 1, "b": 2})) == []
    changed = [{("/a", b"1", b"2")}, {("/a", b"2", None)}]
    assert turns(logged({"a": 1}, {"a": 2}, {"b": 1})) == [("q", each) for each in changed]
    assert turns(logged(["x"], ["x", "y"], ["y"])) == [("q", {("=x", b"", None)})]
    assert pace(logged(["x"], ["y"], ["z"])) == [timedelta(seconds=1), timedelta(seconds=1)]
