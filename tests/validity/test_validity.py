"""Each assignment measures reasoning, as its report shows (`make validity` prints it)."""

from functools import cache

import pytest

from tests.validity.assignments import load, names
from tests.validity.report import report

assignments = pytest.mark.parametrize("name", names())


@cache
def reported(name):
    return report(load(name))


@assignments
@pytest.mark.parametrize("kind", ["expert", "dissenter"])
def test_who_reasons_well_gets_full_marks(name, kind):
    least, *_ = reported(name).by_kind.get(kind, (1.0,))
    assert least == 1


@assignments
@pytest.mark.parametrize(("kind", "bound"), [("guesser", 0.15), ("keyword matcher", 0.5), ("always agrees", 0.25)])
def test_who_does_not_reason_earns_little(name, kind, bound):
    assert reported(name).by_kind[kind][2] <= bound


@assignments
def test_a_misreading_is_named_to_who_holds_it_and_to_nobody_else(name):
    found = reported(name)
    asked_twice = [each for each in found.recall if found.named_by[each] >= 2]
    assert asked_twice
    assert {each: found.recall[each] for each in asked_twice if found.recall[each] < 0.95} == {}
    assert {each: rate for each, rate in found.false_alarms.items() if rate > 0.02} == {}


@assignments
def test_every_question_tells_readers_apart(name):
    assert {question: r for question, r in reported(name).discrimination.items() if r < 0.3} == {}
    assert {question: d for question, d in reported(name).difficulty.items() if not 0.2 <= d <= 0.9} == {}
