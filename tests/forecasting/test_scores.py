"""Scores and calibration, against scikit-learn and SciPy on forecasts drawn at random."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss, log_loss

from course.forecasting import (
    ForecastError,
    brier,
    calibration,
    decomposition,
    log_score,
    mean_brier,
    mean_log_score,
    skill,
    wilson,
)

forecasts = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)
inner = st.lists(st.tuples(st.floats(0.001, 0.999), st.booleans()), min_size=1, max_size=60)


def apart(pairs):
    return [p for p, _ in pairs], [o for _, o in pairs]


@given(forecasts)
def test_the_mean_brier_score_is_scikit_learns(pairs):
    probabilities, outcomes = apart(pairs)
    theirs = brier_score_loss(outcomes, probabilities, pos_label=True)
    assert mean_brier(probabilities, outcomes) == pytest.approx(theirs, abs=1e-12)


@given(inner)
def test_the_mean_log_score_is_scikit_learns(pairs):
    probabilities, outcomes = apart(pairs)
    theirs = log_loss(outcomes, probabilities, labels=[False, True])
    assert mean_log_score(probabilities, outcomes) == pytest.approx(theirs, rel=1e-9)


def test_to_be_certain_and_wrong_costs_everything():
    assert log_score(1, outcome=False) == math.inf
    assert brier(1, outcome=False) == 1
    assert log_score(1, outcome=True) == brier(0, outcome=False) == 0


@given(st.floats(0, 1), st.floats(0.01, 0.99))
def test_both_scores_are_proper(said, believed):
    """Whoever believes p expects the best score from saying p."""
    for score in (brier, log_score):
        expected = {
            p: believed * score(p, outcome=True) + (1 - believed) * score(p, outcome=False) for p in (said, believed)
        }
        assert expected[believed] <= expected[said] + 1e-12


@given(forecasts)
def test_bins_are_scikit_learns(pairs):
    probabilities, outcomes = apart(pairs)
    edges = np.linspace(0, 1, 6)
    if any(0 < abs(p - edge) < 1e-9 or p in edges[1:-1] for p in probabilities for edge in edges):
        return  # on an edge the two may take different sides
    share, mean = calibration_curve(outcomes, probabilities, n_bins=5, strategy="uniform", pos_label=True)
    ours = calibration(probabilities, outcomes)
    assert [each.share for each in ours] == pytest.approx(list(share))
    assert [each.forecast for each in ours] == pytest.approx(list(mean))
    assert sum(each.n for each in ours) == len(pairs)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_scipys(case):
    successes, n = case
    theirs = binomtest(successes, n).proportion_ci(0.95, method="wilson")
    assert wilson(successes, n) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9]), st.booleans()), min_size=1, max_size=60))
def test_the_three_parts_add_up_to_the_brier_score(pairs):
    probabilities, outcomes = apart(pairs)
    parts = decomposition(probabilities, outcomes)
    assert parts.reliability - parts.resolution + parts.uncertainty == pytest.approx(
        mean_brier(probabilities, outcomes), abs=1e-12
    )


def test_skill_compares_with_a_reference():
    assert skill(0, 0.25) == 1
    assert skill(0.25, 0.25) == 0
    assert skill(0.5, 0.25) == -1
    with pytest.raises(ForecastError, match="above 0"):
        skill(0.1, 0)


@pytest.mark.parametrize(
    ("probabilities", "outcomes", "said"),
    [
        ([], [], "no forecast"),
        ([0.5], [True, False], "for each of 1 forecasts, found 2"),
        ([1.5], [True], "from 0 to 1, found 1.5"),
        ([math.nan], [True], "from 0 to 1, found nan"),
        ([True], [True], "found True"),
    ],
)
def test_what_is_no_forecast_is_refused(probabilities, outcomes, said):
    for score in (mean_brier, mean_log_score, calibration, decomposition):
        with pytest.raises(ForecastError, match=said):
            score(probabilities, outcomes)


def test_no_bins_and_no_trials_are_refused():
    with pytest.raises(ForecastError, match="one bin or more"):
        calibration([0.5], [True], bins=0)
    with pytest.raises(ForecastError, match="3 out of 2"):
        wilson(3, 2)
