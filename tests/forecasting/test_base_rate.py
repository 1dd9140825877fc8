"""The base rate: worked examples by hand, and the course's own class held against its dates."""

import pytest

from course import brief, tables
from course.forecasting import ForecastError, Spell, base_rate, wilson, within

CASES = tables.read("reference_class")
FROM, UNTIL = 1950, 2013


def test_years_at_risk_are_counted_and_only_openings_are_events():
    found = base_rate([Spell(1967, 1968, 1971, True), Spell(1980, 1981, 1986, False)])
    assert (found.events, found.years, found.rate) == (1, 10, 0.1)
    assert (found.low, found.high) == wilson(1, 10)


def test_years_before_the_wait_do_not_count_and_a_late_opening_still_does():
    found = base_rate([Spell(1967, 1968, 1971, True), Spell(1980, 1981, 1986, False)], waited=2)
    assert (found.events, found.years) == (1, 6)
    assert base_rate([Spell(1967, 1968, 1969, True), Spell(1980, 1981, 1986, False)], waited=2).events == 0


@pytest.mark.parametrize(("years", "chance"), [(0, 0), (1, 0.1), (2, 0.19), (0.5, 1 - 0.9**0.5)])
def test_a_longer_time_ahead_is_likelier(years, chance):
    assert within(0.1, years) == pytest.approx(chance)
    assert base_rate([Spell(1967, 1968, 1977, True)]).within(years)[0] == pytest.approx(chance)


@pytest.mark.parametrize("spells", [[], [Spell(1967, 1968, 1967, True)], [Spell(1968, 1968, 1970, True)]])
def test_a_class_without_years_and_years_in_the_wrong_order_are_refused(spells):
    with pytest.raises(ForecastError, match="Expected"):
        base_rate(spells)


@pytest.mark.parametrize(("rate", "years"), [(1.1, 1), (-0.1, 1), (0.1, -1), (0.1, float("nan"))])
def test_what_is_no_rate_or_no_time_is_refused(rate, years):
    with pytest.raises(ForecastError):
        within(rate, years)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_years_at_risk_follow_from_the_dates(case):
    assert case["first_year"] == max(FROM, int(case["start"][:4]) + 1)
    assert case["last_year"] == (int(case["end"][:4]) if case["end"] else UNTIL)
    assert (case["end"] is None) == (case["ended_by"] is None)
    if case["lesser_change"]:
        assert case["first_year"] <= int(case["lesser_change"][:4]) <= case["last_year"]


def test_the_course_counts_twenty_one_openings_in_four_hundred_and_eighty_eight_years():
    strict, wide = brief.base_rate().to_dict("records")
    assert (strict["events"], strict["years_at_risk"], strict["within"]) == (21, 488, 0.043)
    assert (wide["events"], wide["years_at_risk"]) == (23, 410)
    assert strict["low"] < strict["within"] < strict["high"] < 0.1


def test_a_longer_horizon_and_a_wait_reach_the_table():
    assert brief.base_rate(years=5)["within"].iloc[0] == pytest.approx(within(21 / 488, 5), abs=0.001)
    assert brief.base_rate(waited=20)["years_at_risk"].iloc[0] == 163
