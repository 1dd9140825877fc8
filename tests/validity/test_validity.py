"""Each assignment measures reasoning, as its report shows (`make validity` prints it)."""

from functools import cache

import pytest

from tests.validity.asked import LEAST
from tests.validity.assignments import load, names
from tests.validity.expected import expectations
from tests.validity.report import report
from tests.validity.show import lines, verdicts

COUNT = 14
"""Expectations of every assignment; of some there is one more."""
assignments = pytest.mark.parametrize("name", names())


@cache
def reported(name):
    return report(load(name))


@cache
def expected(name):
    return tuple(expectations(load(name), reported(name)))


@pytest.mark.parametrize(("name", "number"), [(name, n) for name in names() for n in range(COUNT + (name in LEAST))])
def test_what_is_expected_of_an_assignment_is_met(name, number):
    assert expected(name)[number].short == ()


@assignments
def test_all_that_is_expected_is_looked_at(name):
    assert len(expected(name)) == COUNT + (name in LEAST)


@assignments
@pytest.mark.parametrize(("kind", "bound"), [("keyword matcher", 0.5), ("always agrees", 0.25)])
def test_who_does_not_reason_earns_little(name, kind, bound):
    assert reported(name).by_kind[kind][2] <= bound


@assignments
def test_every_question_tells_readers_apart(name):
    assert {question: r for question, r in reported(name).discrimination.items() if r < 0.3} == {}
    assert {question: d for question, d in reported(name).difficulty.items() if not 0.2 <= d <= 0.9} == {}


@assignments
def test_the_report_says_what_falls_short_and_gives_a_verdict_on_each_expectation(name):
    said = "\n".join(lines(load(name), reported(name), expected(name)))
    assert all(f"short: {fault}" in said for each in expected(name) for fault in each.short)
    told = [*verdicts({name: expected(name)})]
    assert [line.split()[0] for line in told] == ["met" if each.met else "short" for each in expected(name)]
