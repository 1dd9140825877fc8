"""Rules over forecasts, and the nearest forecasts that keep them."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize

from course.forecasting import (
    ForecastError,
    Rule,
    broken,
    coherentized,
    complements,
    conjunction,
    implies,
    mean_brier,
    monotone,
    needs_one_of,
)

NAMES = ("S", "W", "D", "R", "early", "late", "both", "none")
RULES = (
    needs_one_of("D", ["S", "W"]),
    implies("R", "D"),
    *monotone(["early", "late"]),
    *conjunction("both", "S", "W"),
    *complements("none", "R"),
)
forecasts = st.fixed_dictionaries({name: st.floats(0, 1) for name in NAMES})
WORLDS = [
    world
    for truth in itertools.product((0, 1), repeat=len(NAMES))
    if not broken(RULES, world := dict(zip(NAMES, truth, strict=True)))
]
"""Every way that all of it can come out, the rules holding."""


def test_the_worlds_are_those_that_logic_allows():
    assert all(world["D"] <= max(world["S"], world["W"]) for world in WORLDS)
    assert all(world["both"] == world["S"] * world["W"] for world in WORLDS)
    assert all(world["none"] == 1 - world["R"] for world in WORLDS)
    assert all(world["R"] <= world["D"] and world["early"] <= world["late"] for world in WORLDS)
    # no step and no waiver: D and R are false; otherwise neither, D alone or both; and three ways in time
    assert len(WORLDS) == (1 + 3 * 3) * 3


@given(st.lists(st.floats(0, 1), min_size=len(WORLDS), max_size=len(WORLDS)))
def test_whoever_mixes_worlds_breaks_no_rule(weights):
    assume(sum(weights) > 0.01)
    mixed = {
        name: min(1, sum(w * world[name] for w, world in zip(weights, WORLDS, strict=True)) / sum(weights))
        for name in NAMES
    }
    assert broken(RULES, mixed) == ()


@pytest.mark.parametrize(
    ("given_forecasts", "said"),
    [
        ({"D": 0.5, "S": 0.1, "W": 0.2}, "“D” can’t be more probable than “S” + “W” together."),
        ({"R": 0.3, "D": 0.2}, "“R” can’t be more probable than “D”, which it implies."),
        ({"early": 0.4, "late": 0.3}, "“early” can’t be more probable than “late”, which it implies."),
        ({"both": 0.1, "S": 0.8, "W": 0.7}, "“both” can’t be less probable than “S” plus “W” minus 1."),
        ({"none": 0.5, "R": 0.4}, "“none” and “R” have to add up to 1."),
    ],
)
def test_a_broken_rule_says_what_is_wrong(given_forecasts, said):
    assert [rule.why for rule in broken(RULES, given_forecasts)] == [said]


def test_what_is_not_forecast_yet_breaks_nothing():
    assert broken(RULES, {"R": 1.0, "early": 1.0, "both": 1.0}) == ()


@given(forecasts)
def test_the_result_keeps_every_rule_and_every_bound(said):
    found = coherentized(RULES, said)
    assert list(found) == list(said)
    assert all(0 <= p <= 1 for p in found.values())
    assert max(rule.over(found) for rule in RULES) < 1e-6


@pytest.mark.parametrize(
    "said",
    [
        {"R": 0.0, "none": 0.0, "S": 1.0, "D": 0.0, "early": 0.0, "late": 0.0, "both": 1.0, "W": 0.75},
        {"R": 0.0, "none": 0.9999999999999999, "S": 0.0, "D": 0.0, "early": 0.0, "late": 0.0, "both": 0.0, "W": 0.0},
    ],
    ids=["which SciPy's nnls gets wrong", "which holds within rounding"],
)
def test_what_was_once_refused_or_moved(said):
    found = coherentized(RULES, said)
    assert not broken(RULES, found)
    assert found == said or broken(RULES, said)


@given(forecasts)
def test_to_be_made_coherent_never_worsens_the_score_whatever_comes(said):
    found = coherentized(RULES, said)
    for world in WORLDS:
        outcomes = [bool(world[name]) for name in NAMES]
        before = mean_brier([said[name] for name in NAMES], outcomes)
        assert mean_brier([found[name] for name in NAMES], outcomes) <= before + 1e-7


@given(forecasts)
def test_what_is_coherent_stays_as_it_is(said):
    found = coherentized(RULES, said)
    again = coherentized(RULES, found)
    assert again == pytest.approx(found, abs=1e-6)
    if not broken(RULES, said):
        assert found == said


@pytest.mark.parametrize("seed", range(25))
def test_the_result_is_the_nearest_as_a_general_solver_finds_it(seed):
    said = dict(zip(NAMES, np.random.default_rng(seed).random(len(NAMES)), strict=True))
    start = np.array(list(said.values()))
    within = [
        {"type": "ineq", "fun": lambda p, r=rule: r.bound - sum(w * p[NAMES.index(n)] for n, w in r.weights.items())}
        for rule in RULES
    ]
    theirs = minimize(
        lambda p: np.sum((p - start) ** 2), np.full(len(NAMES), 0.5), method="SLSQP", bounds=[(0, 1)] * len(NAMES),
        constraints=within, options={"ftol": 1e-14, "maxiter": 1000},
    )  # fmt: skip
    assert theirs.success
    assert list(coherentized(RULES, said).values()) == pytest.approx(list(theirs.x), abs=1e-5)


def test_a_rule_about_something_else_is_left_out():
    assert coherentized(RULES, {"R": 0.6, "D": 0.2}) == pytest.approx({"R": 0.4, "D": 0.4})


def test_rules_that_contradict_one_another_are_refused():
    with pytest.raises(ForecastError, match="contradict"):
        coherentized([Rule({"a": 1}, 0.2, "low"), Rule({"a": -1}, -0.8, "high")], {"a": 0.5})


def test_what_is_no_probability_is_refused():
    with pytest.raises(ForecastError, match="found 2"):
        broken(RULES, {"R": 2})
    with pytest.raises(ForecastError, match="found -1"):
        coherentized(RULES, {"R": -1})
