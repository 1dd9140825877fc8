"""Many forecasts as one."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit

from course.forecasting import ForecastError, extremized, mean_of_log_odds, median

several = st.lists(st.floats(0.001, 0.999), min_size=1, max_size=40)


@given(several)
def test_the_median_is_a_middle(probabilities):
    assert median(probabilities) == statistics.median(probabilities)


@given(several)
def test_log_odds_are_averaged_as_scipy_has_them(probabilities):
    assert mean_of_log_odds(probabilities) == pytest.approx(expit(logit(probabilities).mean()), abs=1e-9)


@given(several, st.floats(1, 4))
def test_extremized_is_on_the_same_side_and_no_nearer_to_one_half(probabilities, by):
    plain, sharp = mean_of_log_odds(probabilities), extremized(probabilities, by)
    assert abs(sharp - 0.5) >= abs(plain - 0.5) - 1e-12
    assert (sharp - 0.5) * (plain - 0.5) >= 0


@given(several, st.floats(0.5, 4))
def test_extremized_multiplies_the_log_odds(probabilities, by):
    assert extremized(probabilities, by) == pytest.approx(expit(by * logit(probabilities).mean()), abs=1e-9)


@given(several)
def test_the_order_of_voices_does_not_matter(probabilities):
    for combine in (median, mean_of_log_odds, extremized):
        assert combine(probabilities[::-1]) == pytest.approx(combine(probabilities), abs=1e-12)


@given(several)
def test_complements_mirror_one_another(probabilities):
    mirrored = [1 - each for each in probabilities]
    for combine in (median, mean_of_log_odds, extremized):
        assert combine(mirrored) == pytest.approx(1 - combine(probabilities), abs=1e-9)


def test_one_certain_voice_does_not_silence_the_others():
    assert 0.5 < mean_of_log_odds([0.0, 0.9, 0.95, 0.97]) < 0.9


@pytest.mark.parametrize("combine", [median, mean_of_log_odds, extremized])
def test_nobody_and_nonsense_are_refused(combine):
    with pytest.raises(ForecastError, match="no forecast"):
        combine([])
    with pytest.raises(ForecastError, match="found 7"):
        combine([7])
    with pytest.raises(ForecastError, match="above 0"):
        extremized([0.5], by=0)
