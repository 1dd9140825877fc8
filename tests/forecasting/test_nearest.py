"""The nearest coherent forecasts, against SciPy and against what makes a point the nearest."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.forecasting import ForecastError, Rule, broken, coherentized
from tests.forecasting.test_rules import NAMES, RULES
from tests.oracles import least_distance

chances = st.one_of(st.integers(0, 100).map(lambda n: n / 100), st.floats(0, 1, allow_subnormal=False))
forecasts = st.fixed_dictionaries(dict.fromkeys(NAMES, chances))
# Among these are rules that repeat, include and contradict one another.
made_up = st.lists(
    st.builds(
        Rule,
        st.dictionaries(st.sampled_from(NAMES), st.sampled_from((-2, -1, -0.5, 0.5, 1, 2)), min_size=1, max_size=4),
        st.sampled_from((-1, -0.5, 0, 0.25, 0.5, 1, 1.5)),
        st.just("made up"),
    ),
    min_size=1,
    max_size=12,
)


@given(forecasts)
@settings(max_examples=300)
def test_it_is_the_nearest_as_scipy_has_it(said):
    if broken(RULES, said):
        assert coherentized(RULES, said) == pytest.approx(least_distance.coherentized(RULES, said), abs=1e-9)


@given(made_up, forecasts)
@settings(max_examples=500)
def test_of_any_rules_it_keeps_all_and_nothing_nearer_does(rules, said):
    try:
        found = coherentized(rules, said)
    except ForecastError:
        return
    assert not broken(rules, found)
    # No farther than SciPy's point, if that keeps the rules; where many bounds meet, SciPy's may not.
    theirs = least_distance.coherentized(rules, said)
    if theirs is not None and not broken(rules, theirs):
        assert _distance(said, found) <= _distance(said, theirs) + 1e-9


@given(made_up, forecasts, st.data())
@settings(max_examples=300)
def test_no_other_point_that_keeps_the_rules_lies_on_the_near_side(rules, said, data):
    """What makes a point the nearest of a convex set: seen from it, all of the set lies away from where one began."""
    other = data.draw(forecasts)
    try:
        found, other = coherentized(rules, said), coherentized(rules, other)
    except ForecastError:
        return
    towards = sum((said[name] - found[name]) * (other[name] - found[name]) for name in NAMES)
    assert towards <= 1e-9


@given(made_up, forecasts)
@settings(max_examples=300)
def test_what_is_refused_has_no_point(rules, said):
    """A linear program finds none either."""
    from scipy.optimize import linprog

    rows = [[rule.weights.get(name, 0) for name in NAMES] for rule in rules]
    solved = linprog(np.zeros(len(NAMES)), A_ub=rows, b_ub=[rule.bound for rule in rules], bounds=(0, 1))
    try:
        coherentized(rules, said)
    except ForecastError:
        assert solved.status == 2
    else:
        assert solved.status == 0


@pytest.mark.parametrize("seed", range(100))
def test_where_many_rules_press_at_once_it_is_the_nearest_too(seed):
    """Each forecast in most rules, so that rules held to on the way are let go again."""
    chance = random.Random(seed)
    rules = [
        Rule({name: chance.choice((-2, -1, -0.5, 0.5, 1, 2)) for name in chance.sample(NAMES, 6)}, bound, "made up")
        for bound in (chance.choice((-0.5, 0, 0.25, 0.5)) for _ in range(12))
    ]
    said = {name: chance.random() for name in NAMES}
    try:
        found = coherentized(rules, said)
    except ForecastError:
        return
    assert not broken(rules, found)
    theirs = least_distance.coherentized(rules, said)
    assert theirs is not None
    if not broken(rules, theirs):
        assert found == pytest.approx(theirs, abs=1e-9)


def _distance(one, other):
    return sum((one[name] - other[name]) ** 2 for name in NAMES) ** 0.5
